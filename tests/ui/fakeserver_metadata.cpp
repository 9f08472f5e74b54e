// SPDX-License-Identifier: GPL-3.0-or-later
// Metadata of the server in memory.
#include "tests/ui/fakeserver.h"

#include "tests/ui/fakeserver_answers.h"

using namespace Qt::Literals::StringLiterals;

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

FakeServer::Answer FakeServer::onMetadataFields(const QString &verb, const QStringList &rest,
                                                const FakeNetwork::Request &request)
{
    if (rest.value(0) == "built-in"_L1) {
        builtInMetadata = rest.value(1) == "enable"_L1;
        return answers::json({{u"result"_s, u"success"_s}});
    }
    const QString name = request.json()["name"_L1].toString();
    const bool isTaken = std::any_of(metadataFields.begin(), metadataFields.end(),
                                     [&](const QJsonObject &field) { return field["name"_L1] == name; });
    if ((verb == "POST"_L1 || verb == "PATCH"_L1) && isTaken)
        return answers::error(400, u"invalid_param"_s, u"Metadata name already exists."_s);
    if (verb == "POST"_L1)
        return answers::json(
            *answers::find(metadataFields, addMetadataField(name, request.json()["type"_L1].toString())), 201);
    if (verb == "DELETE"_L1) {
        answers::remove(metadataFields, rest.value(0));
        return {.status = 204};
    }
    if (QJsonObject *field = answers::find(metadataFields, rest.value(0))) {
        (*field)[u"name"_s] = name;
        return answers::json(*field);
    }
    QJsonArray fields;
    for (const QJsonObject &field : std::as_const(metadataFields))
        fields.append(field);
    return answers::json({{u"doc_metadata"_s, fields}, {u"built_in_field_enabled"_s, builtInMetadata}});
}

//! As real servers: one after the other up to the first that fails, and what is not named is erased unless it is kept.
FakeServer::Answer FakeServer::setMetadata(const QJsonArray &operations)
{
    for (const auto operation : operations) {
        QJsonObject *document = answers::find(documents, operation["document_id"_L1].toString());
        if (!document || (*document)["name"_L1] == refusesMetadata)
            return answers::error(400, u"invalid_param"_s, u"Document not found."_s);
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
    return answers::json({{u"result"_s, u"success"_s}});
}
