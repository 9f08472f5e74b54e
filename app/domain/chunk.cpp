// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/chunk.h"

#include "app/domain/json.h"

#include <QHash>

using namespace Qt::Literals::StringLiterals;

ChildChunk ChildChunk::fromJson(const QJsonObject &object)
{
    return {object["id"_L1].toString(), object["content"_L1].toString(),
            static_cast<int>(json::toInt(object["position"_L1])), json::toInt(object["word_count"_L1])};
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
