// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/indexing/embedder.h"

#include "app/engine/store/chunkstore.h"
#include "app/engine/store/store.h"
#include "app/engine/store/vectorstore.h"
#include "app/engine/vectors/models.h"

#include <QHash>

namespace {

struct Embedded
{
    QByteArray values;
    qint64 tokens = 0;
};
//! By model and text.
using Known = QHash<std::pair<QString, QString>, Embedded>;

QList<MissingVector> missing(Connection &db, const QList<ChunkRow> &chunks)
{
    QList<MissingVector> all;
    for (const ChunkRow &chunk : chunks)
        all += VectorStore(db).missing(chunk.row);
    return all;
}

//! Stores the vectors, unless one is not known: then returns false.
bool store(Connection &db, const QList<MissingVector> &vectors, const Known &known, QList<ChunkRow> *chunks)
{
    for (const MissingVector &vector : vectors) {
        const auto found = known.constFind({vector.model, vector.text});
        if (found == known.cend())
            return false;
        VectorStore(db).put(vector.space, vector.item, found->values);
        for (ChunkRow &chunk : *chunks) {
            if (chunk.row == vector.item)
                chunk.tokens = found->tokens + Models::words(chunk.answer); // as the real server counts here
        }
    }
    for (const ChunkRow &chunk : std::as_const(*chunks))
        ChunkStore(db).saveTokens(chunk);
    return true;
}

void fail(QList<ChunkRow> *chunks, const QString &reason)
{
    for (ChunkRow &chunk : *chunks) {
        chunk.status = Chunk::Status::Failed;
        chunk.enabled = false;
        chunk.error = reason;
        chunk.disabledAt = chunk.updatedAt;
        chunk.tokens = Models::words(chunk.content);
    }
}

} // namespace

QList<ChunkRow> Embedder::commit(const std::function<QList<ChunkRow>(Connection &)> &write) const
{
    Known known;
    for (;;) {
        QList<MissingVector> vectors;
        {
            WriteTransaction writing(m_store);
            QList<ChunkRow> chunks = write(writing.db());
            vectors = missing(writing.db(), chunks);
            if (store(writing.db(), vectors, known, &chunks)) {
                writing.commit();
                return chunks;
            }
        }
        QStringList texts;
        for (const MissingVector &vector : std::as_const(vectors))
            texts.append(vector.text);
        const QString &model = vectors.constFirst().model;
        const Embeddings made = m_models.embed(model, texts, Patience::whileWaiting());
        for (qsizetype i = 0; i < texts.size(); ++i)
            known.insert({model, texts.at(i)}, {bytesOf(made.vectors[size_t(i)]), made.tokens.at(i)});
    }
}

QList<ChunkRow> Embedder::commitFailed(const std::function<QList<ChunkRow>(Connection &)> &write,
                                       const QString &reason) const
{
    WriteTransaction writing(m_store);
    QList<ChunkRow> chunks = write(writing.db());
    fail(&chunks, reason);
    for (const ChunkRow &chunk : std::as_const(chunks))
        ChunkStore(writing.db()).update(chunk);
    writing.commit();
    return chunks;
}

QList<ChunkRow> Embedder::failed(const std::function<QList<ChunkRow>(Connection &)> &write, const QString &reason) const
{
    WriteTransaction writing(m_store);
    QList<ChunkRow> chunks = write(writing.db());
    fail(&chunks, reason);
    return chunks;
}
