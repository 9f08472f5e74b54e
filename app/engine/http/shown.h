// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/engine/http/wire.h"

class Connection;
class Models;

// The objects of the API with what the store has of them beside their rows: tags, fields and metadata.
namespace http {

QJsonObject shownDataset(Connection &db, const DatasetRow &row, wire::DatasetForm form, const Models &models);
QJsonArray shownMetadata(Connection &db, const DatasetRow &dataset, const DocumentRow &row);
QJsonObject shownDocument(Connection &db, const DatasetRow &dataset, const DocumentRow &row);
QJsonObject shownHit(Connection &db, const DatasetRow &dataset, const HitRow &row);

} // namespace http
