// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/http/python.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QLocale>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace {

bool isWhole(double number)
{
    return number == std::floor(number) && std::abs(number) < 1e16;
}

QString quoted(const QString &text)
{
    const QChar quote = text.contains(u'\'') && !text.contains(u'"') ? u'"' : u'\'';
    QString result(quote);
    for (const QChar c : text) {
        if (c == quote || c == u'\\')
            result += u'\\';
        if (c == u'\n')
            result += "\\n"_L1;
        else if (c == u'\r')
            result += "\\r"_L1;
        else if (c == u'\t')
            result += "\\t"_L1;
        else if (c < u' ' || c == u'\x7f')
            result += u"\\x%1"_s.arg(c.unicode(), 2, 16, QChar(u'0'));
        else
            result += c;
    }
    return result + quote;
}

bool isContinuation(char byte)
{
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

} // namespace

QString python::representation(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        return u"None"_s;
    case QJsonValue::Bool:
        return value.toBool() ? u"True"_s : u"False"_s;
    case QJsonValue::Double:
        return isWhole(value.toDouble()) ? QString::number(value.toInteger())
                                         : QString::number(value.toDouble(), 'g', QLocale::FloatingPointShortest);
    case QJsonValue::String:
        return quoted(value.toString());
    case QJsonValue::Array: {
        QStringList items;
        const QJsonArray list = value.toArray();
        for (const auto item : list)
            items.append(representation(item));
        return u'[' + items.join(", "_L1) + u']';
    }
    case QJsonValue::Object: {
        QStringList items;
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it)
            items.append(quoted(it.key()) + ": "_L1 + representation(it.value()));
        return u'{' + items.join(", "_L1) + u'}';
    }
    }
    return {};
}

QString python::typeName(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        return u"NoneType"_s;
    case QJsonValue::Bool:
        return u"bool"_s;
    case QJsonValue::Double:
        return isWhole(value.toDouble()) ? u"int"_s : u"float"_s;
    case QJsonValue::String:
        return u"str"_s;
    case QJsonValue::Array:
        return u"list"_s;
    case QJsonValue::Object:
        return u"dict"_s;
    }
    return {};
}

QString python::shortened(const QString &representation)
{
    const QByteArray bytes = representation.toUtf8();
    if (bytes.size() <= 50)
        return representation;
    qsizetype head = 25;
    while (isContinuation(bytes[head]))
        --head;
    qsizetype tail = bytes.size() - 24;
    while (tail < bytes.size() && isContinuation(bytes[tail]))
        ++tail;
    return QString::fromUtf8(bytes.left(head)) + "..."_L1 + QString::fromUtf8(bytes.mid(tail));
}
