// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/store/tagstore.h"

#include "app/engine/store/connection.h"
#include "app/engine/store/storeerror.h"

#define TAG_COLUMNS                                                                                                    \
    "t.row, t.id, t.name, (SELECT count(*) FROM dataset_tags b JOIN datasets s ON s.row = b.dataset AND s.deleted = "  \
    "0 "                                                                                                               \
    "WHERE b.tag = t.row)"

namespace {

TagRow read(const Query &query)
{
    return {query.number(0), query.text(1), query.text(2), query.number(3)};
}

} // namespace

QList<TagRow> TagStore::list() const
{
    Query query(m_db, "SELECT " TAG_COLUMNS " FROM tags t ORDER BY t.row DESC");
    return allRows(query, read);
}

QList<TagRow> TagStore::ofDataset(qint64 dataset) const
{
    Query query(m_db,
                "SELECT t.row, t.id, t.name, 0 FROM dataset_tags b JOIN tags t ON t.row = b.tag "
                "WHERE b.dataset = ?1 ORDER BY t.row DESC",
                dataset);
    return allRows(query, read);
}

std::optional<TagRow> TagStore::find(const QString &id) const
{
    Query query(m_db, "SELECT " TAG_COLUMNS " FROM tags t WHERE t.id = ?1", id.toLower());
    return query.next() ? std::optional(read(query)) : std::nullopt;
}

TagRow TagStore::create(const QString &name) const
{
    requireFreeName(name, 0);
    TagRow tag{0, newId(), name, 0};
    Query query(m_db, "INSERT INTO tags (id, name) VALUES (?1, ?2) RETURNING row", tag.id, name);
    tag.row = query.first();
    return tag;
}

TagRow TagStore::rename(const TagRow &tag, const QString &name) const
{
    requireFreeName(name, tag.row);
    Query(m_db, "UPDATE tags SET name = ?2 WHERE row = ?1", tag.row, name).run();
    TagRow renamed = tag;
    renamed.name = name;
    return renamed;
}

void TagStore::remove(qint64 tag) const
{
    Query(m_db, "DELETE FROM tags WHERE row = ?1", tag).run();
}

void TagStore::bind(qint64 dataset, const QStringList &tags) const
{
    for (const QString &id : tags)
        Query(m_db, "INSERT OR IGNORE INTO dataset_tags SELECT ?1, row FROM tags WHERE id = ?2", dataset, id.toLower())
            .run();
}

void TagStore::unbind(qint64 dataset, const QStringList &tags) const
{
    for (const QString &id : tags) {
        Query(m_db, "DELETE FROM dataset_tags WHERE dataset = ?1 AND tag = (SELECT row FROM tags WHERE id = ?2)",
              dataset, id.toLower())
            .run();
    }
}

void TagStore::requireFreeName(const QString &name, qint64 except) const
{
    if (Query(m_db, "SELECT count(*) FROM tags WHERE name = ?1 AND row <> ?2", name, except).first())
        throw StoreError(StoreError::Kind::NameTaken, QStringLiteral("There is a tag with this name already."));
}
