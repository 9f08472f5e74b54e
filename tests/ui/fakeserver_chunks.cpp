// SPDX-License-Identifier: GPL-3.0-or-later
// Chunks of the server in memory, their child chunks, and what finds them.
#include "tests/ui/fakeserver.h"

#include "tests/ui/fakeserver_answers.h"

#include <QUrlQuery>

using namespace Qt::Literals::StringLiterals;

QString FakeServer::addChunk(const QString &documentId, const QString &content, const QJsonObject &fields)
{
    const auto position = 1 + std::count_if(chunks.begin(), chunks.end(), [&](const QJsonObject &chunk) {
                              return chunk["document_id"_L1] == documentId;
                          });
    const QString id = nextId(u"chunk"_s);
    QJsonObject made{{u"id"_s, id},
                     {u"document_id"_s, documentId},
                     {u"position"_s, static_cast<int>(position)},
                     {u"content"_s, content},
                     {u"word_count"_s, content.size()},
                     {u"tokens"_s, 5},
                     {u"hit_count"_s, 0},
                     {u"keywords"_s, QJsonArray{u"leave"_s}},
                     {u"enabled"_s, true},
                     {u"status"_s, u"completed"_s}};
    answers::merge(made, fields);
    chunks.append(made);
    return id;
}

QStringList FakeServer::chunkTexts() const
{
    QStringList texts;
    for (const QJsonObject &chunk : chunks)
        texts.append(chunk["content"_L1].toString());
    return texts;
}

QString FakeServer::addChildChunk(const QString &chunkId, const QString &content)
{
    const auto position = 1 + std::count_if(childChunks.begin(), childChunks.end(), [&](const QJsonObject &child) {
                              return child["segment_id"_L1] == chunkId;
                          });
    const QString id = nextId(u"child"_s);
    childChunks.append({{u"id"_s, id},
                        {u"segment_id"_s, chunkId},
                        {u"content"_s, content},
                        {u"position"_s, static_cast<int>(position)},
                        {u"word_count"_s, content.size()}});
    return id;
}

QStringList FakeServer::childTexts(const QString &chunkId) const
{
    QStringList texts;
    for (const QJsonObject &child : childChunks) {
        if (child["segment_id"_L1] == chunkId)
            texts.append(child["content"_L1].toString());
    }
    return texts;
}

FakeServer::Answer FakeServer::onChunks(const QString &verb, const QString &documentId, const QString &id,
                                        const FakeNetwork::Request &request)
{
    if (id.isEmpty() && verb == "GET"_L1) {
        const QString keyword = QUrlQuery(request.request.url()).queryItemValue(u"keyword"_s, QUrl::FullyDecoded);
        QList<QJsonObject> found;
        std::copy_if(chunks.begin(), chunks.end(), std::back_inserter(found), [&](const QJsonObject &chunk) {
            return chunk["document_id"_L1] == documentId
                   && chunk["content"_L1].toString().contains(keyword, Qt::CaseInsensitive);
        });
        return answers::paged(found, request.request.url());
    }
    if (id.isEmpty()) {
        const QJsonObject draft = request.json()["segments"_L1][0].toObject();
        const QString made = addChunk(documentId, draft["content"_L1].toString(), {{u"answer"_s, draft["answer"_L1]}});
        return answers::json({{u"data"_s, QJsonArray{chunk(made)}}});
    }
    QJsonObject found = chunk(id);
    if (found.isEmpty())
        return answers::error(404, u"not_found"_s, u"Segment not found."_s);
    if (verb == "DELETE"_L1) {
        answers::remove(chunks, id);
        return {.status = 204};
    }
    answers::merge(found, request.json()["segment"_L1].toObject());
    answers::replace(chunks, found);
    return answers::json({{u"data"_s, found}});
}

FakeServer::Answer FakeServer::onChildChunks(const QString &verb, const QString &chunkId, const QString &id,
                                             const FakeNetwork::Request &request)
{
    const QString content = request.json()["content"_L1].toString();
    if (verb == "POST"_L1) {
        const QString made = addChildChunk(chunkId, content);
        return answers::json(QJsonObject{{u"data"_s, find(childChunks, made)}});
    }
    if (id.isEmpty()) {
        QJsonArray data;
        for (const QJsonObject &child : std::as_const(childChunks)) {
            if (child["segment_id"_L1] == chunkId)
                data.append(child);
        }
        return answers::json({{u"data"_s, data}, {u"total"_s, data.size()}, {u"page"_s, 1}, {u"limit"_s, 100}});
    }
    if (verb == "DELETE"_L1) {
        answers::remove(childChunks, id);
        return {.status = 204};
    }
    QJsonObject *child = answers::find(childChunks, id);
    if (!child)
        return answers::error(404, u"not_found"_s, u"Child chunk not found."_s);
    (*child)[u"content"_s] = content;
    return answers::json(QJsonObject{{u"data"_s, *child}});
}

FakeServer::Answer FakeServer::retrieve(const QString &datasetId, const QJsonObject &body) const
{
    QJsonArray records;
    for (const QJsonObject &chunk : chunks) {
        const QJsonObject owner = document(chunk["document_id"_L1].toString());
        if (owner["dataset_id"_L1] != datasetId
            || !chunk["content"_L1].toString().contains(body["query"_L1].toString(), Qt::CaseInsensitive))
            continue;
        QJsonObject segment = chunk;
        segment[u"document"_s] = QJsonObject{{u"id"_s, owner["id"_L1]}, {u"name"_s, owner["name"_L1]}};
        records.append(QJsonObject{{u"segment"_s, segment}, {u"score"_s, 0.5}});
    }
    return answers::json({{u"query"_s, QJsonObject{{u"content"_s, body["query"_L1]}}}, {u"records"_s, records}});
}
