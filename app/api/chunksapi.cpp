// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/chunksapi.h"

#include "app/api/apiclient.h"
#include "app/api/readers.h"

using namespace Qt::Literals::StringLiterals;

namespace {

QString chunksPath(const QString &datasetId, const QString &documentId)
{
    return u"/datasets/"_s + datasetId + u"/documents/"_s + documentId + u"/segments"_s;
}

} // namespace

Call<Page<Chunk>> *ChunksApi::list(const QString &datasetId, const QString &documentId, int page, int limit,
                                   const QString &keyword, const QString &status) const
{
    ApiClient::Query query{{u"page"_s, QString::number(page)}, {u"limit"_s, QString::number(limit)}};
    if (!keyword.isEmpty())
        query.append({u"keyword"_s, keyword});
    if (!status.isEmpty())
        query.append({u"status"_s, status});
    return m_client.get(chunksPath(datasetId, documentId), query, &readers::page<Chunk>);
}

Call<QList<Chunk>> *ChunksApi::create(const QString &datasetId, const QString &documentId,
                                      const QList<ChunkDraft> &drafts) const
{
    QJsonArray segments;
    for (const auto &draft : drafts)
        segments.append(draft.toJson());
    return m_client.post(chunksPath(datasetId, documentId), {{u"segments"_s, segments}}, &readers::list<Chunk>);
}

Call<Chunk> *ChunksApi::get(const QString &datasetId, const QString &documentId, const QString &chunkId) const
{
    return m_client.get(chunksPath(datasetId, documentId) + u'/' + chunkId, {}, &readers::dataEntity<Chunk>);
}

Call<Chunk> *ChunksApi::update(const QString &datasetId, const QString &documentId, const QString &chunkId,
                               const ChunkChanges &changes) const
{
    QJsonObject segment{{u"content"_s, changes.content}};
    if (!changes.answer.isEmpty())
        segment[u"answer"_s] = changes.answer;
    if (changes.keywords)
        segment[u"keywords"_s] = QJsonArray::fromStringList(*changes.keywords);
    if (changes.enabled)
        segment[u"enabled"_s] = *changes.enabled;
    return m_client.post(chunksPath(datasetId, documentId) + u'/' + chunkId, {{u"segment"_s, segment}},
                         &readers::dataEntity<Chunk>);
}

Call<Done> *ChunksApi::remove(const QString &datasetId, const QString &documentId, const QString &chunkId) const
{
    return m_client.remove(chunksPath(datasetId, documentId) + u'/' + chunkId);
}
