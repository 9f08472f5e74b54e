// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/store/metadatastore.h"

#include "app/engine/store/connection.h"
#include "app/engine/store/metadatamatch.h"
#include "app/engine/store/storeerror.h"

#include <QDateTime>

#include <algorithm>
#include <iterator>

using namespace Qt::Literals::StringLiterals;

namespace {

using Operator = MetadataCondition::Operator;

MetadataFieldRow read(const Query &query)
{
    return {query.number(0), query.text(1), query.text(2), query.text(3)};
}

bool isBuiltIn(const QString &name)
{
    return std::any_of(builtInFields().cbegin(), builtInFields().cend(),
                       [&name](const MetadataFieldRow &field) { return field.name == name; });
}

using Rows = QList<qint64>; // ascending

Rows unionOf(const Rows &one, const Rows &other)
{
    Rows rows;
    std::set_union(one.cbegin(), one.cend(), other.cbegin(), other.cend(), std::back_inserter(rows));
    return rows;
}

Rows intersectionOf(const Rows &one, const Rows &other)
{
    Rows rows;
    std::set_intersection(one.cbegin(), one.cend(), other.cbegin(), other.cend(), std::back_inserter(rows));
    return rows;
}

Rows differenceOf(const Rows &one, const Rows &other)
{
    Rows rows;
    std::set_difference(one.cbegin(), one.cend(), other.cbegin(), other.cend(), std::back_inserter(rows));
    return rows;
}

} // namespace

QList<MetadataFieldRow> MetadataStore::fields(qint64 dataset) const
{
    Query query(m_db, "SELECT row, id, name, type FROM metadata_fields WHERE dataset = ?1 ORDER BY row", dataset);
    return allRows(query, read);
}

std::optional<MetadataFieldRow> MetadataStore::find(qint64 dataset, const QString &id) const
{
    Query query(m_db, "SELECT row, id, name, type FROM metadata_fields WHERE id = ?1 AND dataset = ?2", id.toLower(),
                dataset);
    return query.next() ? std::optional(read(query)) : std::nullopt;
}

QHash<qint64, qint64> MetadataStore::useCounts(qint64 dataset) const
{
    QHash<qint64, qint64> counts;
    Query query(
        m_db,
        "SELECT v.field, count(*) FROM metadata_fields f JOIN metadata_values v ON v.field = f.row "
        "JOIN documents d ON d.row = v.document AND d.dataset = f.dataset WHERE f.dataset = ?1 GROUP BY v.field",
        dataset);
    while (query.next())
        counts.insert(query.number(0), query.number(1));
    return counts;
}

MetadataFieldRow MetadataStore::create(qint64 dataset, const QString &name, const QString &type) const
{
    requireFreeName(dataset, name);
    MetadataFieldRow field{0, newId(), name, type};
    Query query(m_db, "INSERT INTO metadata_fields (id, dataset, name, type) VALUES (?1, ?2, ?3, ?4) RETURNING row",
                field.id, dataset, name, type);
    field.row = query.first();
    return field;
}

MetadataFieldRow MetadataStore::rename(const MetadataFieldRow &field, const QString &name) const
{
    requireFreeName(Query(m_db, "SELECT dataset FROM metadata_fields WHERE row = ?1", field.row).first(), name);
    Query(m_db, "UPDATE metadata_fields SET name = ?2 WHERE row = ?1", field.row, name).run();
    MetadataFieldRow renamed = field;
    renamed.name = name;
    return renamed;
}

void MetadataStore::remove(qint64 field) const
{
    Query(m_db, "DELETE FROM metadata_fields WHERE row = ?1", field).run();
}

void MetadataStore::setBuiltIn(qint64 dataset, bool on) const
{
    Query(m_db, "UPDATE datasets SET built_in_fields = ?2 WHERE row = ?1", dataset, on).run();
}

QList<MetadataValueRow> MetadataStore::values(qint64 document) const
{
    QList<MetadataValueRow> values;
    Query query(m_db,
                "SELECT f.row, f.id, f.name, f.type, v.value FROM metadata_values v "
                "JOIN metadata_fields f ON f.row = v.field WHERE v.document = ?1 ORDER BY f.row",
                document);
    while (query.next())
        values.append({read(query), query.value(4)});
    return values;
}

void MetadataStore::setValues(qint64 document, const QList<MetadataValueRow> &values, bool keepOthers) const
{
    if (!keepOthers)
        Query(m_db, "DELETE FROM metadata_values WHERE document = ?1", document).run();
    for (const MetadataValueRow &value : values) {
        Query(m_db,
              "INSERT INTO metadata_values (field, document, value) VALUES (?1, ?2, ?3) "
              "ON CONFLICT DO UPDATE SET value = excluded.value",
              value.field.row, document, value.value)
            .run();
    }
    if (!keepOthers || !values.isEmpty())
        Query(m_db, "UPDATE documents SET updated_at = ?2 WHERE row = ?1", document,
              QDateTime::currentMSecsSinceEpoch())
            .run();
}

std::optional<QSet<qint64>> MetadataStore::matching(const DatasetRow &dataset, const MetadataFilter &filter) const
{
    const auto combine = filter.logic == MetadataFilter::Logic::Any ? unionOf : intersectionOf;
    std::optional<QList<qint64>> rows;
    for (const MetadataCondition &condition : filter.conditions) {
        if (takesValue(condition.comparison) && condition.value.isNull())
            continue; // as the real server does
        const QList<qint64> found = fulfilling(dataset, condition);
        rows = rows ? combine(*rows, found) : found;
    }
    return rows ? std::optional(QSet<qint64>(rows->cbegin(), rows->cend())) : std::nullopt;
}

QList<qint64> MetadataStore::fulfilling(const DatasetRow &dataset, const MetadataCondition &condition) const
{
    if (dataset.builtInFields && isBuiltIn(condition.name))
        return fulfillingBuiltIn(dataset, condition);
    const bool isEmpty = condition.comparison == Operator::Empty;
    const MetadataMatch matches(condition);
    const qint64 field
        = Query(m_db, "SELECT row FROM metadata_fields WHERE dataset = ?1 AND name = ?2", dataset.row, condition.name)
              .first();
    Rows rows;
    const auto take = [&](Query &query) {
        while (query.next()) {
            if (isEmpty || matches(query.value(1)))
                rows.append(query.number(0));
        }
    };
    if (const auto likely = matches.candidates()) {
        Query numbers(m_db, metadatasql::numbers, field, likely->least, likely->most);
        take(numbers);
        if (likely->texts) {
            Query texts(m_db, metadatasql::someTexts, field, *likely->texts);
            take(texts);
        } else {
            Query texts(m_db, metadatasql::allTexts, field);
            take(texts);
        }
        std::sort(rows.begin(), rows.end());
    } else {
        Query all(m_db, metadatasql::all, field);
        take(all);
    }
    return isEmpty ? differenceOf(documents(dataset.row), rows) : rows;
}

QList<qint64> MetadataStore::fulfillingBuiltIn(const DatasetRow &dataset, const MetadataCondition &condition) const
{
    const MetadataMatch matches(condition);
    Rows rows;
    Query query(m_db, "SELECT row, name, created_at, updated_at FROM documents WHERE dataset = ?1 ORDER BY row",
                dataset.row);
    DocumentRow document;
    while (query.next()) {
        document.name = query.text(1);
        document.createdAt = query.number(2);
        document.updatedAt = query.number(3);
        if (matches(builtInValue(document, condition.name)))
            rows.append(query.number(0));
    }
    return rows;
}

QList<qint64> MetadataStore::documents(qint64 dataset) const
{
    Query query(m_db, "SELECT row FROM documents WHERE dataset = ?1 ORDER BY row", dataset);
    return allNumbers(query);
}

void MetadataStore::requireFreeName(qint64 dataset, const QString &name) const
{
    if (Query(m_db, "SELECT count(*) FROM metadata_fields WHERE dataset = ?1 AND name = ?2", dataset, name).first())
        throw StoreError(StoreError::Kind::NameTaken, QStringLiteral("There is a field with this name already."));
}

QJsonValue builtInValue(const DocumentRow &document, const QString &field)
{
    if (field == "document_name"_L1)
        return document.name;
    if (field == "uploader"_L1)
        return u"Loredesk"_s;
    if (field == "upload_date"_L1) {
        const qint64 seconds = document.createdAt / 1000; // whole ones
        return double(seconds);
    }
    if (field == "last_update_date"_L1)
        return double(document.updatedAt) / 1000;
    return u"file_upload"_s;
}

QList<MetadataValueRow> builtInValues(const DocumentRow &document)
{
    QList<MetadataValueRow> rows;
    for (const MetadataFieldRow &field : builtInFields())
        rows.append({field, builtInValue(document, field.name)});
    return rows;
}
