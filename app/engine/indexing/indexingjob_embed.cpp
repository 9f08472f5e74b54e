// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/indexing/indexfollower.h"
#include "app/engine/indexing/indexingjob.h"
#include "app/engine/store/chunkstore.h"
#include "app/engine/store/crashpoint.h"
#include "app/engine/store/datasetstore.h"
#include "app/engine/store/documentstore.h"
#include "app/engine/store/store.h"
#include "app/engine/store/vectorstore.h"
#include "app/engine/vectors/models.h"

#include <QDateTime>

namespace {

constexpr int embedChunks = 64;
constexpr qsizetype embedTexts = 256; // whose vectors are stored together

} // namespace

void IndexingJob::embedSlice()
{
    QList<ChunkRow> chunks;
    QList<MissingVector> missing;
    {
        const ReadTransaction reading(m_tools.store);
        const auto dataset = DatasetStore(reading.db()).find(m_document.dataset);
        if (!dataset || !dataset->hasVectors()) {
            m_state = State::Indexing;
            return;
        }
        chunks = ChunkStore(reading.db()).after(m_document.row, m_indexed, embedChunks);
        for (const ChunkRow &chunk : std::as_const(chunks))
            missing += VectorStore(reading.db()).missing(chunk.row);
    }
    QHash<qint64, qint64> tokens;
    try {
        for (qsizetype i = 0; i < missing.size(); i += embedTexts) {
            if (!storeVectors(missing.mid(i, embedTexts), &tokens))
                return;
        }
    } catch (const ModelError &error) {
        if (error.kind() != ModelError::Kind::Stopped)
            throw;
        m_state = State::Over; // it goes on with the next start
        return;
    }
    if (!chunks.isEmpty())
        completeEmbedded(chunks, tokens);
    else
        m_state = State::Finishing;
}

//! Notes the tokens of each item.
bool IndexingJob::storeVectors(const QList<MissingVector> &missing, QHash<qint64, qint64> *tokens)
{
    QStringList texts;
    for (const MissingVector &vector : missing)
        texts.append(vector.text);
    const Embeddings embeddings
        = m_tools.models.embed(missing.constFirst().model, texts, Patience::inBackground(), &m_cancelled);
    const bool isStored = write([&](Connection &db) {
        for (qsizetype i = 0; i < missing.size(); ++i) {
            VectorStore(db).put(missing.at(i).space, missing.at(i).item, bytesOf(embeddings.vectors[size_t(i)]));
            tokens->insert(missing.at(i).item, embeddings.tokens.at(i));
        }
    });
    crashPoint("vectors-stored");
    return isStored;
}

//! Makes those that are waiting searchable.
void IndexingJob::completeEmbedded(const QList<ChunkRow> &chunks, const QHash<qint64, qint64> &tokens)
{
    const bool isStored = write([&](Connection &db) {
        const auto document = DocumentStore(db).find(m_document.row);
        const bool enabled = document->enabled && !document->archived;
        const Stamp stamp = QDateTime::currentMSecsSinceEpoch();
        for (ChunkRow chunk : chunks) {
            chunk.tokens = tokens.value(chunk.row, Models::words(chunk.content));
            if (chunk.status == Chunk::Status::Waiting)
                ChunkStore(db).complete(chunk, enabled, stamp);
        }
    });
    crashPoint("chunks-completed");
    if (!isStored)
        return;
    m_indexed = chunks.constLast().row;
    m_tools.index.follow();
}
