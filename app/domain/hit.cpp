// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/hit.h"

#include "app/domain/json.h"

using namespace Qt::Literals::StringLiterals;

Hit Hit::fromJson(const QJsonObject &object)
{
    const QJsonObject segment = object["segment"_L1].toObject();
    Hit hit;
    hit.chunk = Chunk::fromJson(segment);
    const QJsonArray children = object["child_chunks"_L1].toArray();
    for (const auto child : children)
        hit.chunk.children.append(ChildChunk::fromJson(child.toObject()));
    hit.documentName = segment["document"_L1]["name"_L1].toString();
    if (object["score"_L1].isDouble())
        hit.score = object["score"_L1].toDouble();
    return hit;
}

Retrieval Retrieval::fromJson(const QJsonObject &object)
{
    Retrieval retrieval;
    // The query is an object with `content` today, and was once a plain string.
    const QJsonValue query = object["query"_L1];
    retrieval.query = query.isString() ? query.toString() : query["content"_L1].toString();
    const QJsonArray records = object["records"_L1].toArray();
    for (const auto record : records)
        retrieval.hits.append(Hit::fromJson(record.toObject()));
    return retrieval;
}
