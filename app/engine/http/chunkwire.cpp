// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/http/wire.h"

#include "app/domain/json.h"
#include "app/engine/http/wireparts.h"

using namespace Qt::Literals::StringLiterals;

namespace http::wire {

namespace {

constexpr QJsonValue::Type null = QJsonValue::Null;

QString statusName(Chunk::Status status)
{
    switch (status) {
    case Chunk::Status::Waiting:
        return u"waiting"_s;
    case Chunk::Status::Indexing:
        return u"indexing"_s;
    case Chunk::Status::Completed:
        return u"completed"_s;
    case Chunk::Status::Failed:
        return u"error"_s;
    case Chunk::Status::Paused:
        return u"paused"_s;
    case Chunk::Status::BeingReplaced:
        return u"re_segment"_s;
    }
    Q_UNREACHABLE();
}

//! What a chunk and the segment of a hit have in common.
QJsonObject common(const ChunkRow &row)
{
    return {
        {u"id"_s, row.id},
        {u"position"_s, row.position},
        {u"document_id"_s, row.documentId},
        {u"content"_s, row.content},
        {u"answer"_s, json::orNull(row.answer)},
        {u"word_count"_s, row.wordCount},
        {u"tokens"_s, row.tokens},
        {u"keywords"_s, QJsonArray::fromStringList(row.keywords.value_or(QStringList()))},
        {u"index_node_id"_s, row.indexNodeId},
        {u"index_node_hash"_s, row.hash},
        {u"hit_count"_s, 0},
        {u"enabled"_s, row.enabled},
        {u"disabled_at"_s, seconds(row.disabledAt)},
        {u"disabled_by"_s, row.disabledAt > 0 && row.status != Chunk::Status::Failed ? QJsonValue(ownerId()) : null},
        {u"status"_s, statusName(row.status)},
        {u"created_by"_s, ownerId()},
        {u"created_at"_s, seconds(row.createdAt)},
        {u"indexing_at"_s, seconds(row.indexingAt)},
        {u"completed_at"_s, seconds(row.completedAt)},
        {u"error"_s, json::orNull(row.error)},
        {u"stopped_at"_s, null}};
}

} // namespace

QJsonObject chunk(const ChunkRow &row, const QList<ChildChunkRow> &children)
{
    QJsonArray childChunks;
    for (const ChildChunkRow &child : children)
        childChunks.append(childChunk(child));
    QJsonObject object = common(row);
    object[u"sign_content"_s] = row.content;
    object[u"updated_at"_s] = seconds(row.updatedAt);
    object[u"updated_by"_s] = row.edited ? QJsonValue(ownerId()) : null;
    if (!row.keywords)
        object[u"keywords"_s] = null;
    object[u"child_chunks"_s] = childChunks;
    object[u"attachments"_s] = QJsonArray();
    object[u"summary"_s] = json::orNull(row.summary);
    return object;
}

QJsonObject childChunk(const ChildChunkRow &row)
{
    return {{u"id"_s, row.id},
            {u"segment_id"_s, row.chunkId},
            {u"content"_s, row.content},
            {u"position"_s, row.position},
            {u"word_count"_s, row.wordCount},
            {u"type"_s, row.isCustomized ? u"customized"_s : u"automatic"_s},
            {u"created_at"_s, seconds(row.createdAt)},
            {u"updated_at"_s, seconds(row.updatedAt)}};
}

QJsonObject hit(const HitRow &row, const QJsonValue &metadata)
{
    QJsonArray childChunks;
    for (const ChildHitRow &found : row.children) {
        childChunks.append(QJsonObject{{u"id"_s, found.child.id},
                                       {u"content"_s, found.child.content},
                                       {u"position"_s, found.child.position},
                                       {u"score"_s, found.score}});
    }
    QJsonObject segment = common(row.chunk);
    segment[u"sign_content"_s] = null;
    segment[u"document"_s] = QJsonObject{{u"id"_s, row.chunk.documentId},
                                         {u"data_source_type"_s, u"upload_file"_s},
                                         {u"name"_s, row.documentName},
                                         {u"doc_type"_s, null},
                                         {u"doc_metadata"_s, metadata}};
    return {{u"segment"_s, segment},    {u"child_chunks"_s, childChunks},
            {u"score"_s, row.score},    {u"tsne_position"_s, null},
            {u"files"_s, QJsonArray()}, {u"summary"_s, json::orNull(row.chunk.summary)}};
}

} // namespace http::wire
