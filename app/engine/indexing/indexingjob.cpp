// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/indexing/indexingjob.h"

#include "app/engine/extract/extractorpool.h"
#include "app/engine/indexing/documentcutter.h"
#include "app/engine/indexing/indexfollower.h"
#include "app/engine/store/childchunkstore.h"
#include "app/engine/store/chunkstore.h"
#include "app/engine/store/crashpoint.h"
#include "app/engine/store/datasetstore.h"
#include "app/engine/store/documentstore.h"
#include "app/engine/store/store.h"
#include "app/engine/store/uploadfiles.h"
#include "app/engine/text/keywords.h"
#include "app/engine/text/language.h"
#include "app/engine/text/splitter.h"
#include "app/engine/vectors/models.h"

#include <QDateTime>

#include <utility>

using Stage = IndexingStatus::Stage;

namespace {

constexpr qint64 smallFile = 256 * 1024; // bytes
// About what is stored or indexed in a few hundredths of a second.
constexpr int clearSize = 500;
constexpr int storeSize = 500;
constexpr int indexSize = 200;
constexpr qsizetype languageSample = 10'000; // characters

Stamp now()
{
    return QDateTime::currentMSecsSinceEpoch();
}

} // namespace

IndexingJob::IndexingJob(const Tools &tools, const DocumentRow &document)
    : m_tools(tools)
    , m_document(document)
    , m_state(document.stage == Stage::Indexing ? State::Embedding : State::Reading)
{
    m_timer.start();
}

bool IndexingJob::isSmall() const
{
    return m_document.upload.size <= smallFile;
}

bool IndexingJob::isQuick() const
{
    return isSmall() && isPlainText(m_document.upload.extension);
}

void IndexingJob::read()
{
    QJsonObject rule;
    if (!clear() || !begin(&rule))
        return;
    crashPoint("parsing");
    const UploadRow &upload = m_document.upload;
    auto extraction = m_tools.extractor.extract(m_tools.uploads.path(upload.id), upload.extension, m_cancelled);
    if (!m_cancelled && !extraction.error.isEmpty())
        return fail(extraction.error);
    if (!m_cancelled && extraction.pieces.isEmpty())
        return fail(QStringLiteral("There is no text in this file."));
    if (beginSplitting(extraction.pieces) && split(std::exchange(extraction.pieces, {}), rule))
        beginIndexing();
}

bool IndexingJob::clear()
{
    int removed = clearSize;
    while (removed == clearSize) {
        if (!write([&](Connection &db) { removed = ChunkStore(db).removeSome(m_document.row, clearSize); }))
            return false;
    }
    return true;
}

bool IndexingJob::begin(QJsonObject *rule)
{
    m_timer.start();
    m_position = m_unstored = 0;
    m_words = m_indexed = 0;
    m_document.stage = Stage::Parsing;
    m_document.processingStartedAt = now();
    m_document.error.clear();
    QString model;
    const bool isBegun = write([&](Connection &db) {
        if (const auto stored = DatasetStore(db).rule(m_document.processRuleId))
            *rule = stored->rule;
        const auto dataset = DatasetStore(db).find(m_document.dataset);
        m_hasKeywords = extractsKeywords(dataset->indexingTechnique, m_document.docForm);
        if (dataset->hasVectors())
            model = dataset->embeddingModel;
        DocumentStore(db).resetCounts(m_document.row);
    });
    if (isBegun && !model.isEmpty())
        m_tools.models.requireEmbedding(model); // else the text is not even cut, as the real server has it
    return isBegun;
}

bool IndexingJob::beginSplitting(const QStringList &pieces)
{
    QString sample;
    for (qsizetype i = 0; i < pieces.size() && sample.size() < languageSample; ++i)
        sample += pieces.at(i).left(languageSample) + u'\n';
    m_document.language = languageOf(sample);
    m_document.stage = Stage::Splitting;
    m_document.parsingCompletedAt = now();
    return write([](Connection &) {});
}

//! Stores the chunks while the text is still being cut, so that few of them are in memory.
bool IndexingJob::split(QStringList pieces, const QJsonObject &rule)
{
    const QString error
        = cutDocument(std::move(pieces), m_document.docForm, rule,
                      {[this](const TextChunk &text, const QString &answer) { return take(text, answer); },
                       [this](const TextChunk &text) { return takeChild(text); }});
    if (!error.isEmpty())
        fail(error);
    const bool isStored = m_state != State::Over && storeSlice();
    m_parts.clear();
    return isStored;
}

bool IndexingJob::take(const TextChunk &text, const QString &answer)
{
    ChunkRow row;
    row.document = m_document.row;
    row.id = newId();
    row.indexNodeId = newId();
    row.position = ++m_position;
    row.content = text.text;
    row.answer = answer;
    row.hash = text.hash;
    row.wordCount = characterCount(text.text); // without the answer, as the real server counts here
    row.createdAt = row.updatedAt = now();
    m_words += row.wordCount;
    m_childPosition = 0;
    m_parts.append({row, {}});
    return storeFullSlice();
}

bool IndexingJob::takeChild(const TextChunk &text)
{
    ChildChunkRow row;
    row.id = newId();
    row.position = ++m_childPosition;
    row.content = text.text;
    row.wordCount = characterCount(text.text);
    row.createdAt = row.updatedAt = now();
    m_parts.last().children.append(row);
    return storeFullSlice();
}

bool IndexingJob::storeFullSlice()
{
    return ++m_unstored < storeSize || storeSlice();
}

bool IndexingJob::storeSlice()
{
    const bool isStored = write([this](Connection &db) {
        for (Part &part : m_parts) {
            if (part.chunk.row == 0)
                part.chunk = ChunkStore(db).insert(part.chunk);
            for (ChildChunkRow &child : part.children) {
                child.chunk = part.chunk.row;
                ChildChunkStore(db).insert(child);
            }
        }
    });
    m_unstored = 0;
    if (!m_parts.isEmpty()) // children of the last one may follow
        m_parts = {Part{m_parts.constLast().chunk, {}}};
    crashPoint("chunks-stored");
    return isStored;
}

void IndexingJob::beginIndexing()
{
    m_document.stage = Stage::Indexing;
    m_document.splittingCompletedAt = now();
    m_document.wordCount = m_words;
    bool hasVectors = false;
    if (write([&](Connection &db) { hasVectors = DatasetStore(db).find(m_document.dataset)->hasVectors(); }))
        m_state = hasVectors ? State::Embedding : State::Indexing;
}

void IndexingJob::indexSlice()
{
    auto chunks = ChunkStore(ReadTransaction(m_tools.store).db()).waiting(m_document.row, m_indexed, indexSize);
    for (ChunkRow &waiting : chunks) {
        if (m_hasKeywords)
            waiting.keywords = keywords(waiting.content);
    }
    const bool isStored = write([&](Connection &db) {
        // It may have been archived or switched off in the meantime.
        const auto document = DocumentStore(db).find(m_document.row);
        const bool enabled = document->enabled && !document->archived;
        const Stamp stamp = now();
        for (const ChunkRow &waiting : std::as_const(chunks))
            ChunkStore(db).complete(waiting, enabled, stamp);
    });
    crashPoint("chunks-completed");
    if (!isStored)
        return;
    if (!chunks.isEmpty())
        m_indexed = chunks.constLast().row;
    if (chunks.size() < indexSize)
        m_state = State::Finishing;
    else
        m_tools.index.follow();
}

void IndexingJob::finish(Connection &db)
{
    if (m_cancelled) {
        m_state = State::Over;
        return;
    }
    m_state = State::Over;
    m_document.stage = Stage::Completed;
    m_document.tokens = ChunkStore(db).tokens(m_document.row);
    if (m_document.completedAt == 0) { // else it only got other vectors
        m_document.completedAt = now();
        m_document.indexingMs = m_timer.elapsed();
    }
    DocumentStore(db).saveProgress(m_document);
}

void IndexingJob::fail(const QString &sentence)
{
    m_state = State::Over;
    m_document.stage = Stage::Failed;
    m_document.error = sentence;
    m_document.stoppedAt = now();
    WriteTransaction writing(m_tools.store);
    if (DocumentStore(writing.db()).saveProgress(m_document))
        writing.commit();
}

bool IndexingJob::write(const std::function<void(Connection &)> &write)
{
    WriteTransaction writing(m_tools.store);
    if (m_cancelled || !DocumentStore(writing.db()).saveProgress(m_document)) {
        m_state = State::Over;
        return false;
    }
    write(writing.db());
    writing.commit();
    return true;
}
