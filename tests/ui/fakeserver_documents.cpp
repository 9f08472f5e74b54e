// SPDX-License-Identifier: GPL-3.0-or-later
// Documents of the server in memory: uploaded, indexed while they are asked about, and their originals.
#include "tests/ui/fakeserver.h"

#include "tests/ui/fakeserver_answers.h"

#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

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
    answers::merge(document, fields);
    documents.append(document);
    QJsonObject owner = dataset(datasetId);
    owner[u"document_count"_s] = owner["document_count"_L1].toInt() + 1;
    answers::replace(datasets, owner);
    return id;
}

QStringList FakeServer::documentNames() const
{
    QStringList names;
    for (const QJsonObject &document : documents)
        names.append(document["name"_L1].toString());
    return names;
}

FakeServer::Answer FakeServer::onDocuments(const QString &verb, const QString &datasetId, const QStringList &rest,
                                           const FakeNetwork::Request &request)
{
    if (rest.isEmpty()) {
        QList<QJsonObject> found;
        std::copy_if(documents.begin(), documents.end(), std::back_inserter(found),
                     [&](const QJsonObject &document) { return document["dataset_id"_L1] == datasetId; });
        return answers::paged(found, request.request.url());
    }
    if (rest[0] == "download-zip"_L1)
        return Answer{.body = "zip of " + QByteArray::number(request.json()["document_ids"_L1].toArray().size())};
    if (rest[0] == "status"_L1)
        return setStatus(rest.value(1), request.json()["document_ids"_L1].toArray());
    if (rest.value(1) == "indexing-status"_L1)
        return indexingStatus(rest[0]);
    QJsonObject found = document(rest[0]);
    if (found.isEmpty())
        return answers::error(404, u"not_found"_s, u"Document not found."_s);
    if (rest.value(1) == "download"_L1)
        return answers::json({{u"url"_s, QString(u"http://127.0.0.1:1/files/"_s + rest[0])}});
    if (rest.value(3) == "child_chunks"_L1)
        return onChildChunks(verb, rest[2], rest.value(4), request);
    if (rest.value(1) == "segments"_L1)
        return onChunks(verb, rest[0], rest.value(2), request);
    if (rest.value(1) == "update-by-file"_L1)
        return answers::json({{u"document"_s, found}, {u"batch"_s, found["batch"_L1]}});
    if (verb == "DELETE"_L1) {
        answers::remove(documents, rest[0]);
        return {.status = 204};
    }
    return answers::json(found);
}

FakeServer::Answer FakeServer::createByFile(const QString &datasetId, const FakeNetwork::Request &request)
{
    static const QRegularExpression fileName(u"filename=\"([^\"]*)\""_s);
    const QString name = fileName.match(QString::fromUtf8(request.body)).captured(1);
    // Being indexed from the start: of many documents only such are asked about.
    const QString id
        = addDocument(datasetId, name, {{u"indexing_status"_s, u"indexing"_s}, {u"display_status"_s, u"indexing"_s}});
    addChunk(id, u"The text of "_s + name);
    return answers::json({{u"document"_s, document(id)}, {u"batch"_s, document(id)["batch"_L1]}});
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
        return answers::json({{u"data"_s, QJsonArray{QJsonObject{{u"id"_s, document["id"_L1]},
                                                                 {u"indexing_status"_s, document["indexing_status"_L1]},
                                                                 {u"completed_segments"_s, step * 10},
                                                                 {u"total_segments"_s, 30}}}}});
    }
    return answers::error(404, u"not_found"_s, u"Documents not found."_s);
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
    return answers::json({{u"result"_s, u"success"_s}});
}
