// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/engine/http/message.h"

class Engine;

// The routes that make and change documents (reference/wire.md §1.3).
namespace http {

Response createByText(Engine &engine, const Request &request);
Response createByFile(Engine &engine, const Request &request, qint64 largestFile);
Response updateByText(Engine &engine, const Request &request);
Response updateByFile(Engine &engine, const Request &request, qint64 largestFile);
//! Enable, disable, archive, un_archive: all of the named documents or none.
Response changeStatus(Engine &engine, const Request &request);

} // namespace http
