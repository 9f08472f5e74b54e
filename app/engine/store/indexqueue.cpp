// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/store/indexqueue.h"

#include "app/engine/store/connection.h"

// What is searched of a number q.chunk: of parent-child documents the children, else the chunks.
#define CHANGE_COLUMNS                                                                                                 \
    "ifnull(c.enabled = 1 AND c.status = 'completed' AND d.dataset IS NOT NULL AND d.archived = 0 "                    \
    "AND (d.doc_form = 'hierarchical_model') = (k.row IS NOT NULL), 0), d.dataset, d.row, "                            \
    "ifnull(k.content, t.content), iif(k.row IS NULL, t.answer, ''), iif(k.row IS NULL, t.keywords, ''), d.language"
#define JOIN_CHANGES                                                                                                   \
    " q LEFT JOIN child_chunks k ON k.row = q.chunk LEFT JOIN chunks c ON c.row = ifnull(k.chunk, q.chunk) "           \
    "LEFT JOIN chunk_texts t ON t.chunk = c.row LEFT JOIN documents d ON d.row = c.document "

namespace {

QList<IndexChange> read(Query &query)
{
    QList<IndexChange> changes;
    while (query.next()) {
        IndexChange &change = changes.emplaceBack();
        change.revision = query.number(0);
        change.chunk = query.number(1);
        change.isSearchable = query.flag(2);
        if (!change.isSearchable)
            continue;
        change.dataset = query.number(3);
        change.document = query.number(4);
        change.content = query.text(5);
        change.answer = query.text(6);
        change.keywords = query.list(7).value_or(QStringList());
        change.language = query.text(8);
    }
    return changes;
}

} // namespace

qint64 IndexQueue::last() const
{
    return Query(m_db, "SELECT seq FROM sqlite_sequence WHERE name = 'index_queue'").first();
}

qint64 IndexQueue::cleared() const
{
    return Query(m_db, "SELECT cleared FROM index_state").first();
}

QList<IndexChange> IndexQueue::changesAfter(qint64 revision, int limit) const
{
    Query query(m_db,
                "SELECT q.revision, q.chunk, " CHANGE_COLUMNS " FROM index_queue" JOIN_CHANGES
                "WHERE q.revision > ?1 ORDER BY q.revision LIMIT ?2",
                revision, limit);
    return read(query);
}

QList<IndexChange> IndexQueue::changesOf(const QList<qint64> &chunks, int limit) const
{
    QList<IndexChange> changes;
    for (const qint64 chunk : chunks) {
        Query query(m_db,
                    "SELECT 0, q.chunk, " CHANGE_COLUMNS " FROM (SELECT ?1 AS chunk UNION ALL "
                    "SELECT * FROM (SELECT row FROM child_chunks WHERE chunk = ?1 ORDER BY row LIMIT ?2))" JOIN_CHANGES,
                    chunk, limit);
        changes += read(query);
    }
    return changes;
}

QList<IndexChange> IndexQueue::allAfter(qint64 row, int limit) const
{
    Query query(m_db,
                "SELECT 0, q.chunk, " CHANGE_COLUMNS " FROM (SELECT chunk FROM ("
                "SELECT * FROM (SELECT row AS chunk FROM chunks WHERE row > ?1 ORDER BY row LIMIT ?2) UNION ALL "
                "SELECT * FROM (SELECT row AS chunk FROM child_chunks WHERE row > ?1 ORDER BY row LIMIT ?2)) "
                "ORDER BY chunk LIMIT ?2)" JOIN_CHANGES "ORDER BY q.chunk",
                row, limit);
    return read(query);
}

int IndexQueue::removeRows(std::string_view select, std::string_view remove, qint64 document, int limit) const
{
    QList<qint64> rows;
    {
        Query query(m_db, select, document, limit);
        rows = allNumbers(query);
    }
    for (const qint64 row : std::as_const(rows)) {
        Query(m_db, remove, row).run();
        Query(m_db, "INSERT INTO index_queue (chunk) VALUES (?1)", row).run();
    }
    return int(rows.size());
}

void IndexQueue::clear(qint64 upTo) const
{
    Query(m_db, "DELETE FROM index_queue WHERE revision <= ?1", upTo).run();
    Query(m_db, "UPDATE index_state SET cleared = ?1 WHERE cleared < ?1", upTo).run();
}
