// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/chunk.h"

#include "app/domain/json.h"

#include <QHash>

using namespace Qt::Literals::StringLiterals;

ChildChunk ChildChunk::fromJson(const QJsonObject &object)
{
    ChildChunk child;
    child.id = object["id"_L1].toString();
    child.chunkId = object["segment_id"_L1].toString();
    child.content = object["content"_L1].toString();
    child.type = object["type"_L1] == "customized"_L1 ? Type::Customized : Type::Automatic;
    child.position = static_cast<int>(json::toInt(object["position"_L1]));
    child.wordCount = json::toInt(object["word_count"_L1]);
    child.createdAt = json::toInt(object["created_at"_L1]);
    child.updatedAt = json::toInt(object["updated_at"_L1]);
    if (object["score"_L1].isDouble())
        child.score = object["score"_L1].toDouble();
    return child;
}

Chunk Chunk::fromJson(const QJsonObject &object)
{
    static const QHash<QString, Status> states{
        {u"waiting"_s, Status::Waiting}, {u"indexing"_s, Status::Indexing}, {u"completed"_s, Status::Completed},
        {u"error"_s, Status::Failed},    {u"paused"_s, Status::Paused},     {u"re_segment"_s, Status::BeingReplaced},
    };
    Chunk chunk;
    chunk.id = object["id"_L1].toString();
    chunk.documentId = object["document_id"_L1].toString();
    chunk.content = object["content"_L1].toString();
    chunk.answer = object["answer"_L1].toString();
    chunk.keywords = json::toStrings(object["keywords"_L1]);
    const QJsonArray attachments = object["attachments"_L1].toArray();
    for (const auto attachment : attachments)
        chunk.attachmentIds.append(attachment["id"_L1].toString());
    chunk.summary = object["summary"_L1].toString();
    chunk.error = object["error"_L1].toString();
    const QJsonArray children = object["child_chunks"_L1].toArray();
    for (const auto child : children)
        chunk.children.append(ChildChunk::fromJson(child.toObject()));
    chunk.status = states.value(object["status"_L1].toString(), Status::Completed);
    chunk.enabled = object["enabled"_L1].toBool(true);
    chunk.position = static_cast<int>(json::toInt(object["position"_L1]));
    chunk.wordCount = json::toInt(object["word_count"_L1]);
    chunk.tokens = json::toInt(object["tokens"_L1]);
    chunk.hitCount = json::toInt(object["hit_count"_L1]);
    chunk.createdAt = json::toInt(object["created_at"_L1]);
    chunk.updatedAt = json::toInt(object["updated_at"_L1]);
    return chunk;
}

QJsonObject ChunkDraft::toJson() const
{
    QJsonObject object{{u"content"_s, content}};
    if (!answer.isEmpty())
        object[u"answer"_s] = answer;
    if (!keywords.isEmpty())
        object[u"keywords"_s] = QJsonArray::fromStringList(keywords);
    return object;
}
