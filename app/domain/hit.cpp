// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/hit.h"

#include "app/domain/json.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

//! Hybrid search of 0.x, and of 1.x without reranking, may give a chunk twice, once with each search's score, in no
//! useful order (recordings 0.11.1, retrieve_hq_hybrid_plain). It keeps its first place and the higher score.
void addOnce(Hit &&hit, QList<Hit> *hits)
{
    const auto known
        = std::find_if(hits->begin(), hits->end(), [&](const Hit &other) { return other.chunk.id == hit.chunk.id; });
    if (known == hits->end())
        hits->append(std::move(hit));
    else
        known->score = std::max(known->score, hit.score);
}

} // namespace

Hit Hit::fromJson(const QJsonObject &object)
{
    const QJsonObject segment = object["segment"_L1].toObject();
    Hit hit;
    hit.chunk = Chunk::fromJson(segment);
    const QJsonArray children = object["child_chunks"_L1].toArray();
    for (const auto child : children)
        hit.chunk.children.append(ChildChunk::fromJson(child.toObject()));
    hit.documentName = segment["document"_L1]["name"_L1].toString();
    hit.documentMetadata = segment["document"_L1]["doc_metadata"_L1].toObject();
    if (hit.chunk.summary.isEmpty())
        hit.chunk.summary = object["summary"_L1].toString();
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
        addOnce(Hit::fromJson(record.toObject()), &retrieval.hits);
    return retrieval;
}
