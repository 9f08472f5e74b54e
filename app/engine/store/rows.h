// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/chunk.h"
#include "app/domain/document.h"
#include "app/domain/indexingstatus.h"

#include <QJsonObject>
#include <QJsonValue>

#include <optional>

// The rows of the database as plain values. `row` is the integer key, never given twice; `id` the UUID on the wire.

//! The form of a document whose chunks are searched by their child chunks.
inline const QString parentChildForm = QStringLiteral("hierarchical_model");
//! The form of a document whose chunks are questions with answers.
inline const QString questionForm = QStringLiteral("qa_model");

//! Milliseconds since 1970; 0: not yet, or not set.
using Stamp = qint64;

struct DatasetRow
{
    qint64 row = 0;
    QString id;
    QString name;
    QString description;
    QString permission;
    QString indexingTechnique; //!< economy or high_quality; empty until set or until the first document.
    QString docForm; //!< Empty until the first document.
    QJsonObject retrievalModel; //!< As it was sent; empty: not set.
    QString embeddingProvider; //!< Of the model that made the vectors; kept while the technique is economy.
    QString embeddingModel;
    QString namedModel; //!< Named while there are no vectors: shown, and used for nothing.
    QJsonObject summarySetting; //!< As it was sent, and used for nothing; empty: not set.
    qint64 vectorSpace = 0; //!< 0: never had a model.
    Stamp createdAt = 0;
    Stamp updatedAt = 0;
    qint64 documentCount = 0; //!< In every state.
    qint64 availableDocumentCount = 0; //!< Completed, enabled, not archived.
    qint64 wordCount = 0; //!< Characters.
    QString provider = QStringLiteral("vendor"); //!< As it was sent; every dataset is one of this server.
    QStringList members; //!< Ids of accounts, for the permission partial_members.
    bool builtInFields = false; //!< Retrieval sees name, uploader, dates and source of documents as metadata.

    bool hasVectors() const { return indexingTechnique == QLatin1String("high_quality"); }

    bool operator==(const DatasetRow &) const = default;
};

//! A field that the documents of a dataset may have a value for.
struct MetadataFieldRow
{
    qint64 row = 0; //!< 0 for a built-in one.
    QString id; //!< "built-in" for a built-in one.
    QString name;
    QString type; //!< string, number or time.

    bool operator==(const MetadataFieldRow &) const = default;
};

struct MetadataValueRow
{
    MetadataFieldRow field;
    QJsonValue value; //!< A text, a number or null.

    bool operator==(const MetadataValueRow &) const = default;
};

//! A label that any number of datasets may carry.
struct TagRow
{
    qint64 row = 0;
    QString id;
    QString name;
    qint64 datasetCount = 0;

    bool operator==(const TagRow &) const = default;
};

//! The bytes that a document was made of; they are in the file of this id.
struct UploadRow
{
    QString id;
    QString name;
    QString extension; //!< Without the dot.
    QString mimeType;
    qint64 size = 0; //!< Bytes.
    Stamp createdAt = 0;

    bool operator==(const UploadRow &) const = default;
};

struct ProcessRuleRow
{
    QString id;
    QJsonObject rule; //!< {mode, rules} as it was sent.

    bool operator==(const ProcessRuleRow &) const = default;
};

struct DocumentRow
{
    qint64 row = 0;
    qint64 dataset = 0; //!< Row of the dataset.
    qint64 generation = 1; //!< Counts how often it was begun anew.
    QString id;
    QString name;
    QString batch;
    QString createdFrom; //!< api, or web after an update.
    QString docForm;
    QString docLanguage;
    QString language; //!< Of the text, as detected; empty: unknown or not indexed yet.
    QString error;
    QString processRuleId;
    UploadRow upload;
    IndexingStatus::Stage stage = IndexingStatus::Stage::Waiting;
    int position = 0; //!< From 1; never renumbered.
    bool enabled = true;
    bool archived = false;
    std::optional<qint64> wordCount; //!< Characters; not set until the text is split.
    std::optional<qint64> tokens; //!< Not set until indexed; 0 without a model.
    qint64 segmentCount = 0; //!< Chunks there are; still growing while splitting.
    qint64 completedSegments = 0; //!< Never more than segmentCount.
    qint64 indexingMs = 0; //!< From parsing to completed.
    Stamp createdAt = 0;
    Stamp updatedAt = 0;
    Stamp processingStartedAt = 0;
    Stamp parsingCompletedAt = 0;
    Stamp splittingCompletedAt = 0; //!< Also that of cleaning: the real server sets both at once.
    Stamp completedAt = 0;
    Stamp stoppedAt = 0;
    Stamp disabledAt = 0;

    bool operator==(const DocumentRow &) const = default;
};

//! The wire names, which are also those in the database: waiting, parsing, …
QString wireName(IndexingStatus::Stage stage);
IndexingStatus::Stage stageFromName(const QString &name);
QString wireName(Chunk::Status status);
Chunk::Status chunkStatusFromName(const QString &name);

//! Whether the chunks of such a document have keywords of their text.
bool extractsKeywords(const QString &technique, const QString &docForm);

//! Characters, not UTF-16 units.
qint64 characterCount(const QString &text);

//! A new UUID as it is on the wire.
QString newId();

//! What the document is shown as: display_status on the wire.
Document::Status displayStatus(const DocumentRow &document);

struct ChunkRow
{
    qint64 row = 0; //!< Chunks and child chunks have rows of one sequence.
    qint64 document = 0; //!< Row of the document.
    QString id;
    QString documentId;
    QString content;
    QString answer;
    QString summary; //!< As it was sent; nothing here makes one.
    std::optional<QStringList> keywords; //!< Not set where a document is not searched by words.
    QString hash; //!< index_node_hash: sha256 of the text and "None" (reference/wire.md §4.5).
    QString indexNodeId;
    Chunk::Status status = Chunk::Status::Waiting;
    int position = 0;
    bool enabled = false;
    bool edited = false; //!< By a person, its text.
    qint64 wordCount = 0; //!< Characters.
    qint64 tokens = 0; //!< 0 without a model.
    QString error; //!< Of the last attempt to embed it that failed.
    Stamp createdAt = 0;
    Stamp updatedAt = 0;
    Stamp indexingAt = 0;
    Stamp completedAt = 0;
    Stamp disabledAt = 0;

    bool operator==(const ChunkRow &) const = default;
};

//! A piece of a chunk.
struct ChildChunkRow
{
    qint64 row = 0; //!< Chunks and child chunks have rows of one sequence.
    qint64 chunk = 0; //!< Row of the chunk.
    QString id;
    QString chunkId;
    QString content;
    int position = 0; //!< In its chunk, from 1.
    bool isCustomized = false; //!< Written by a person, not cut from the chunk.
    qint64 wordCount = 0; //!< Characters.
    Stamp createdAt = 0;
    Stamp updatedAt = 0;

    bool operator==(const ChildChunkRow &) const = default;
};

struct ChildHitRow
{
    ChildChunkRow child;
    double score = 0;

    bool operator==(const ChildHitRow &) const = default;
};

//! A chunk that retrieval found.
struct HitRow
{
    ChunkRow chunk;
    QString documentName;
    double score = 0; //!< In order, below 1; the best of the children, where these were found.
    QList<ChildHitRow> children = {}; //!< By which it was found in a parent-child document, best first.

    bool operator==(const HitRow &) const = default;
};

//! The fields that the server knows of every document; their values are builtInValues().
const QList<MetadataFieldRow> &builtInFields();

//! Where a list begins and how long it is.
struct Slice
{
    qint64 offset = 0;
    qint64 limit = 20;
};
