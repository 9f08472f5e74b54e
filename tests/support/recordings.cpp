// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/recordings.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace {

QString folder(const QString &version)
{
    return QStringLiteral(FIXTURES) + u"/recordings/"_s + version;
}

} // namespace

namespace recordings {

QStringList sections(const QString &version)
{
    QStringList names = QDir(folder(version)).entryList({u"*.json"_s}, QDir::Files, QDir::Name);
    for (QString &name : names)
        name.chop(5);
    return names;
}

QList<QJsonObject> exchanges(const QString &version, const QString &section)
{
    QFile file(folder(version) + u'/' + section + u".json"_s);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s is missing", qPrintable(file.fileName()));
    QList<QJsonObject> result;
    const QJsonArray items = QJsonDocument::fromJson(file.readAll()).array();
    for (const auto item : items) {
        QJsonObject exchange = item.toObject();
        for (const QString &key : {u"body"_s, u"answer"_s}) {
            if (exchange.contains(key))
                exchange[key] = expanded(exchange[key]);
        }
        result.append(exchange);
    }
    return result;
}

QByteArray partBytes(const QJsonObject &part)
{
    if (part.contains("base64"_L1))
        return QByteArray::fromBase64(part["base64"_L1].toString().toLatin1());
    return expanded(part["text"_L1]).toString().toUtf8();
}

QJsonValue expanded(const QJsonValue &value)
{
    if (value.isArray()) {
        QJsonArray array;
        const QJsonArray items = value.toArray();
        for (const auto item : items)
            array.append(expanded(item));
        return array;
    }
    if (!value.isObject())
        return value;
    QJsonObject object = value.toObject();
    if (object.contains("$repeat"_L1)) {
        const QString unit = object["$repeat"_L1].toString();
        const qsizetype length = object["length"_L1].toInteger();
        return unit.repeated(length / unit.size() + 1).left(length);
    }
    for (auto it = object.begin(); it != object.end(); ++it)
        it.value() = expanded(it.value());
    return object;
}

} // namespace recordings
