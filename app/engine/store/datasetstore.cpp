// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/store/datasetstore.h"

#include "app/engine/store/connection.h"
#include "app/engine/store/storeerror.h"
#include "app/engine/store/vectorstore.h"

#include <QDateTime>

#define DATASET_COLUMNS                                                                                                \
    "row, id, name, description, permission, indexing_technique, doc_form, retrieval_model, created_at, updated_at, "  \
    "document_count, available_count, word_count, provider, members, built_in_fields, embedding_provider, "            \
    "embedding_model, vector_space, named_model, summary_setting"

namespace {

DatasetRow read(const Query &query)
{
    DatasetRow dataset;
    dataset.row = query.number(0);
    dataset.id = query.text(1);
    dataset.name = query.text(2);
    dataset.description = query.text(3);
    dataset.permission = query.text(4);
    dataset.indexingTechnique = query.text(5);
    dataset.docForm = query.text(6);
    dataset.retrievalModel = query.object(7);
    dataset.createdAt = query.number(8);
    dataset.updatedAt = query.number(9);
    dataset.documentCount = query.number(10);
    dataset.availableDocumentCount = query.number(11);
    dataset.wordCount = query.number(12);
    dataset.provider = query.text(13);
    dataset.members = query.list(14).value_or(QStringList());
    dataset.builtInFields = query.flag(15);
    dataset.embeddingProvider = query.text(16);
    dataset.embeddingModel = query.text(17);
    dataset.vectorSpace = query.optional(18).value_or(0);
    dataset.namedModel = query.text(19);
    dataset.summarySetting = query.object(20);
    return dataset;
}

template <typename Value>
void replace(Value &value, const std::optional<Value> &change)
{
    if (change)
        value = *change;
}

} // namespace

Page<DatasetRow> DatasetStore::list(const DatasetFilter &filter, Slice slice) const
{
    QStringList tags;
    for (const QString &id : filter.tags)
        tags.append(id.toLower());
    tags.removeDuplicates();
    static const std::string from = " FROM datasets s WHERE deleted = 0 AND (?1 = '' OR contains_folded(name, ?1)) "
                                    "AND (?3 = 0 OR ?3 = (SELECT count(*) FROM json_each(?2) j "
                                    "JOIN tags t ON t.id = j.value JOIN dataset_tags b ON b.tag = t.row "
                                    "WHERE b.dataset = s.row)) ";
    Page<DatasetRow> page;
    page.total = Query(m_db, "SELECT count(*)" + from, filter.keyword, tags, qint64(tags.size())).first();
    Query query(m_db, "SELECT " DATASET_COLUMNS + from + "ORDER BY created_at DESC, row DESC LIMIT ?4 OFFSET ?5",
                filter.keyword, tags, qint64(tags.size()), slice.limit, slice.offset);
    page.items = allRows(query, read);
    return page;
}

std::optional<DatasetRow> DatasetStore::find(const QString &id) const
{
    Query query(m_db, "SELECT " DATASET_COLUMNS " FROM datasets WHERE id = ?1 AND deleted = 0", id.toLower());
    return nextRow(query, read);
}

std::optional<DatasetRow> DatasetStore::find(qint64 row) const
{
    Query query(m_db, "SELECT " DATASET_COLUMNS " FROM datasets WHERE row = ?1 AND deleted = 0", row);
    return nextRow(query, read);
}

DatasetRow DatasetStore::create(const DatasetDraft &draft) const
{
    requireFreeName(draft.name, 0);
    Query query(m_db,
                "INSERT INTO datasets (id, name, description, permission, indexing_technique, doc_form, "
                "retrieval_model, created_at, updated_at, provider, summary_setting) "
                "VALUES (?1, ?2, ?3, ?4, ?5, '', ?6, ?7, ?7, ?8, ?9) "
                "RETURNING " DATASET_COLUMNS,
                newId(), draft.name, draft.description, draft.permission, draft.indexingTechnique, draft.retrievalModel,
                QDateTime::currentMSecsSinceEpoch(), draft.provider, draft.summarySetting);
    const DatasetRow created = *nextRow(query, read);
    if (!draft.embedding)
        return created;
    VectorStore(m_db).useModel(created.row, draft.embedding->provider, draft.embedding->name);
    return *find(created.row);
}

DatasetRow DatasetStore::change(qint64 row, const DatasetChanges &changes) const
{
    auto dataset = find(row);
    if (!dataset)
        throw StoreError(StoreError::Kind::NotFound, QStringLiteral("Dataset not found."));
    replace(dataset->name, changes.name);
    replace(dataset->description, changes.description);
    replace(dataset->permission, changes.permission);
    replace(dataset->indexingTechnique, changes.indexingTechnique);
    replace(dataset->docForm, changes.docForm);
    replace(dataset->retrievalModel, changes.retrievalModel);
    replace(dataset->members, changes.members);
    if (dataset->permission != QLatin1String("partial_members"))
        dataset->members.clear();
    replace(dataset->namedModel, changes.namedModel);
    if (dataset->hasVectors())
        dataset->namedModel.clear();
    dataset->updatedAt = QDateTime::currentMSecsSinceEpoch();
    requireFreeName(dataset->name, row);
    Query(m_db,
          "UPDATE datasets SET name = ?2, description = ?3, permission = ?4, indexing_technique = ?5, "
          "doc_form = ?6, retrieval_model = ?7, updated_at = ?8, members = ?9, named_model = ?10 WHERE row = ?1",
          row, dataset->name, dataset->description, dataset->permission, dataset->indexingTechnique, dataset->docForm,
          dataset->retrievalModel, dataset->updatedAt, dataset->members, dataset->namedModel)
        .run();
    if (!changes.embedding)
        return *dataset;
    VectorStore(m_db).useModel(row, changes.embedding->provider, changes.embedding->name);
    return *find(row);
}

bool DatasetStore::markDeleted(qint64 row) const
{
    return Query(m_db, "UPDATE datasets SET deleted = 1 WHERE row = ?1 AND deleted = 0", row).run() > 0;
}

QList<qint64> DatasetStore::deleted() const
{
    Query query(m_db, "SELECT row FROM datasets WHERE deleted = 1");
    return allNumbers(query);
}

void DatasetStore::remove(qint64 row) const
{
    Query(m_db, "DELETE FROM datasets WHERE row = ?1 AND deleted = 1", row).run();
}

ProcessRuleRow DatasetStore::useRule(qint64 row, const QJsonObject &rule) const
{
    if (const auto latest = latestRule(row); latest && latest->rule == rule)
        return *latest;
    const ProcessRuleRow added{newId(), rule};
    Query(m_db, "INSERT INTO process_rules (id, dataset, rule) VALUES (?1, ?2, ?3)", added.id, row, rule).run();
    return added;
}

std::optional<ProcessRuleRow> DatasetStore::latestRule(qint64 row) const
{
    Query query(m_db, "SELECT id, rule FROM process_rules WHERE dataset = ?1 ORDER BY row DESC LIMIT 1", row);
    return query.next() ? std::optional(ProcessRuleRow{query.text(0), query.object(1)}) : std::nullopt;
}

std::optional<ProcessRuleRow> DatasetStore::rule(const QString &ruleId) const
{
    Query query(m_db, "SELECT id, rule FROM process_rules WHERE id = ?1", ruleId);
    return query.next() ? std::optional(ProcessRuleRow{query.text(0), query.object(1)}) : std::nullopt;
}

void DatasetStore::requireFreeName(const QString &name, qint64 except) const
{
    if (Query(m_db, "SELECT count(*) FROM datasets WHERE name = ?1 AND deleted = 0 AND row <> ?2", name, except)
            .first())
        throw StoreError(StoreError::Kind::NameTaken, QStringLiteral("There is a dataset with this name already."));
}
