// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/engine/http/wire.h"

#include <QJsonValue>

// What the objects of the API have in common.
namespace http::wire {

QJsonValue seconds(Stamp stamp); //!< A whole number since 1970, or null.
QString stageName(IndexingStatus::Stage stage);
QString statusName(Document::Status status);

} // namespace http::wire
