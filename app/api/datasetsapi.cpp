// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/datasetsapi.h"

#include "app/api/apiclient.h"
#include "app/api/readers.h"

using namespace Qt::Literals::StringLiterals;

namespace {

void addEmbeddingModel(const ModelRef &model, QJsonObject *body)
{
    if (!model.isSet())
        return;
    (*body)[u"embedding_model"_s] = model.name;
    (*body)[u"embedding_model_provider"_s] = model.provider;
}

void addText(const QString &key, const QString &text, QJsonObject *body)
{
    if (!text.isEmpty())
        (*body)[key] = text;
}

//! Servers give the ids of the members and want them in objects.
QJsonArray membersOf(const QStringList &ids)
{
    QJsonArray members;
    for (const auto &id : ids)
        members.append(QJsonObject{{u"user_id"_s, id}});
    return members;
}

} // namespace

Call<Page<Dataset>> *DatasetsApi::list(int page, int limit, const DatasetsFilter &filter) const
{
    auto query = readers::pageQuery(page, limit, filter.keyword);
    for (const auto &id : filter.tagIds)
        query.append({u"tag_ids"_s, id});
    if (filter.includeAll)
        query.append({u"include_all"_s, u"true"_s});
    return m_client.get(u"/datasets"_s, query, &readers::page<Dataset>);
}

Call<Dataset> *DatasetsApi::create(const DatasetDraft &draft) const
{
    QJsonObject body{{u"name"_s, draft.name}};
    addText(u"description"_s, draft.description, &body);
    addText(u"permission"_s, draft.permission, &body);
    addText(u"indexing_technique"_s, toString(draft.technique), &body);
    addEmbeddingModel(draft.embeddingModel, &body);
    if (draft.retrieval)
        body[u"retrieval_model"_s] = draft.retrieval->toJson();
    if (!draft.externalKnowledgeId.isEmpty())
        body[u"provider"_s] = u"external"_s;
    addText(u"external_knowledge_id"_s, draft.externalKnowledgeId, &body);
    addText(u"external_knowledge_api_id"_s, draft.externalKnowledgeApiId, &body);
    return m_client.post(u"/datasets"_s, body, &readers::entity<Dataset>);
}

Call<Dataset> *DatasetsApi::get(const QString &datasetId) const
{
    return m_client.get(u"/datasets/"_s + datasetId, {}, &readers::entity<Dataset>);
}

Call<Dataset> *DatasetsApi::update(const QString &datasetId, const DatasetChanges &changes) const
{
    if (changes.technique == Dataset::Technique::HighQuality && !changes.embeddingModel.isSet())
        return m_client.refuse<Dataset>(CallBase::tr("High quality needs an embedding model: choose one."));
    QJsonObject body;
    if (changes.name)
        body[u"name"_s] = *changes.name;
    if (changes.description)
        body[u"description"_s] = *changes.description;
    if (changes.permission)
        body[u"permission"_s] = *changes.permission;
    if (changes.partialMembers)
        body[u"partial_member_list"_s] = membersOf(*changes.partialMembers);
    if (changes.retrieval)
        body[u"retrieval_model"_s] = changes.retrieval->toJson();
    if (changes.technique)
        body[u"indexing_technique"_s] = toString(*changes.technique);
    addEmbeddingModel(changes.embeddingModel, &body);
    addText(u"external_knowledge_id"_s, changes.externalKnowledgeId, &body);
    addText(u"external_knowledge_api_id"_s, changes.externalKnowledgeApiId, &body);
    return m_client.patch(u"/datasets/"_s + datasetId, body, &readers::entity<Dataset>);
}

Call<Done> *DatasetsApi::remove(const QString &datasetId) const
{
    return m_client.remove(u"/datasets/"_s + datasetId);
}
