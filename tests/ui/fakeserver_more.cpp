// SPDX-License-Identifier: GPL-3.0-or-later
// Child chunks, metadata and originals of the server in memory.
#include "tests/ui/fakeserver.h"

#include <QJsonDocument>
#include <QUrlQuery>

using namespace Qt::Literals::StringLiterals;

namespace {

FakeNetwork::Answer answer(const QJsonObject &body, int status = 200)
{
    return {.status = status, .body = QJsonDocument(body).toJson(QJsonDocument::Compact)};
}

FakeNetwork::Answer refusal(int status, const QString &message)
{
    return answer({{u"code"_s, u"invalid_param"_s}, {u"message"_s, message}, {u"status"_s, status}}, status);
}

QJsonObject *find(QList<QJsonObject> &objects, const QString &id)
{
    const auto found = std::find_if(objects.begin(), objects.end(), [&](const auto &o) { return o["id"_L1] == id; });
    return found == objects.end() ? nullptr : &*found;
}

} // namespace

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

QString FakeServer::addMetadataField(const QString &name, const QString &type)
{
    const QString id = nextId(u"field"_s);
    metadataFields.append({{u"id"_s, id}, {u"name"_s, name}, {u"type"_s, type}, {u"count"_s, 0}});
    return id;
}

QJsonValue FakeServer::metadataValue(const QString &documentId, const QString &name) const
{
    const QJsonArray values = document(documentId)["doc_metadata"_L1].toArray();
    for (const auto value : values) {
        if (value["name"_L1] == name)
            return value["value"_L1];
    }
    return QJsonValue::Undefined;
}

std::optional<FakeServer::Answer> FakeServer::respondToMore(const QString &verb, const QStringList &path,
                                                            const FakeNetwork::Request &request)
{
    if (path.value(7) == "child_chunks"_L1)
        return onChildChunks(verb, path[6], path.value(8), request);
    if (path.value(3) == "metadata"_L1)
        return onMetadataFields(verb, path.mid(4), request);
    if (path.value(3) == "documents"_L1 && path.value(4) == "metadata"_L1)
        return setMetadata(request.json()["operation_data"_L1].toArray());
    if (path.value(5) == "download"_L1)
        return answer({{u"url"_s, QString(u"http://127.0.0.1:1/files/"_s + path[4])}});
    if (path.value(0) == "files"_L1)
        return Answer{.body = "original of " + path[1].toUtf8()};
    if (path.value(4) == "download-zip"_L1)
        return Answer{.body = "zip of " + QByteArray::number(request.json()["document_ids"_L1].toArray().size())};
    return {};
}

FakeServer::Answer FakeServer::onChildChunks(const QString &verb, const QString &chunkId, const QString &id,
                                             const FakeNetwork::Request &request)
{
    const QString content = request.json()["content"_L1].toString();
    if (verb == "POST"_L1) {
        const QString made = addChildChunk(chunkId, content);
        return answer(QJsonObject{{u"data"_s, *::find(childChunks, made)}});
    }
    if (id.isEmpty()) {
        QJsonArray data;
        for (const QJsonObject &child : std::as_const(childChunks)) {
            if (child["segment_id"_L1] == chunkId)
                data.append(child);
        }
        return answer({{u"data"_s, data}, {u"total"_s, data.size()}, {u"page"_s, 1}, {u"limit"_s, 100}});
    }
    if (verb == "DELETE"_L1) {
        childChunks.removeIf([&](const QJsonObject &child) { return child["id"_L1] == id; });
        return {.status = 204};
    }
    QJsonObject *child = ::find(childChunks, id);
    if (!child)
        return refusal(404, u"Child chunk not found."_s);
    (*child)[u"content"_s] = content;
    return answer(QJsonObject{{u"data"_s, *child}});
}

FakeServer::Answer FakeServer::onMetadataFields(const QString &verb, const QStringList &rest,
                                                const FakeNetwork::Request &request)
{
    if (rest.value(0) == "built-in"_L1) {
        builtInMetadata = rest.value(1) == "enable"_L1;
        return answer({{u"result"_s, u"success"_s}});
    }
    const QString name = request.json()["name"_L1].toString();
    const bool isTaken = std::any_of(metadataFields.begin(), metadataFields.end(),
                                     [&](const QJsonObject &field) { return field["name"_L1] == name; });
    if ((verb == "POST"_L1 || verb == "PATCH"_L1) && isTaken)
        return refusal(400, u"Metadata name already exists."_s);
    if (verb == "POST"_L1)
        return answer(*::find(metadataFields, addMetadataField(name, request.json()["type"_L1].toString())), 201);
    if (verb == "DELETE"_L1) {
        metadataFields.removeIf([&](const QJsonObject &field) { return field["id"_L1] == rest.value(0); });
        return {.status = 204};
    }
    if (QJsonObject *field = ::find(metadataFields, rest.value(0))) {
        (*field)[u"name"_s] = name;
        return answer(*field);
    }
    QJsonArray fields;
    for (const QJsonObject &field : std::as_const(metadataFields))
        fields.append(field);
    return answer({{u"doc_metadata"_s, fields}, {u"built_in_field_enabled"_s, builtInMetadata}});
}

//! As real servers: one after the other up to the first that fails, and what is not named is erased unless it is kept.
FakeServer::Answer FakeServer::setMetadata(const QJsonArray &operations)
{
    for (const auto operation : operations) {
        QJsonObject *document = ::find(documents, operation["document_id"_L1].toString());
        if (!document || (*document)["name"_L1] == refusesMetadata)
            return refusal(400, u"Document not found."_s);
        QJsonArray values
            = operation["partial_update"_L1].toBool() ? (*document)["doc_metadata"_L1].toArray() : QJsonArray();
        const QJsonArray given = operation["metadata_list"_L1].toArray();
        for (const auto value : given) {
            for (qsizetype i = values.size() - 1; i >= 0; --i) {
                if (values[i]["id"_L1] == value["id"_L1])
                    values.removeAt(i);
            }
            values.append(value);
        }
        (*document)[u"doc_metadata"_s] = values;
    }
    return answer({{u"result"_s, u"success"_s}});
}
