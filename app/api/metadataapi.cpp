// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/metadataapi.h"

#include "app/api/apiclient.h"
#include "app/api/readers.h"

using namespace Qt::Literals::StringLiterals;

namespace {

QString pathOf(const QString &datasetId)
{
    return u"/datasets/"_s + datasetId + u"/metadata"_s;
}

std::optional<MetadataFields> readFields(const QJsonObject &object)
{
    return object["doc_metadata"_L1].isArray() ? std::optional(MetadataFields::fromJson(object)) : std::nullopt;
}

std::optional<QList<MetadataField>> readBuiltIn(const QJsonObject &object)
{
    if (!object["fields"_L1].isArray())
        return {};
    QList<MetadataField> fields;
    const QJsonArray items = object["fields"_L1].toArray();
    for (const auto item : items)
        fields.append(MetadataField::fromJson(item.toObject()));
    return fields;
}

} // namespace

Call<MetadataFields> *MetadataApi::fields(const QString &datasetId) const
{
    return m_client.get(pathOf(datasetId), {}, &readFields);
}

Call<MetadataField> *MetadataApi::create(const QString &datasetId, const QString &name, MetadataType type) const
{
    return m_client.post(pathOf(datasetId), {{u"type"_s, toString(type)}, {u"name"_s, name}},
                         &readers::entity<MetadataField>);
}

Call<MetadataField> *MetadataApi::rename(const QString &datasetId, const QString &fieldId, const QString &name) const
{
    return m_client.patch(pathOf(datasetId) + u'/' + fieldId, {{u"name"_s, name}}, &readers::entity<MetadataField>);
}

Call<Done> *MetadataApi::remove(const QString &datasetId, const QString &fieldId) const
{
    return m_client.remove(pathOf(datasetId) + u'/' + fieldId);
}

Call<QList<MetadataField>> *MetadataApi::builtInFields(const QString &datasetId) const
{
    return m_client.get(pathOf(datasetId) + u"/built-in"_s, {}, &readBuiltIn);
}

Call<Done> *MetadataApi::setBuiltIn(const QString &datasetId, bool enabled) const
{
    return m_client.tell("POST", pathOf(datasetId) + (enabled ? u"/built-in/enable"_s : u"/built-in/disable"_s), {});
}

Call<Done> *MetadataApi::setValues(const QString &datasetId, const QList<MetadataChange> &changes) const
{
    QJsonArray operations;
    for (const MetadataChange &given : changes) {
        MetadataChange change = given;
        change.values.removeIf([](const MetadataValue &value) { return value.isBuiltIn(); });
        operations.append(change.toJson());
    }
    return m_client.tell("POST", u"/datasets/"_s + datasetId + u"/documents/metadata"_s,
                         {{u"operation_data"_s, operations}});
}
