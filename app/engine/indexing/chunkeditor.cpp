// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/indexing/chunkeditor.h"

#include "app/domain/processrule.h"
#include "app/engine/store/childchunkstore.h"
#include "app/engine/store/chunkstore.h"
#include "app/engine/store/datasetstore.h"
#include "app/engine/store/documentstore.h"
#include "app/engine/store/storeerror.h"
#include "app/engine/text/keywords.h"
#include "app/engine/text/splitter.h"
#include "app/engine/vectors/models.h"

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
    return *chunk;
}

ChildChunkRow editableChild(Connection &db, qint64 row)
{
    const auto child = ChildChunkStore(db).find(row);
    if (!child)
        throw StoreError(StoreError::Kind::NotFound, QStringLiteral("Child chunk not found."));
    editableDocument(db, editableChunk(db, child->chunk).document);
    return *child;
}

bool hasKeywords(Connection &db, const DocumentRow &document)
{
    const auto dataset = DatasetStore(db).find(document.dataset);
    return extractsKeywords(dataset->indexingTechnique, document.docForm);
}

bool hasVectors(Connection &db, const DocumentRow &document)
{
    return DatasetStore(db).find(document.dataset)->hasVectors();
}

void setText(ChunkRow &chunk, const QString &content, const QString &answer)
{
    chunk.content = content;
    chunk.answer = answer;
    chunk.hash = hashOf(content);
    chunk.wordCount = characterCount(content) + characterCount(answer);
}

void setText(ChildChunkRow &child, const QString &content)
{
    child.content = content;
    child.wordCount = characterCount(content);
    child.isCustomized = true;
}

//! A parent, whose children alone are embedded, counts by its words, as when it is indexed.
void countTokens(Connection &db, ChunkRow &chunk, const DocumentRow &document)
{
    if (document.docForm == parentChildForm && hasVectors(db, document))
        chunk.tokens = Models::words(chunk.content);
}

//! Cuts the children of a parent by the rule of its document.
void makeChildren(Connection &db, const ChunkRow &parent, const DocumentRow &document)
{
    const auto stored = DatasetStore(db).rule(document.processRuleId);
    const ProcessRule rule = ProcessRule::fromJson(stored ? stored->rule : QJsonObject());
    const ChildChunkStore children(db);
    int position = 0;
    const QString error = splitIntoChildren(parent.content, rule, [&](const TextChunk &text) {
        ChildChunkRow child;
        child.chunk = parent.row;
        child.id = newId();
        child.position = ++position;
        child.content = text.text;
        child.wordCount = characterCount(text.text);
        child.createdAt = child.updatedAt = parent.updatedAt;
        children.enqueue(children.insert(child).row);
        return true;
    });
    if (!error.isEmpty())
        throw StoreError(StoreError::Kind::Refused, error);
}

//! What a question answers: an answer is taken away by content that comes without one, but not while the content is
//! replaced, since what it said would not be an answer any more.
QString answerOf(const ChunkRow &chunk, const ChunkChanges &changes, bool isNew)
{
    if (changes.answer)
        return *changes.answer;
    if (isNew)
        throw StoreError(StoreError::Kind::Refused, QStringLiteral("Answer is required"));
    return changes.content && !changes.content->isEmpty() ? QString() : chunk.answer;
}

//! Changes the text and the keywords.
void rewrite(Connection &db, ChunkRow &chunk, const ChunkChanges &changes, const DocumentRow &document)
{
    const qint64 words = chunk.wordCount;
    const QString content = changes.content.value_or(QString());
    const bool isNew = !content.isEmpty() && content != chunk.content;
    const QString answer = document.docForm == questionForm ? answerOf(chunk, changes, isNew) : chunk.answer;
    const bool isGiven = changes.keywords && !changes.keywords->isEmpty();
    setText(chunk, isNew ? content : chunk.content, answer);
    if (changes.summary && hasVectors(db, document))
        chunk.summary = *changes.summary;
    countTokens(db, chunk, document);
    if (isGiven && (!isNew || hasKeywords(db, document)))
        chunk.keywords = *changes.keywords;
    else if (isNew && hasKeywords(db, document))
        chunk.keywords = keywords(content);
    if (chunk.status == Chunk::Status::Failed)
        chunk.status = Chunk::Status::Completed; // its vector is made now, or the edit fails
    if (isNew) {
        chunk.edited = true;
        chunk.indexingAt = chunk.completedAt = chunk.updatedAt;
    }
    DocumentStore(db).addWords(chunk.document, chunk.wordCount - words);
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
    const bool extracts = hasKeywords(db, parent);
    QList<ChunkRow> chunks;
    qint64 words = 0;
    int position = ChunkStore(db).lastPosition(document);
    for (const ChunkDraft &draft : drafts) {
        ChunkRow chunk;
        chunk.document = document;
        chunk.documentId = parent.id;
        chunk.id = newId();
        chunk.indexNodeId = newId();
        chunk.position = ++position;
        chunk.keywords = extracts && draft.keywords.isEmpty() ? keywords(draft.content) : draft.keywords;
        chunk.status = Chunk::Status::Completed;
        chunk.enabled = true;
        chunk.createdAt = chunk.updatedAt = chunk.indexingAt = chunk.completedAt = now;
        setText(chunk, draft.content, draft.answer);
        countTokens(db, chunk, parent);
        words += chunk.wordCount;
        chunks.append(ChunkStore(db).insert(chunk));
        if (parent.docForm == parentChildForm)
            makeChildren(db, chunks.constLast(), parent);
    }
    DocumentStore(db).addWords(document, words);
    return chunks;
}

ChunkRow chunkeditor::update(Connection &db, qint64 row, const ChunkChanges &changes)
{
    ChunkRow chunk = editableChunk(db, row);
    const DocumentRow document = editableDocument(db, chunk.document);
    if (!chunk.enabled && !changes.enabled.value_or(false))
        throw StoreError(StoreError::Kind::ChunkDisabled, QStringLiteral("Can't update disabled segment"));
    chunk.updatedAt = QDateTime::currentMSecsSinceEpoch();
    chunk.enabled = changes.enabled.value_or(chunk.enabled);
    chunk.disabledAt = chunk.enabled ? 0 : chunk.updatedAt;
    if (chunk.enabled)
        rewrite(db, chunk, changes, document);
    ChunkStore(db).update(chunk);
    if (chunk.enabled && changes.regenerateChildren && document.docForm == parentChildForm) {
        ChildChunkStore(db).removeAll(chunk.row);
        makeChildren(db, chunk, document);
    }
    return chunk;
}

ChunkRow chunkeditor::remove(Connection &db, qint64 row)
{
    const ChunkRow chunk = editableChunk(db, row);
    editableDocument(db, chunk.document);
    ChunkStore(db).remove(chunk);
    DocumentStore(db).addWords(chunk.document, -chunk.wordCount);
    return chunk;
}

ChildChunkRow chunkeditor::createChild(Connection &db, qint64 row, const QString &content)
{
    const ChunkRow chunk = editableChunk(db, row);
    editableDocument(db, chunk.document);
    ChildChunkRow child;
    child.chunk = row;
    child.chunkId = chunk.id;
    child.id = newId();
    child.position = ChildChunkStore(db).lastPosition(row) + 1;
    child.createdAt = child.updatedAt = QDateTime::currentMSecsSinceEpoch();
    setText(child, content);
    child = ChildChunkStore(db).insert(child);
    ChildChunkStore(db).enqueue(child.row);
    return child;
}

ChildChunkRow chunkeditor::updateChild(Connection &db, qint64 row, const QString &content)
{
    ChildChunkRow child = editableChild(db, row);
    child.updatedAt = QDateTime::currentMSecsSinceEpoch();
    setText(child, content);
    ChildChunkStore(db).update(child);
    return child;
}

ChildChunkRow chunkeditor::removeChild(Connection &db, qint64 row)
{
    const ChildChunkRow child = editableChild(db, row);
    ChildChunkStore(db).remove(child);
    return child;
}
