// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/store/chunkstore.h"

#include "app/engine/store/childchunkstore.h"
#include "app/engine/store/connection.h"
#include "app/engine/store/indexqueue.h"

#define CHUNK_COLUMNS                                                                                                  \
    "c.row, c.document, c.id, c.position, c.status, c.enabled, c.word_count, c.created_at, c.updated_at, "             \
    "c.indexing_at, c.completed_at, c.disabled_at, c.edited, t.hash, t.index_node_id, t.keywords, t.answer, "          \
    "t.content, d.id, c.tokens, t.error, t.summary"
#define FROM_CHUNKS " FROM chunks c JOIN chunk_texts t ON t.chunk = c.row JOIN documents d ON d.row = c.document "

namespace {

ChunkRow read(const Query &query)
{
    ChunkRow chunk;
    chunk.row = query.number(0);
    chunk.document = query.number(1);
    chunk.id = query.text(2);
    chunk.position = int(query.number(3));
    chunk.status = chunkStatusFromName(query.text(4));
    chunk.enabled = query.flag(5);
    chunk.wordCount = query.number(6);
    chunk.createdAt = query.number(7);
    chunk.updatedAt = query.number(8);
    chunk.indexingAt = query.number(9);
    chunk.completedAt = query.number(10);
    chunk.disabledAt = query.number(11);
    chunk.edited = query.flag(12);
    chunk.hash = query.text(13);
    chunk.indexNodeId = query.text(14);
    chunk.keywords = query.list(15);
    chunk.answer = query.text(16);
    chunk.content = query.text(17);
    chunk.documentId = query.text(18);
    chunk.tokens = query.number(19);
    chunk.error = query.text(20);
    chunk.summary = query.text(21);
    return chunk;
}

//! The filter as a condition; the names are ours, never what somebody sent.
std::string condition(const QList<Chunk::Status> &statuses)
{
    std::string names;
    for (const auto status : statuses)
        names += (names.empty() ? "'" : ", '") + wireName(status).toStdString() + "'";
    return names.empty() ? std::string() : " AND c.status IN (" + names + ")";
}

} // namespace

Page<ChunkRow> ChunkStore::list(qint64 document, const ChunkFilter &filter, Slice slice) const
{
    if (!filter.keyword.isEmpty())
        return listContaining(document, filter, slice);
    // The texts of the rows that are only skipped or counted are not read.
    const std::string from = " FROM chunks c WHERE c.document = ?1" + condition(filter.statuses);
    Page<ChunkRow> page;
    page.total = Query(m_db, "SELECT count(*)" + from, document).first();
    Query query(m_db,
                "SELECT " CHUNK_COLUMNS FROM_CHUNKS "JOIN (SELECT c.row" + from
                    + " ORDER BY c.position, c.row LIMIT ?2 OFFSET ?3) p ON p.row = c.row ORDER BY c.position, c.row",
                document, slice.limit, slice.offset);
    page.items = allRows(query, read);
    return page;
}

//! Looks through the texts once for both the page and the number of all.
Page<ChunkRow> ChunkStore::listContaining(qint64 document, const ChunkFilter &filter, Slice slice) const
{
    Page<ChunkRow> page;
    QList<qint64> rows;
    Query matching(m_db,
                   "SELECT c.row FROM chunks c JOIN chunk_texts t ON t.chunk = c.row WHERE c.document = ?1 "
                   "AND contains_folded(t.content, ?2)"
                       + condition(filter.statuses) + " ORDER BY c.position, c.row",
                   document, filter.keyword);
    for (page.total = 0; matching.next(); ++page.total) {
        if (page.total >= slice.offset && rows.size() < slice.limit)
            rows.append(matching.number(0));
    }
    for (const qint64 row : std::as_const(rows)) {
        Query query(m_db, "SELECT " CHUNK_COLUMNS FROM_CHUNKS "WHERE c.row = ?1", row);
        if (query.next())
            page.items.append(read(query));
    }
    return page;
}

std::optional<ChunkRow> ChunkStore::find(qint64 document, const QString &id) const
{
    Query query(m_db, "SELECT " CHUNK_COLUMNS FROM_CHUNKS "WHERE c.id = ?1 AND c.document = ?2", id.toLower(),
                document);
    return nextRow(query, read);
}

std::optional<ChunkRow> ChunkStore::find(qint64 row) const
{
    Query query(m_db, "SELECT " CHUNK_COLUMNS FROM_CHUNKS "WHERE c.row = ?1 AND d.dataset IS NOT NULL", row);
    return nextRow(query, read);
}

int ChunkStore::lastPosition(qint64 document) const
{
    return int(Query(m_db, "SELECT max(position) FROM chunks WHERE document = ?1", document).first());
}

qint64 ChunkStore::documentOf(qint64 row) const
{
    Query query(m_db,
                "SELECT document FROM chunks WHERE row = ?1 UNION ALL "
                "SELECT c.document FROM child_chunks k JOIN chunks c ON c.row = k.chunk WHERE k.row = ?1",
                row);
    return query.first();
}

std::optional<HitRow> ChunkStore::findSearchable(qint64 dataset, qint64 row) const
{
    const auto child = ChildChunkStore(m_db).find(row);
    Query query(m_db,
                "SELECT " CHUNK_COLUMNS ", d.name" FROM_CHUNKS
                "WHERE c.row = ?1 AND d.dataset = ?2 AND c.enabled = 1 AND c.status = 'completed' AND d.archived = 0 "
                "AND (d.doc_form = 'hierarchical_model') = ?3",
                child ? child->chunk : row, dataset, child.has_value());
    if (!query.next())
        return std::nullopt;
    HitRow hit{read(query), query.text(22)};
    if (child)
        hit.children.append({*child});
    return hit;
}

ChunkRow ChunkStore::insert(ChunkRow chunk) const
{
    const bool isCompleted = chunk.status == Chunk::Status::Completed;
    chunk.row
        = Query(m_db,
                "INSERT INTO chunks (document, id, position, status, enabled, word_count, created_at, updated_at, "
                "indexing_at, completed_at, disabled_at, tokens) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, 0, "
                "?11) "
                "RETURNING row",
                chunk.document, chunk.id, chunk.position, wireName(chunk.status), chunk.enabled, chunk.wordCount,
                chunk.createdAt, chunk.updatedAt, chunk.indexingAt, chunk.completedAt, chunk.tokens)
              .first();
    Query(m_db,
          "INSERT INTO chunk_texts (chunk, hash, index_node_id, keywords, answer, content, summary) "
          "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
          chunk.row, chunk.hash, chunk.indexNodeId, chunk.keywords, chunk.answer, chunk.content, chunk.summary)
        .run();
    addToCounts(chunk.document, 1, isCompleted);
    if (isCompleted)
        enqueue(chunk.row);
    return chunk;
}

void ChunkStore::update(const ChunkRow &chunk) const
{
    // What children say stays, but whether they are found may change.
    Query(m_db,
          "INSERT INTO index_queue (chunk) SELECT ?1 UNION ALL SELECT k.row FROM chunks c CROSS JOIN child_chunks k "
          "ON k.chunk = c.row WHERE c.row = ?1 AND c.enabled <> ?2",
          chunk.row, chunk.enabled)
        .run();
    Query(m_db,
          "UPDATE chunks SET enabled = ?2, edited = ?3, word_count = ?4, updated_at = ?5, indexing_at = ?6, "
          "completed_at = ?7, disabled_at = ?8, status = ?9, tokens = ?10 WHERE row = ?1",
          chunk.row, chunk.enabled, chunk.edited, chunk.wordCount, chunk.updatedAt, chunk.indexingAt, chunk.completedAt,
          chunk.disabledAt, wireName(chunk.status), chunk.tokens)
        .run();
    Query(m_db,
          "UPDATE chunk_texts SET hash = ?2, index_node_id = ?3, keywords = ?4, answer = ?5, content = ?6, "
          "error = ?7, summary = ?8 WHERE chunk = ?1",
          chunk.row, chunk.hash, chunk.indexNodeId, chunk.keywords, chunk.answer, chunk.content, chunk.error,
          chunk.summary)
        .run();
}

void ChunkStore::remove(const ChunkRow &chunk) const
{
    ChildChunkStore(m_db).removeAll(chunk.row);
    Query(m_db, "DELETE FROM chunks WHERE row = ?1", chunk.row).run();
    addToCounts(chunk.document, -1, chunk.status == Chunk::Status::Completed ? -1 : 0);
    enqueue(chunk.row);
}

QList<ChunkRow> ChunkStore::waiting(qint64 document, qint64 row, int limit) const
{
    Query query(m_db,
                "SELECT " CHUNK_COLUMNS FROM_CHUNKS
                "WHERE c.document = ?1 AND c.row > ?2 AND c.status = 'waiting' ORDER BY c.row LIMIT ?3",
                document, row, limit);
    return allRows(query, read);
}

QList<ChunkRow> ChunkStore::after(qint64 document, qint64 row, int limit) const
{
    Query query(m_db,
                "SELECT " CHUNK_COLUMNS FROM_CHUNKS
                "WHERE c.document = ?1 AND c.row > ?2 AND c.status IN ('waiting', 'completed') ORDER BY c.row LIMIT ?3",
                document, row, limit);
    return allRows(query, read);
}

void ChunkStore::saveTokens(const ChunkRow &chunk) const
{
    Query(m_db, "UPDATE chunks SET tokens = ?2 WHERE row = ?1", chunk.row, chunk.tokens).run();
}

qint64 ChunkStore::tokens(qint64 document) const
{
    return Query(m_db, "SELECT sum(tokens) FROM chunks WHERE document = ?1", document).first();
}

void ChunkStore::complete(const ChunkRow &chunk, bool enabled, Stamp now) const
{
    Query(m_db,
          "UPDATE chunks SET status = 'completed', enabled = ?2, updated_at = ?3, indexing_at = ?3, completed_at = ?3, "
          "disabled_at = ?4, tokens = ?5 WHERE row = ?1",
          chunk.row, enabled, now, enabled ? 0 : now, chunk.tokens)
        .run();
    Query(m_db, "UPDATE chunk_texts SET keywords = ?2 WHERE chunk = ?1", chunk.row, chunk.keywords).run();
    addToCounts(chunk.document, 0, 1);
    if (enabled)
        enqueue(chunk.row);
}

int ChunkStore::enableAll(qint64 document, bool enabled, Stamp now) const
{
    Query(m_db,
          "UPDATE chunks SET enabled = ?2, disabled_at = ?3, updated_at = ?4 WHERE document = ?1 "
          "AND status = 'completed' AND enabled <> ?2",
          document, enabled, enabled ? 0 : now, now)
        .run();
    return Query(m_db,
                 "INSERT INTO index_queue (chunk) SELECT row FROM chunks WHERE document = ?1 AND status = 'completed' "
                 "UNION ALL SELECT k.row FROM chunks c CROSS JOIN child_chunks k ON k.chunk = c.row "
                 "WHERE c.document = ?1 AND c.status = 'completed'",
                 document)
        .run();
}

int ChunkStore::removeSome(qint64 document, int limit) const
{
    const int children = ChildChunkStore(m_db).removeSome(document, limit);
    return children
           + IndexQueue(m_db).removeRows("SELECT row FROM chunks WHERE document = ?1 LIMIT ?2",
                                         "DELETE FROM chunks WHERE row = ?1", document, limit - children);
}

void ChunkStore::addToCounts(qint64 document, int segments, int completed) const
{
    Query(m_db,
          "UPDATE documents SET segment_count = segment_count + ?2, completed_segments = completed_segments + ?3 "
          "WHERE row = ?1",
          document, segments, completed)
        .run();
}

void ChunkStore::enqueue(qint64 row) const
{
    Query(m_db, "INSERT INTO index_queue (chunk) SELECT ?1 UNION ALL SELECT row FROM child_chunks WHERE chunk = ?1",
          row)
        .run();
}
