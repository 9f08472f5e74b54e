// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/engine/http/message.h"

#include <microhttpd.h>

namespace http {

//! The answer as libmicrohttpd sends it, to be destroyed by the caller; null if there is no memory for it.
MHD_Response *messageOf(const Response &response);

} // namespace http
