// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/datasetsapi.h"

#include "app/api/apiclient.h"
#include "app/api/readers.h"

using namespace Qt::Literals::StringLiterals;

Call<Page<Dataset>> *DatasetsApi::list(int page, int limit, const QString &keyword) const
{
    ApiClient::Query query{{u"page"_s, QString::number(page)}, {u"limit"_s, QString::number(limit)}};
    if (!keyword.isEmpty())
        query.append({u"keyword"_s, keyword});
    return m_client.get(u"/datasets"_s, query, &readers::page<Dataset>);
}

Call<Dataset> *DatasetsApi::create(const DatasetDraft &draft) const
{
    QJsonObject body{
        {u"name"_s, draft.name}, {u"description"_s, draft.description}, {u"permission"_s, draft.permission}};
    if (draft.technique != Dataset::Technique::NotSet)
        body[u"indexing_technique"_s] = toString(draft.technique);
    return m_client.post(u"/datasets"_s, body, &readers::entity<Dataset>);
}

Call<Dataset> *DatasetsApi::get(const QString &datasetId) const
{
    return m_client.get(u"/datasets/"_s + datasetId, {}, &readers::entity<Dataset>);
}

Call<Dataset> *DatasetsApi::update(const QString &datasetId, const DatasetChanges &changes) const
{
    QJsonObject body;
    if (changes.name)
        body[u"name"_s] = *changes.name;
    if (changes.description)
        body[u"description"_s] = *changes.description;
    if (changes.retrieval)
        body[u"retrieval_model"_s] = changes.retrieval->toJson();
    return m_client.patch(u"/datasets/"_s + datasetId, body, &readers::entity<Dataset>);
}

Call<Done> *DatasetsApi::remove(const QString &datasetId) const
{
    return m_client.remove(u"/datasets/"_s + datasetId);
}
