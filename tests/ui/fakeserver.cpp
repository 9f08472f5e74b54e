// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/fakeserver.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <QUrlQuery>

using namespace Qt::Literals::StringLiterals;

namespace {

FakeNetwork::Answer json(const QJsonObject &body, int status = 200)
{
    return {.status = status, .body = QJsonDocument(body).toJson(QJsonDocument::Compact)};
}

FakeNetwork::Answer error(int status, const QString &code, const QString &message)
{
    return json({{u"code"_s, code}, {u"message"_s, message}, {u"status"_s, status}}, status);
}

//! The page that the query asks for.
FakeNetwork::Answer paged(const QList<QJsonObject> &objects, const QUrl &url)
{
    const QUrlQuery query(url);
    const int page = query.queryItemValue(u"page"_s).toInt();
    const int limit = query.queryItemValue(u"limit"_s).toInt();
    QJsonArray data;
    for (const QJsonObject &object : objects.mid(static_cast<qsizetype>(page - 1) * limit, limit))
        data.append(object);
    return json({{u"data"_s, data}, {u"total"_s, objects.size()}, {u"page"_s, page}, {u"limit"_s, limit}});
}

QJsonArray array(const QList<QJsonObject> &objects)
{
    QJsonArray array;
    for (const QJsonObject &object : objects)
        array.append(object);
    return array;
}

void replace(QList<QJsonObject> &objects, const QJsonObject &by)
{
    for (QJsonObject &object : objects) {
        if (object["id"_L1] == by["id"_L1])
            object = by;
    }
}

void merge(QJsonObject &object, const QJsonObject &by)
{
    for (auto it = by.begin(); it != by.end(); ++it)
        object[it.key()] = it.value();
}

} // namespace

FakeServer::FakeServer()
{
    network.respond = [this](const FakeNetwork::Request &request) { return respond(request); };
}

QJsonObject FakeServer::find(const QList<QJsonObject> &objects, const QString &id)
{
    const auto found = std::find_if(objects.begin(), objects.end(), [&](const auto &o) { return o["id"_L1] == id; });
    return found == objects.end() ? QJsonObject() : *found;
}

QString FakeServer::addDataset(const QString &name)
{
    const QString id = nextId(u"dataset"_s);
    datasets.append({{u"id"_s, id}, {u"name"_s, name}, {u"description"_s, QString()}, {u"document_count"_s, 0}});
    return id;
}

QString FakeServer::addDocument(const QString &datasetId, const QString &name, const QJsonObject &fields)
{
    const QString id = nextId(u"document"_s);
    QJsonObject document{{u"id"_s, id},
                         {u"dataset_id"_s, datasetId},
                         {u"name"_s, name},
                         {u"batch"_s, QString(u"batch-"_s + id)},
                         {u"indexing_status"_s, u"completed"_s},
                         {u"display_status"_s, u"available"_s},
                         {u"enabled"_s, true},
                         {u"archived"_s, false},
                         {u"word_count"_s, 1204},
                         {u"tokens"_s, 300},
                         {u"hit_count"_s, 3},
                         {u"created_at"_s, 1700000000}};
    merge(document, fields);
    documents.append(document);
    QJsonObject owner = dataset(datasetId);
    owner[u"document_count"_s] = owner["document_count"_L1].toInt() + 1;
    replace(datasets, owner);
    return id;
}

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
    merge(made, fields);
    chunks.append(made);
    return id;
}

QStringList FakeServer::documentNames() const
{
    QStringList names;
    for (const QJsonObject &document : documents)
        names.append(document["name"_L1].toString());
    return names;
}

QStringList FakeServer::chunkTexts() const
{
    QStringList texts;
    for (const QJsonObject &chunk : chunks)
        texts.append(chunk["content"_L1].toString());
    return texts;
}

int FakeServer::count(const QString &start) const
{
    const auto names = network.names();
    return static_cast<int>(
        std::count_if(names.begin(), names.end(), [&](const QString &name) { return name.startsWith(start); }));
}

void FakeServer::failNext(const QString &start, int status, const QString &code, const QString &message)
{
    m_failures.append({start, error(status, code, message)});
}

std::optional<FakeServer::Answer> FakeServer::respond(const FakeNetwork::Request &request)
{
    for (qsizetype i = 0; i < m_failures.size(); ++i) {
        if (request.name.startsWith(m_failures[i].start))
            return m_failures.takeAt(i).answer;
    }
    const QString verb = request.name.section(u' ', 0, 0);
    const QStringList path = request.request.url().path().split(u'/', Qt::SkipEmptyParts); // v1 datasets ID …
    const QString datasetId = path.value(2);
    if (const auto more = respondToMore(verb, path, request))
        return more;
    if (path.value(1) == "workspaces"_L1)
        return onModels(path.last());
    if (datasetId == "tags"_L1)
        return onTags(verb, path.value(3), request.json());
    if (path.size() <= 3)
        return onDatasets(verb, datasetId, request);
    if (!datasetId.isEmpty() && dataset(datasetId).isEmpty())
        return error(404, u"not_found"_s, u"Dataset not found."_s);
    if (path[3] == "retrieve"_L1)
        return retrieve(datasetId, request.json());
    if (path[3] == "document"_L1)
        return createByFile(datasetId, request);
    return onDocuments(verb, datasetId, path.mid(4), request);
}

FakeServer::Answer FakeServer::onDatasets(const QString &verb, const QString &id, const FakeNetwork::Request &request)
{
    if (id.isEmpty() && verb == "GET"_L1)
        return paged(datasets, request.request.url());
    if (id.isEmpty()) {
        const QString name = request.json()["name"_L1].toString();
        const bool taken
            = std::any_of(datasets.begin(), datasets.end(), [&](const auto &d) { return d["name"_L1] == name; });
        if (taken)
            return error(409, u"dataset_name_duplicate"_s, u"The dataset name already exists."_s);
        return json(dataset(addDataset(name)));
    }
    QJsonObject found = dataset(id);
    if (found.isEmpty())
        return error(404, u"not_found"_s, u"Dataset not found."_s);
    if (verb == "DELETE"_L1) {
        datasets.removeIf([&](const QJsonObject &object) { return object["id"_L1] == id; });
        return {.status = 204};
    }
    if (verb == "PATCH"_L1) {
        merge(found, request.json());
        replace(datasets, found);
    }
    return json(found);
}

FakeServer::Answer FakeServer::onTags(const QString &verb, const QString &action, const QJsonObject &body)
{
    if (verb == "GET"_L1)
        return {.status = 200, .body = QJsonDocument(array(tags)).toJson(QJsonDocument::Compact)};
    if (!action.isEmpty()) { // binding or unbinding
        QJsonObject target = dataset(body["target_id"_L1].toString());
        const QString id = body["tag_id"_L1].toString(body["tag_ids"_L1][0].toString());
        QJsonArray carried;
        const QJsonArray before = target["tags"_L1].toArray();
        for (const auto tag : before) {
            if (tag["id"_L1] != id)
                carried.append(tag);
        }
        if (action == "binding"_L1)
            carried.append(find(tags, id));
        target[u"tags"_s] = carried;
        replace(datasets, target);
        return {.status = 204};
    }
    if (verb == "POST"_L1) {
        const QJsonObject made{{u"id"_s, nextId(u"tag"_s)}, {u"name"_s, body["name"_L1]}, {u"binding_count"_s, u"0"_s}};
        tags.prepend(made);
        return json(made);
    }
    QJsonObject found = find(tags, body["tag_id"_L1].toString());
    if (verb == "DELETE"_L1) {
        tags.removeOne(found);
        return {.status = 204};
    }
    found[u"name"_s] = body["name"_L1];
    replace(tags, found);
    return json(found);
}

FakeServer::Answer FakeServer::onModels(const QString &type) const
{
    QJsonArray models;
    for (const QString &name : type == "rerank"_L1 ? rerankModels : embeddingModels)
        models.append(QJsonObject{{u"model"_s, name}, {u"status"_s, u"active"_s}});
    return json({{u"data"_s, QJsonArray{QJsonObject{{u"provider"_s, u"fake"_s}, {u"models"_s, models}}}}});
}

FakeServer::Answer FakeServer::onDocuments(const QString &verb, const QString &datasetId, const QStringList &rest,
                                           const FakeNetwork::Request &request)
{
    if (rest.isEmpty()) {
        QList<QJsonObject> found;
        std::copy_if(documents.begin(), documents.end(), std::back_inserter(found),
                     [&](const QJsonObject &document) { return document["dataset_id"_L1] == datasetId; });
        return paged(found, request.request.url());
    }
    if (rest.value(0) == "status"_L1)
        return setStatus(rest.value(1), request.json()["document_ids"_L1].toArray());
    if (rest.value(1) == "indexing-status"_L1)
        return indexingStatus(rest[0]);
    QJsonObject found = document(rest[0]);
    if (found.isEmpty())
        return error(404, u"not_found"_s, u"Document not found."_s);
    if (rest.value(1) == "segments"_L1)
        return onChunks(verb, rest[0], rest.value(2), request);
    if (rest.value(1) == "update-by-file"_L1)
        return json({{u"document"_s, found}, {u"batch"_s, found["batch"_L1]}});
    if (verb == "DELETE"_L1) {
        documents.removeIf([&](const QJsonObject &object) { return object["id"_L1] == rest[0]; });
        return {.status = 204};
    }
    return json(found);
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
        return paged(found, request.request.url());
    }
    if (id.isEmpty()) {
        const QJsonObject draft = request.json()["segments"_L1][0].toObject();
        const QString made = addChunk(documentId, draft["content"_L1].toString(), {{u"answer"_s, draft["answer"_L1]}});
        return json({{u"data"_s, QJsonArray{chunk(made)}}});
    }
    QJsonObject found = chunk(id);
    if (found.isEmpty())
        return error(404, u"not_found"_s, u"Segment not found."_s);
    if (verb == "DELETE"_L1) {
        chunks.removeIf([&](const QJsonObject &object) { return object["id"_L1] == id; });
        return {.status = 204};
    }
    merge(found, request.json()["segment"_L1].toObject());
    replace(chunks, found);
    return json({{u"data"_s, found}});
}

FakeServer::Answer FakeServer::createByFile(const QString &datasetId, const FakeNetwork::Request &request)
{
    static const QRegularExpression fileName(u"filename=\"([^\"]*)\""_s);
    const QString name = fileName.match(QString::fromUtf8(request.body)).captured(1);
    // Being indexed from the start: of many documents only such are asked about.
    const QString id
        = addDocument(datasetId, name, {{u"indexing_status"_s, u"indexing"_s}, {u"display_status"_s, u"indexing"_s}});
    addChunk(id, u"The text of "_s + name);
    return json({{u"document"_s, document(id)}, {u"batch"_s, document(id)["batch"_L1]}});
}

FakeServer::Answer FakeServer::indexingStatus(const QString &batch)
{
    for (QJsonObject &document : documents) {
        if (document["batch"_L1] != batch)
            continue;
        const int step = document["step"_L1].toInt() + 1;
        document[u"step"_s] = step;
        document[u"indexing_status"_s] = step < 3 ? u"indexing"_s : u"completed"_s;
        document[u"display_status"_s] = step < 3 ? u"indexing"_s : u"available"_s;
        return json({{u"data"_s, QJsonArray{QJsonObject{{u"id"_s, document["id"_L1]},
                                                        {u"indexing_status"_s, document["indexing_status"_L1]},
                                                        {u"completed_segments"_s, step * 10},
                                                        {u"total_segments"_s, 30}}}}});
    }
    return error(404, u"not_found"_s, u"Documents not found."_s);
}

FakeServer::Answer FakeServer::setStatus(const QString &action, const QJsonArray &ids)
{
    for (QJsonObject &document : documents) {
        if (!ids.contains(document["id"_L1]))
            continue;
        if (action == "enable"_L1 || action == "disable"_L1)
            document[u"enabled"_s] = action == "enable"_L1;
        else
            document[u"archived"_s] = action == "archive"_L1;
    }
    return json({{u"result"_s, u"success"_s}});
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
    return json({{u"query"_s, QJsonObject{{u"content"_s, body["query"_L1]}}}, {u"records"_s, records}});
}
