// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/fakeserver.h"

#include "tests/ui/fakeserver_answers.h"

#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

FakeServer::FakeServer()
{
    network.respond = [this](const FakeNetwork::Request &request) { return respond(request); };
}

QJsonObject FakeServer::find(const QList<QJsonObject> &objects, const QString &id)
{
    const auto found = std::find_if(objects.begin(), objects.end(), [&](const auto &o) { return o["id"_L1] == id; });
    return found == objects.end() ? QJsonObject() : *found;
}

int FakeServer::count(const QString &start) const
{
    const auto names = network.names();
    return static_cast<int>(
        std::count_if(names.begin(), names.end(), [&](const QString &name) { return name.startsWith(start); }));
}

void FakeServer::failNext(const QString &start, int status, const QString &code, const QString &message)
{
    m_failures.append({start, answers::error(status, code, message)});
}

std::optional<FakeServer::Answer> FakeServer::respond(const FakeNetwork::Request &request)
{
    for (qsizetype i = 0; i < m_failures.size(); ++i) {
        if (request.name.startsWith(m_failures[i].start))
            return m_failures.takeAt(i).answer;
    }
    const QString verb = request.name.section(u' ', 0, 0);
    const QStringList path = request.request.url().path().split(u'/', Qt::SkipEmptyParts); // v1 datasets ID …
    if (path[0] == "files"_L1)
        return Answer{.body = "original of " + path[1].toUtf8()};
    if (path[1] == "workspaces"_L1)
        return onModels(path.last());
    const QString datasetId = path.value(2);
    if (datasetId == "tags"_L1)
        return onTags(verb, path.value(3), request.json());
    if (datasetId == "pipeline"_L1 || path.value(3) == "pipeline"_L1)
        return onPipeline(path, request);
    if (path.size() <= 3)
        return onDatasets(verb, datasetId, request);
    if (dataset(datasetId).isEmpty())
        return answers::error(404, u"not_found"_s, u"Dataset not found."_s);
    if (path[3] == "retrieve"_L1)
        return retrieve(datasetId, request.json());
    if (path[3] == "metadata"_L1)
        return onMetadataFields(verb, path.mid(4), request);
    if (path[3] == "document"_L1)
        return createByFile(datasetId, request);
    if (path.value(4) == "metadata"_L1)
        return setMetadata(request.json()["operation_data"_L1].toArray());
    return onDocuments(verb, datasetId, path.mid(4), request);
}

QString FakeServer::addDataset(const QString &name)
{
    const QString id = nextId(u"dataset"_s);
    datasets.append({{u"id"_s, id}, {u"name"_s, name}, {u"description"_s, QString()}, {u"document_count"_s, 0}});
    return id;
}

FakeServer::Answer FakeServer::onDatasets(const QString &verb, const QString &id, const FakeNetwork::Request &request)
{
    if (id.isEmpty() && verb == "GET"_L1)
        return answers::paged(datasets, request.request.url());
    if (id.isEmpty()) {
        const QString name = request.json()["name"_L1].toString();
        const bool taken
            = std::any_of(datasets.begin(), datasets.end(), [&](const auto &d) { return d["name"_L1] == name; });
        if (taken)
            return answers::error(409, u"dataset_name_duplicate"_s, u"The dataset name already exists."_s);
        return answers::json(dataset(addDataset(name)));
    }
    QJsonObject found = dataset(id);
    if (found.isEmpty())
        return answers::error(404, u"not_found"_s, u"Dataset not found."_s);
    if (verb == "DELETE"_L1) {
        answers::remove(datasets, id);
        return {.status = 204};
    }
    if (verb == "PATCH"_L1) {
        answers::merge(found, request.json());
        answers::replace(datasets, found);
    }
    return answers::json(found);
}

FakeServer::Answer FakeServer::onTags(const QString &verb, const QString &action, const QJsonObject &body)
{
    if (verb == "GET"_L1)
        return {.status = 200, .body = QJsonDocument(answers::array(tags)).toJson(QJsonDocument::Compact)};
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
        answers::replace(datasets, target);
        return {.status = 204};
    }
    if (verb == "POST"_L1) {
        const QJsonObject made{{u"id"_s, nextId(u"tag"_s)}, {u"name"_s, body["name"_L1]}, {u"binding_count"_s, u"0"_s}};
        tags.prepend(made);
        return answers::json(made);
    }
    QJsonObject found = find(tags, body["tag_id"_L1].toString());
    if (verb == "DELETE"_L1) {
        tags.removeOne(found);
        return {.status = 204};
    }
    found[u"name"_s] = body["name"_L1];
    answers::replace(tags, found);
    return answers::json(found);
}

FakeServer::Answer FakeServer::onModels(const QString &type) const
{
    QJsonArray models;
    for (const QString &name : type == "rerank"_L1 ? rerankModels : embeddingModels)
        models.append(QJsonObject{{u"model"_s, name}, {u"status"_s, u"active"_s}});
    return answers::json({{u"data"_s, QJsonArray{QJsonObject{{u"provider"_s, u"fake"_s}, {u"models"_s, models}}}}});
}
