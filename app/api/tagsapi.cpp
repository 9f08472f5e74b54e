// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/tagsapi.h"

#include "app/api/apiclient.h"
#include "app/api/readers.h"

using namespace Qt::Literals::StringLiterals;

Call<QList<Tag>> *TagsApi::list() const
{
    return m_client.get(u"/datasets/tags"_s, {}, &readers::bareList<Tag>);
}

Call<Tag> *TagsApi::create(const QString &name) const
{
    return m_client.post(u"/datasets/tags"_s, {{u"name"_s, name}}, &readers::entity<Tag>);
}

Call<Tag> *TagsApi::rename(const QString &tagId, const QString &name) const
{
    return m_client.patch(u"/datasets/tags"_s, {{u"tag_id"_s, tagId}, {u"name"_s, name}}, &readers::entity<Tag>);
}

Call<Done> *TagsApi::remove(const QString &tagId) const
{
    return m_client.remove(u"/datasets/tags"_s, {{u"tag_id"_s, tagId}});
}

Call<QList<Tag>> *TagsApi::ofDataset(const QString &datasetId) const
{
    return m_client.get(u"/datasets/"_s + datasetId + u"/tags"_s, {}, &readers::list<Tag>);
}

Call<Done> *TagsApi::bind(const QStringList &tagIds, const QString &datasetId) const
{
    return m_client.tell("POST", u"/datasets/tags/binding"_s,
                         {{u"tag_ids"_s, QJsonArray::fromStringList(tagIds)}, {u"target_id"_s, datasetId}});
}

Call<Done> *TagsApi::unbind(const QString &tagId, const QString &datasetId) const
{
    return m_client.tell("POST", u"/datasets/tags/unbinding"_s, {{u"tag_id"_s, tagId}, {u"target_id"_s, datasetId}});
}
