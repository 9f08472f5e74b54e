// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/indexing/chunkeditor.h"

#include "app/engine/store/chunkstore.h"
#include "app/engine/store/datasetstore.h"
#include "app/engine/store/documentstore.h"
#include "app/engine/store/storeerror.h"
#include "app/engine/text/keywords.h"

#include <QCryptographicHash>
#include <QDateTime>

namespace {

DocumentRow editableDocument(Connection &db, qint64 row)
{
    const auto document = DocumentStore(db).find(row);
    if (!document)
        throw StoreError(StoreError::Kind::NotFound, QStringLiteral("Document not found."));
    if (isBeingIndexed(displayStatus(*document))) {
        throw StoreError(StoreError::Kind::DocumentIndexing,
                         QStringLiteral("The document is being indexed, please try again later."));
    }
    return *document;
}

ChunkRow editableChunk(Connection &db, qint64 row)
{
    const auto chunk = ChunkStore(db).find(row);
    if (!chunk)
        throw StoreError(StoreError::Kind::NotFound, QStringLiteral("Segment not found."));
    editableDocument(db, chunk->document);
    return *chunk;
}

//! As the splitter makes it.
QString hashOf(const QString &content)
{
    const QByteArray bytes = content.toUtf8() + "None";
    const auto hash = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
    return QString::fromLatin1(hash.toHex());
}

void setText(ChunkRow &chunk, const QString &content, const QString &answer)
{
    chunk.content = content;
    chunk.answer = answer;
    chunk.hash = hashOf(content);
    chunk.wordCount = characterCount(content) + characterCount(answer);
}

bool hasVectorsOf(Connection &db, qint64 document)
{
    return DatasetStore(db).find(DocumentStore(db).find(document)->dataset)->hasVectors();
}

//! Where there are vectors, no keywords are extracted, and those that come with another text are not taken
//! (recordings/1.15.0: findings B6).
void changeKeywords(ChunkRow &chunk, const ChunkChanges &changes, bool isNew, bool hasVectors)
{
    const bool isGiven = changes.keywords && !changes.keywords->isEmpty();
    if (isGiven && !(isNew && hasVectors))
        chunk.keywords = *changes.keywords;
    else if (isNew && !hasVectors)
        chunk.keywords = keywords(chunk.content);
}

} // namespace

QList<ChunkRow> chunkeditor::create(Connection &db, qint64 document, const QList<ChunkDraft> &drafts)
{
    const auto parent = editableDocument(db, document);
    if (parent.stage != IndexingStatus::Stage::Completed || !parent.enabled) {
        throw StoreError(StoreError::Kind::DocumentNotAvailable, parent.enabled
                                                                     ? QStringLiteral("Document is not completed.")
                                                                     : QStringLiteral("Document is disabled."));
    }
    const Stamp now = QDateTime::currentMSecsSinceEpoch();
    QList<ChunkRow> chunks;
    qint64 words = 0;
    int position = ChunkStore(db).lastPosition(document);
    const bool hasVectors = hasVectorsOf(db, document);
    for (const ChunkDraft &draft : drafts) {
        ChunkRow chunk;
        chunk.document = document;
        chunk.documentId = parent.id;
        chunk.id = newId();
        chunk.indexNodeId = newId();
        chunk.position = ++position;
        if (!draft.keywords.isEmpty())
            chunk.keywords = draft.keywords;
        else if (!hasVectors)
            chunk.keywords = keywords(draft.content);
        chunk.status = Chunk::Status::Completed;
        chunk.enabled = true;
        chunk.createdAt = chunk.updatedAt = chunk.indexingAt = chunk.completedAt = now;
        setText(chunk, draft.content, draft.answer);
        words += chunk.wordCount;
        chunks.append(ChunkStore(db).insert(chunk));
    }
    DocumentStore(db).addWords(document, words);
    return chunks;
}

ChunkRow chunkeditor::update(Connection &db, qint64 row, const ChunkChanges &changes)
{
    ChunkRow chunk = editableChunk(db, row);
    const bool hasVectors = hasVectorsOf(db, chunk.document);
    if (!chunk.enabled && !changes.enabled.value_or(false))
        throw StoreError(StoreError::Kind::ChunkDisabled, QStringLiteral("Can't update disabled segment"));
    chunk.updatedAt = QDateTime::currentMSecsSinceEpoch();
    chunk.enabled = changes.enabled.value_or(chunk.enabled);
    chunk.disabledAt = chunk.enabled ? 0 : chunk.updatedAt;
    if (chunk.enabled) {
        const qint64 words = chunk.wordCount;
        const QString content = changes.content.value_or(QString());
        const bool isNew = !content.isEmpty() && content != chunk.content;
        setText(chunk, isNew ? content : chunk.content, changes.answer.value_or(chunk.answer));
        changeKeywords(chunk, changes, isNew, hasVectors);
        if (chunk.status == Chunk::Status::Failed)
            chunk.status = Chunk::Status::Completed; // its vector is made now, or the edit fails
        if (isNew) {
            chunk.edited = true;
            chunk.indexingAt = chunk.completedAt = chunk.updatedAt;
        }
        DocumentStore(db).addWords(chunk.document, chunk.wordCount - words);
    }
    ChunkStore(db).update(chunk);
    return chunk;
}

ChunkRow chunkeditor::remove(Connection &db, qint64 row)
{
    const ChunkRow chunk = editableChunk(db, row);
    ChunkStore(db).remove(chunk);
    DocumentStore(db).addWords(chunk.document, -chunk.wordCount);
    return chunk;
}
