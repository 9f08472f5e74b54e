// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/engine/store/rows.h"

#include <QJsonArray>
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
//! \a tags and \a fields: those of the dataset.
QJsonObject dataset(const DatasetRow &row, DatasetForm form, const QList<TagRow> &tags,
                    const QList<MetadataFieldRow> &fields);

QJsonObject upload(const UploadRow &row);
QJsonObject metadataField(const MetadataFieldRow &field);
QJsonObject tag(const TagRow &tag);

//! What a document has in the fields of its dataset, and in the built-in ones if these are on or it has any: as the
//! list and the details show it.
QJsonArray metadata(const DocumentRow &row, const QList<MetadataValueRow> &values, bool builtIn);
//! The same as hits show it: an object by names, or null.
QJsonValue hitMetadata(const DocumentRow &row, const QList<MetadataValueRow> &values, bool builtIn);

//! An item of the list, and the `document` of create and update.
QJsonObject document(const DocumentRow &row, const QJsonArray &metadata);

enum class Shown { All, OnlyMetadata, WithoutMetadata };
//! The detail form. \a own: the rule of the document; \a latest: that of the dataset.
QJsonObject documentDetail(const DocumentRow &row, const QString &datasetId, const QJsonObject &own,
                           const QJsonObject &latest, const QJsonArray &metadata, Shown shown);

QJsonObject indexingStatus(const DocumentRow &row);

QJsonObject chunk(const ChunkRow &row, const QList<ChildChunkRow> &children);
QJsonObject childChunk(const ChildChunkRow &row);

QJsonObject hit(const HitRow &row, const QJsonValue &metadata);

} // namespace http::wire
