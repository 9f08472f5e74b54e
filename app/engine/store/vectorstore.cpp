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
    Query(m_db, "DELETE FROM vectors WHERE item = ?1", item).run();
    Query(m_db, "INSERT INTO vectors (space, item, vector) VALUES (?1, ?2, ?3)", space, item, values).run();
}

QList<MissingVector> VectorStore::missing(qint64 chunk) const
{
    QList<MissingVector> vectors;
    Query query(m_db,
                "SELECT s.vector_space, i.row, s.embedding_model, i.content FROM ("
                "SELECT chunk AS row, chunk, content, 0 AS child FROM chunk_texts WHERE chunk = ?1 UNION ALL "
                "SELECT row, chunk, content, 1 FROM child_chunks WHERE chunk = ?1) i JOIN chunks c ON c.row = i.chunk "
                "JOIN documents d ON d.row = c.document AND (d.doc_form = 'hierarchical_model') = i.child "
                "JOIN datasets s ON s.row = d.dataset AND s.indexing_technique = 'high_quality' "
                "LEFT JOIN vectors v ON v.item = i.row AND v.space = s.vector_space WHERE v.row IS NULL ORDER BY i.row",
                chunk);
    while (query.next())
        vectors.append({query.number(0), query.number(1), query.text(2), query.text(3)});
    return vectors;
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
                "SELECT v.row, v.item, c.document, v.vector FROM vectors v LEFT JOIN child_chunks k ON k.row = v.item "
                "JOIN chunks c ON c.row = ifnull(k.chunk, v.item) WHERE v.space = ?1 AND v.row > ?2 ORDER BY v.row",
                space, row);
    while (query.next())
        visit({query.number(0), query.number(1), query.number(2), query.bytes(3)});
}

QByteArray VectorStore::values(qint64 row) const
{
    Query query(m_db, "SELECT vector FROM vectors WHERE row = ?1", row);
    return query.next() ? query.bytes(0) : QByteArray();
}

QByteArray VectorStore::valuesOf(qint64 space, qint64 item) const
{
    Query query(m_db, "SELECT vector FROM vectors WHERE item = ?2 AND space = ?1", space, item);
    return query.next() ? query.bytes(0) : QByteArray();
}
