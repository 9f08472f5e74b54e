// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/http/wire.h"

#include "app/engine/store/metadatastore.h"

#include <QLocale>

using namespace Qt::Literals::StringLiterals;

namespace http::wire {

namespace {

//! Dates are texts in lists, "1741267200.0".
QJsonValue listed(const QJsonValue &value)
{
    if (!value.isDouble())
        return value;
    const QString text = QString::number(value.toDouble(), 'g', QLocale::FloatingPointShortest);
    return text.contains(u'.') ? text : text + ".0"_L1;
}

} // namespace

QJsonObject metadataField(const MetadataFieldRow &field)
{
    return {{u"id"_s, field.id}, {u"name"_s, field.name}, {u"type"_s, field.type}};
}

QJsonObject tag(const TagRow &tag)
{
    return {{u"id"_s, tag.id}, {u"name"_s, tag.name}, {u"type"_s, u"knowledge"_s}};
}

QJsonArray metadata(const DocumentRow &row, const QList<MetadataValueRow> &values, bool builtIn)
{
    QJsonArray list;
    const auto add = [&list](const MetadataFieldRow &field, const QJsonValue &value) {
        QJsonObject object = metadataField(field);
        object[u"value"_s] = value;
        list.append(object);
    };
    for (const MetadataValueRow &value : values)
        add(value.field, value.value);
    if (builtIn || !list.isEmpty()) {
        for (const MetadataValueRow &value : builtInValues(row))
            add(value.field, listed(value.value));
    }
    return list;
}

QJsonValue hitMetadata(const DocumentRow &row, const QList<MetadataValueRow> &values, bool builtIn)
{
    QJsonObject object;
    for (const MetadataValueRow &value : values + (builtIn ? builtInValues(row) : QList<MetadataValueRow>()))
        object[value.field.name] = value.value;
    return object.isEmpty() ? QJsonValue() : object;
}

} // namespace http::wire
