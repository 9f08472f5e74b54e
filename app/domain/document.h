// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/metadata.h"
#include "app/domain/processrule.h"

#include <QString>

class QJsonObject;

//! A file or text in a dataset.
struct Document
{
    //! What a person needs to know of it; derived from display_status, or from indexing_status on servers without one.
    enum class Status { Queuing, Indexing, Paused, Failed, Available, Disabled, Archived };

    QString id;
    QString name;
    QString createdFrom; //!< api, web or rag-pipeline; servers change it to web with every update.
    QString dataSourceType; //!< upload_file, notion_import, website_crawl, local_file.
    QString fileId; //!< Of the uploaded file it was made of; empty when the server does not say.
    QString docForm; //!< text_model, qa_model or hierarchical_model.
    QString error; //!< Why indexing failed, in the server's words.
    Status status = Status::Queuing;
    bool enabled = true;
    bool archived = false;
    int position = 0;
    qint64 size = 0; //!< Bytes of the uploaded file; 0 when the server does not say.
    qint64 wordCount = 0; //!< Characters.
    qint64 tokens = 0;
    qint64 hitCount = 0;
    qint64 createdAt = 0; //!< Seconds since 1970; up to a second later than the stamps of its indexing.
    QList<MetadataValue> metadata; //!< On servers that tell; with the built-in ones as soon as there is any other.

    //! Reads an item of the list, the `document` of a create or update, and the detail form.
    static Document fromJson(const QJsonObject &object);

    bool operator==(const Document &) const = default;
};

//! A document with what only GET …/documents/{id} tells.
struct DocumentDetail
{
    Document document{};
    ProcessRule rule{}; //!< Its own one, else the dataset's latest.
    QString docLanguage{};
    qint64 chunkCount = 0;
    qint64 averageChunkLength = 0; //!< Characters.
    qint64 completedAt = 0; //!< Seconds since 1970; 0 when it never was.
    qint64 updatedAt = 0; //!< Seconds since 1970.
    double indexingSeconds = 0; //!< What the last indexing took; 0 when the server does not say.

    static DocumentDetail fromJson(const QJsonObject &object);

    bool operator==(const DocumentDetail &) const = default;
};

//! The answer of create and update: the document and the batch under which its progress is asked.
struct CreatedDocument
{
    Document document;
    QString batch;

    static CreatedDocument fromJson(const QJsonObject &object);

    bool operator==(const CreatedDocument &) const = default;
};

//! Not yet settled: the status will still change by itself.
inline bool isBeingIndexed(Document::Status status)
{
    return status == Document::Status::Queuing || status == Document::Status::Indexing;
}
