// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/engine/store/rows.h"

#include <QJsonObject>

// The objects of the API, field for field as the real server answers (recordings/1.15.0, reference/wire.md §1.2).
namespace http::wire {

QString ownerId(); //!< The one account there is, in created_by and the like.

enum class DatasetForm {
    Listed,
    Created, //!< Says nothing about the embedding model.
    Detailed, //!< Shows how an economy dataset is searched, whatever was set.
    Changed, //!< Created, with the list of members.
};
QJsonObject dataset(const DatasetRow &row, DatasetForm form);

//! An item of the list, and the `document` of create and update.
QJsonObject document(const DocumentRow &row);

enum class Metadata { All, Only, Without };
//! The detail form. \a own: the rule of the document; \a latest: that of the dataset.
QJsonObject documentDetail(const DocumentRow &row, const QString &datasetId, const QJsonObject &own,
                           const QJsonObject &latest, Metadata metadata);

QJsonObject indexingStatus(const DocumentRow &row);

QJsonObject chunk(const ChunkRow &row);

QJsonObject hit(const HitRow &row);

} // namespace http::wire
