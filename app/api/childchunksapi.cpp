// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/childchunksapi.h"

#include "app/api/apiclient.h"
#include "app/api/readers.h"

using namespace Qt::Literals::StringLiterals;

namespace {

QString pathOf(const ChildChunksApi::Parent &parent)
{
    return u"/datasets/"_s + parent.datasetId + u"/documents/"_s + parent.documentId + u"/segments/"_s + parent.chunkId
           + u"/child_chunks"_s;
}

bool isBlank(const QString &content)
{
    return content.trimmed().isEmpty();
}

QString blankRefused()
{
    return CallBase::tr("A child chunk without text would never be found.");
}

} // namespace

Call<Page<ChildChunk>> *ChildChunksApi::list(const Parent &parent, int page, int limit, const QString &keyword) const
{
    return m_client.get(pathOf(parent), readers::pageQuery(page, limit, keyword), &readers::page<ChildChunk>);
}

Call<ChildChunk> *ChildChunksApi::create(const Parent &parent, const QString &content) const
{
    if (isBlank(content))
        return m_client.refuse<ChildChunk>(blankRefused());
    return m_client.post(pathOf(parent), {{u"content"_s, content}}, &readers::dataEntity<ChildChunk>);
}

Call<ChildChunk> *ChildChunksApi::update(const Parent &parent, const QString &childId, const QString &content) const
{
    if (isBlank(content))
        return m_client.refuse<ChildChunk>(blankRefused());
    return m_client.patch(pathOf(parent) + u'/' + childId, {{u"content"_s, content}}, &readers::dataEntity<ChildChunk>);
}

Call<Done> *ChildChunksApi::remove(const Parent &parent, const QString &childId) const
{
    return m_client.remove(pathOf(parent) + u'/' + childId);
}
