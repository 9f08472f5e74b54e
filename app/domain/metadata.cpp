// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/metadata.h"

#include "app/domain/json.h"

using namespace Qt::Literals::StringLiterals;

QString toString(MetadataType type)
{
    switch (type) {
    case MetadataType::Text:
        return u"string"_s;
    case MetadataType::Number:
        return u"number"_s;
    case MetadataType::Time:
        return u"time"_s;
    }
    Q_UNREACHABLE();
}

MetadataType metadataTypeFromString(const QString &text)
{
    if (text == "number"_L1)
        return MetadataType::Number;
    return text == "time"_L1 ? MetadataType::Time : MetadataType::Text;
}

MetadataField MetadataField::fromJson(const QJsonObject &object)
{
    // The documentation says use_count; the servers that were recorded send count.
    return {.id = object["id"_L1].toString(u"built-in"_s),
            .name = object["name"_L1].toString(),
            .type = metadataTypeFromString(object["type"_L1].toString()),
            .useCount = json::toInt(object["count"_L1], json::toInt(object["use_count"_L1]))};
}

MetadataFields MetadataFields::fromJson(const QJsonObject &object)
{
    MetadataFields read;
    const QJsonArray items = object["doc_metadata"_L1].toArray();
    for (const auto item : items) {
        auto field = MetadataField::fromJson(item.toObject());
        if (!field.isBuiltIn())
            read.fields.append(std::move(field));
    }
    read.builtInEnabled = object["built_in_field_enabled"_L1].toBool();
    return read;
}

MetadataValue MetadataValue::fromJson(const QJsonObject &object)
{
    return {object["id"_L1].toString(), object["name"_L1].toString(),
            metadataTypeFromString(object["type"_L1].toString()), object["value"_L1]};
}

QList<MetadataValue> MetadataValue::listFromJson(const QJsonValue &docMetadata)
{
    QList<MetadataValue> values;
    const QJsonArray items = docMetadata.toArray();
    for (const auto item : items)
        values.append(fromJson(item.toObject()));
    return values;
}

QJsonObject MetadataValue::toJson() const
{
    return {{u"id"_s, fieldId}, {u"name"_s, name}, {u"value"_s, value.isUndefined() ? QJsonValue() : value}};
}

QJsonObject MetadataChange::toJson() const
{
    QJsonArray list;
    for (const auto &value : values)
        list.append(value.toJson());
    QJsonObject object{{u"document_id"_s, documentId}, {u"metadata_list"_s, list}};
    if (keepsOthers)
        object[u"partial_update"_s] = true;
    return object;
}
