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

//! One that failed takes the others with it: none is there afterwards.
Result<QList<Chunk>> readCreated(const QJsonObject &object)
{
    const auto chunks = readers::list<Chunk>(object);
    if (!chunks)
        return ApiError{.kind = ApiError::Kind::Parse,
                        .httpStatus = 200,
                        .code = {},
                        .message = CallBase::tr("The server's answer cannot be read."),
                        .requestId = {}};
    for (const Chunk &chunk : *chunks) {
        if (chunk.status == Chunk::Status::Failed)
            return ApiError{.kind = ApiError::Kind::Server,
                            .httpStatus = 200,
                            .code = {},
                            .message = CallBase::tr("Nothing was stored: %1").arg(chunk.error),
                            .requestId = {}};
    }
    return *chunks;
}

} // namespace

ChunkChanges::ChunkChanges(const Chunk &chunk)
    : content(chunk.content)
    , answer(chunk.answer)
    , m_oldContent(chunk.content)
    , m_oldAnswer(chunk.answer)
    , m_attachmentIds(chunk.attachmentIds)
{ }

bool ChunkChanges::contradictsItself() const
{
    return enabled == false && (content != m_oldContent || answer != m_oldAnswer);
}

QJsonObject ChunkChanges::toJson() const
{
    QJsonObject segment{{u"content"_s, content}};
    if (!answer.isEmpty())
        segment[u"answer"_s] = answer;
    if (keywords)
        segment[u"keywords"_s] = QJsonArray::fromStringList(*keywords);
    if (enabled)
        segment[u"enabled"_s] = *enabled;
    if (regenerateChildren)
        segment[u"regenerate_child_chunks"_s] = true;
    if (!m_attachmentIds.isEmpty())
        segment[u"attachment_ids"_s] = QJsonArray::fromStringList(m_attachmentIds);
    return segment;
}

Call<Page<Chunk>> *ChunksApi::list(const QString &datasetId, const QString &documentId, int page, int limit,
                                   const QString &keyword, const QString &status) const
{
    auto query = readers::pageQuery(page, limit, keyword);
    if (!status.isEmpty())
        query.append({u"status"_s, status});
    return m_client.get(chunksPath(datasetId, documentId), query, &readers::page<Chunk>);
}

Call<QList<Chunk>> *ChunksApi::create(const QString &datasetId, const QString &documentId,
                                      const QList<ChunkDraft> &drafts) const
{
    QJsonArray segments;
    for (const auto &draft : drafts) {
        if (draft.content.trimmed().isEmpty())
            return m_client.refuse<QList<Chunk>>(CallBase::tr("A chunk without text would never be found."));
        segments.append(draft.toJson());
    }
    return m_client.post(chunksPath(datasetId, documentId), {{u"segments"_s, segments}}, &readCreated);
}

Call<Chunk> *ChunksApi::get(const QString &datasetId, const QString &documentId, const QString &chunkId) const
{
    return m_client.get(chunksPath(datasetId, documentId) + u'/' + chunkId, {}, &readers::dataEntity<Chunk>);
}

Call<Chunk> *ChunksApi::update(const QString &datasetId, const QString &documentId, const QString &chunkId,
                               const ChunkChanges &changes) const
{
    if (changes.contradictsItself())
        return m_client.refuse<Chunk>(CallBase::tr("A chunk cannot be changed and disabled at once: the server would "
                                                   "forget the changes."));
    return m_client.post(chunksPath(datasetId, documentId) + u'/' + chunkId, {{u"segment"_s, changes.toJson()}},
                         &readers::dataEntity<Chunk>);
}

Call<Done> *ChunksApi::remove(const QString &datasetId, const QString &documentId, const QString &chunkId) const
{
    return m_client.remove(chunksPath(datasetId, documentId) + u'/' + chunkId);
}
