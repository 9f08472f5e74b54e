// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/store/childchunkstore.h"

#include "app/engine/store/connection.h"
#include "app/engine/store/indexqueue.h"

#define CHILD_COLUMNS                                                                                                  \
    "k.row, k.chunk, k.id, k.content, k.position, k.customized, k.word_count, k.created_at, k.updated_at, c.id"
#define FROM_CHILDREN " FROM child_chunks k JOIN chunks c ON c.row = k.chunk "

namespace {

ChildChunkRow read(const Query &query)
{
    ChildChunkRow child;
    child.row = query.number(0);
    child.chunk = query.number(1);
    child.id = query.text(2);
    child.content = query.text(3);
    child.position = int(query.number(4));
    child.isCustomized = query.flag(5);
    child.wordCount = query.number(6);
    child.createdAt = query.number(7);
    child.updatedAt = query.number(8);
    child.chunkId = query.text(9);
    return child;
}

} // namespace

Page<ChildChunkRow> ChildChunkStore::list(qint64 chunk, const QString &keyword, Slice slice) const
{
    const std::string where = std::string(FROM_CHILDREN "WHERE k.chunk = ?1 AND ")
                              + (keyword.isEmpty() ? "?2 = ''" : "contains_folded(k.content, ?2)");
    Page<ChildChunkRow> page;
    page.total = Query(m_db, "SELECT count(*)" + where, chunk, keyword).first();
    Query query(m_db, "SELECT " CHILD_COLUMNS + where + " ORDER BY k.position, k.row LIMIT ?3 OFFSET ?4", chunk,
                keyword, slice.limit, slice.offset);
    page.items = allRows(query, read);
    return page;
}

QList<ChildChunkRow> ChildChunkStore::all(qint64 chunk) const
{
    Query query(m_db, "SELECT " CHILD_COLUMNS FROM_CHILDREN "WHERE k.chunk = ?1 ORDER BY k.position, k.row", chunk);
    return allRows(query, read);
}

std::optional<ChildChunkRow> ChildChunkStore::find(qint64 chunk, const QString &id) const
{
    Query query(m_db, "SELECT " CHILD_COLUMNS FROM_CHILDREN "WHERE k.id = ?1 AND k.chunk = ?2", id.toLower(), chunk);
    return nextRow(query, read);
}

std::optional<ChildChunkRow> ChildChunkStore::find(qint64 row) const
{
    Query query(m_db, "SELECT " CHILD_COLUMNS FROM_CHILDREN "WHERE k.row = ?1", row);
    return nextRow(query, read);
}

int ChildChunkStore::lastPosition(qint64 chunk) const
{
    return int(Query(m_db, "SELECT max(position) FROM child_chunks WHERE chunk = ?1", chunk).first());
}

ChildChunkRow ChildChunkStore::insert(ChildChunkRow child) const
{
    child.row = Query(m_db, "UPDATE sqlite_sequence SET seq = seq + 1 WHERE name = 'chunks' RETURNING seq").first();
    Query(m_db,
          "INSERT INTO child_chunks (row, chunk, id, position, customized, word_count, created_at, updated_at, "
          "content) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
          child.row, child.chunk, child.id, child.position, child.isCustomized, child.wordCount, child.createdAt,
          child.updatedAt, child.content)
        .run();
    return child;
}

void ChildChunkStore::update(const ChildChunkRow &child) const
{
    Query(m_db,
          "UPDATE child_chunks SET content = ?2, customized = ?3, word_count = ?4, updated_at = ?5 WHERE row = ?1",
          child.row, child.content, child.isCustomized, child.wordCount, child.updatedAt)
        .run();
    enqueue(child.row);
}

void ChildChunkStore::remove(const ChildChunkRow &child) const
{
    Query(m_db, "DELETE FROM child_chunks WHERE row = ?1", child.row).run();
    enqueue(child.row);
}

void ChildChunkStore::removeAll(qint64 chunk) const
{
    Query(m_db, "INSERT INTO index_queue (chunk) SELECT row FROM child_chunks WHERE chunk = ?1", chunk).run();
    Query(m_db, "DELETE FROM child_chunks WHERE chunk = ?1", chunk).run();
}

int ChildChunkStore::removeSome(qint64 document, int limit) const
{
    return IndexQueue(m_db).removeRows(
        "SELECT k.row FROM chunks c CROSS JOIN child_chunks k ON k.chunk = c.row WHERE c.document = ?1 LIMIT ?2",
        "DELETE FROM child_chunks WHERE row = ?1", document, limit);
}

void ChildChunkStore::enqueue(qint64 row) const
{
    Query(m_db, "INSERT INTO index_queue (chunk) VALUES (?1)", row).run();
}
