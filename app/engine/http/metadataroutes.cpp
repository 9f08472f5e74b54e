// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/http/answers.h"
#include "app/engine/http/body.h"
#include "app/engine/http/lookup.h"
#include "app/engine/http/payload.h"
#include "app/engine/http/routes.h"
#include "app/engine/http/wire.h"
#include "app/engine/store/metadatastore.h"

using namespace Qt::Literals::StringLiterals;

// The metadata fields of datasets, and the values of documents in bulk (recordings/1.15.0, section h).
namespace http {

namespace {

constexpr qsizetype longestName = 255; // characters
constexpr qsizetype documentsAtOnce = 500; // so that other writes have their turn

void requireGoodName(const QString &name)
{
    if (characterCount(name) > longestName)
        throw badParameter(u"Metadata name cannot exceed 255 characters."_s);
    for (const MetadataFieldRow &field : builtInFields()) {
        if (field.name == name)
            throw badParameter(u"Metadata name already exists in Built-in fields."_s);
    }
}

const QString nameTaken = u"Metadata name already exists."_s;

Response listFields(Engine &engine, const Request &request)
{
    const DatasetRow dataset = requireDataset(engine, request);
    const auto reading = engine.read();
    const MetadataStore metadata(reading.db());
    const auto counts = metadata.useCounts(dataset.row);
    QJsonArray fields;
    for (const MetadataFieldRow &field : metadata.fields(dataset.row)) {
        QJsonObject object = wire::metadataField(field);
        object[u"count"_s] = counts.value(field.row);
        fields.append(object);
    }
    return json({{u"doc_metadata"_s, fields}, {u"built_in_field_enabled"_s, dataset.builtInFields}});
}

Response createField(Engine &engine, const Request &request)
{
    Payload body(u"MetadataArgs"_s, jsonBody(request));
    const QString type
        = body.choice("type"_L1, {u"string"_s, u"number"_s, u"time"_s}, "literal_error"_L1, Need::Required)
              .value_or(QString());
    const QString name = body.text("name"_L1, Need::Required).value_or(QString());
    body.check();
    const DatasetRow dataset = requireDataset(engine, request);
    requireGoodName(name);
    const auto create = [&](const MetadataStore &store) { return store.create(dataset.row, name, type); };
    return json(wire::metadataField(writeNamed<MetadataStore>(engine, nameTaken, create)), 201);
}

Response renameField(Engine &engine, const Request &request)
{
    Payload body(u"MetadataUpdatePayload"_s, jsonBody(request));
    const QString name = body.text("name"_L1, Need::Required).value_or(QString());
    body.check();
    const DatasetRow dataset = requireDataset(engine, request);
    requireGoodName(name);
    return json(wire::metadataField(writeNamed<MetadataStore>(engine, nameTaken, [&](const MetadataStore &store) {
        const auto field = store.find(dataset.row, request.arguments[1]);
        if (!field) // in the words of the real server, which stumbles over having found nothing
            throw badParameter(
                u"1 validation error for DatasetMetadataResponse\n  Input should be a valid dictionary or "
                "object to extract fields from [type=model_attributes_type, input_value=None, "
                "input_type=NoneType]\n    For further information visit "
                "https://errors.pydantic.dev/2.12/v/model_attributes_type"_s);
        return store.rename(*field, name);
    })));
}

Response deleteField(Engine &engine, const Request &request)
{
    const DatasetRow dataset = requireDataset(engine, request);
    auto writing = engine.write();
    const MetadataStore metadata(writing.db());
    if (const auto field = metadata.find(dataset.row, request.arguments[1])) {
        metadata.remove(field->row);
        writing.commit();
    }
    return noContent();
}

Response listBuiltIn(Engine &engine, const Request &request)
{
    requireDataset(engine, request);
    QJsonArray fields;
    for (const MetadataFieldRow &field : builtInFields())
        fields.append(QJsonObject{{u"name"_s, field.name}, {u"type"_s, field.type}});
    return json({{u"fields"_s, fields}});
}

Response switchBuiltIn(Engine &engine, const Request &request)
{
    const DatasetRow dataset = requireDataset(engine, request);
    const QString action = request.arguments[1];
    if (action == "enable"_L1 || action == "disable"_L1) { // others change nothing
        auto writing = engine.write();
        MetadataStore(writing.db()).setBuiltIn(dataset.row, action == "enable"_L1);
        writing.commit();
    }
    return success();
}

//! What one document gets.
struct Operation
{
    QString document;
    QList<std::pair<QString, QJsonValue>> values; //!< By the ids of their fields.
    bool keepsOthers = false;
};

QList<Operation> readOperations(Payload &body)
{
    QList<Operation> operations;
    auto given = body.objects("operation_data"_L1, u"DocumentMetadataOperation"_s, Need::Required, 0);
    for (Payload &item : given.value_or(QList<Payload>())) {
        Operation operation;
        operation.document = item.text("document_id"_L1, Need::Required).value_or(QString());
        auto values = item.objects("metadata_list"_L1, u"MetadataDetail"_s, Need::Required, 0);
        for (Payload &value : values.value_or(QList<Payload>())) {
            const QString id = value.text("id"_L1, Need::Required).value_or(QString());
            value.text("name"_L1, Need::Required); // the id says which field it is
            operation.values.append({id, value.scalar("value"_L1)});
        }
        operation.keepsOthers = item.flag("partial_update"_L1, Need::NotNull).value_or(false);
        operations.append(operation);
    }
    return operations;
}

void apply(Connection &db, qint64 dataset, const QHash<QString, MetadataFieldRow> &fields, const Operation &operation)
{
    const auto document = DocumentStore(db).find(dataset, operation.document);
    if (!document)
        throw badParameter(u"Document not found."_s);
    QList<MetadataValueRow> values;
    for (const auto &[id, value] : operation.values) {
        const auto field = fields.constFind(id.toLower());
        if (field == fields.cend())
            throw badParameter(u"Metadata not found: the dataset has no field with the id '%1'."_s.arg(id));
        values.append({*field, value});
    }
    MetadataStore(db).setValues(document->row, values, operation.keepsOthers);
}

//! One document after the other: at the first that cannot be changed it ends, and those before stay changed.
Response setValues(Engine &engine, const Request &request)
{
    Payload body(u"MetadataOperationData"_s, jsonBody(request));
    const QList<Operation> operations = readOperations(body);
    body.check();
    const DatasetRow dataset
        = requireDataset(engine, request, {u"/v1/datasets/<uuid:dataset_id>/documents/metadata"_s});
    QHash<QString, MetadataFieldRow> fields;
    for (const MetadataFieldRow &field : MetadataStore(engine.read().db()).fields(dataset.row))
        fields.insert(field.id, field);
    std::optional<Refusal> refusal;
    for (qsizetype next = 0; next < operations.size() && !refusal;) {
        auto writing = engine.write();
        try {
            const auto end = std::min(next + documentsAtOnce, operations.size());
            for (; next < end; ++next)
                apply(writing.db(), dataset.row, fields, operations.at(next));
        } catch (const Refusal &reason) {
            refusal = reason;
        }
        writing.commit();
    }
    if (refusal)
        throw *refusal;
    return success();
}

} // namespace

void addMetadataRoutes(Router &router, Engine &engine)
{
    router.add("GET", u"/v1/datasets/{id}/metadata", over(engine, listFields));
    router.add("POST", u"/v1/datasets/{id}/metadata", over(engine, createField));
    router.add("PATCH", u"/v1/datasets/{id}/metadata/{id}", over(engine, renameField));
    router.add("DELETE", u"/v1/datasets/{id}/metadata/{id}", over(engine, deleteField));
    router.add("GET", u"/v1/datasets/{id}/metadata/built-in", over(engine, listBuiltIn));
    router.add("POST", u"/v1/datasets/{id}/metadata/built-in/{text}", over(engine, switchBuiltIn));
    router.add("POST", u"/v1/datasets/{id}/documents/metadata", over(engine, setValues));
}

} // namespace http
