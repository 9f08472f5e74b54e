// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/store/vectorstore.h"

#include "app/engine/store/connection.h"

void VectorStore::useModel(qint64 dataset, const QString &provider, const QString &model) const
{
    if (Query(m_db,
              "SELECT count(*) FROM datasets WHERE row = ?1 AND embedding_provider = ?2 AND embedding_model = ?3 "
              "AND vector_space IS NOT NULL",
              dataset, provider, model)
            .first())
        return;
    const qint64 space = Query(m_db, "INSERT INTO vector_spaces (dataset) VALUES (?1) RETURNING row", dataset).first();
    Query(m_db, "UPDATE datasets SET embedding_provider = ?2, embedding_model = ?3, vector_space = ?4 WHERE row = ?1",
          dataset, provider, model, space)
        .run();
}

void VectorStore::put(qint64 space, qint64 item, const QByteArray &values) const
{
    remove(item);
    Query(m_db, "INSERT INTO vectors (space, item, vector) VALUES (?1, ?2, ?3)", space, item, values).run();
}

void VectorStore::remove(qint64 item) const
{
    Query(m_db, "DELETE FROM vectors WHERE item = ?1", item).run();
}

qint64 VectorStore::count(qint64 space) const
{
    return Query(m_db, "SELECT count FROM vector_spaces WHERE row = ?1", space).first();
}

qint64 VectorStore::lastRow(qint64 space) const
{
    return Query(m_db, "SELECT max(row) FROM vectors WHERE space = ?1", space).first();
}

void VectorStore::visitAfter(qint64 space, qint64 row, const std::function<void(const VectorRow &)> &visit) const
{
    Query query(m_db,
                "SELECT v.row, v.item, c.document, v.vector FROM vectors v "
                "JOIN chunks c ON c.row = v.item WHERE v.space = ?1 AND v.row > ?2 ORDER BY v.row",
                space, row);
    while (query.next())
        visit({query.number(0), query.number(1), query.number(2), query.bytes(3)});
}

QByteArray VectorStore::values(qint64 row) const
{
    Query query(m_db, "SELECT vector FROM vectors WHERE row = ?1", row);
    return query.next() ? query.bytes(0) : QByteArray();
}
