// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/http/payload.h"

#include "app/engine/http/router.h"

using namespace Qt::Literals::StringLiterals;

// Values that can be of several types, and lists that the models check one by one.
namespace http {

void Payload::failAs(QLatin1StringView name, const QString &kind, QLatin1StringView type, const QString &sentence)
{
    add(placeOf(name) + u'.' + kind, type, sentence, m_object[name]);
}

QJsonValue Payload::scalar(QLatin1StringView name)
{
    const QJsonValue value = m_object.value(name);
    if (value.isObject() || value.isArray()) {
        failAs(name, u"str"_s, "string_type"_L1, u"Input should be a valid string"_s);
        failNumbers(name);
    }
    return value.isUndefined() ? QJsonValue() : value;
}

QJsonValue Payload::scalarOrTexts(QLatin1StringView name)
{
    const QJsonValue value = m_object.value(name);
    const QJsonArray array = value.toArray();
    QStringList wrong;
    for (qsizetype i = 0; i < array.size(); ++i) {
        if (!array[i].isString())
            wrong.append(QString::number(i));
    }
    if (value.isObject() || !wrong.isEmpty()) {
        const QString list = u"json-or-python[json=list[str],python=chain[is-instance[Sequence],"
                             "function-wrap[sequence_validator()]]]"_s;
        failAs(name, u"str"_s, "string_type"_L1, u"Input should be a valid string"_s);
        for (const QString &index : std::as_const(wrong))
            add(placeOf(name) + u'.' + list + u'.' + index, "string_type"_L1, u"Input should be a valid string"_s,
                array[index.toInt()]);
        if (wrong.isEmpty())
            failAs(name, list, "is_instance_of"_L1, u"Input should be an instance of Sequence"_s);
        failNumbers(name);
    }
    return value.isUndefined() ? QJsonValue() : value;
}

void Payload::failNumbers(QLatin1StringView name)
{
    failAs(name, u"int"_s, "int_type"_L1, u"Input should be a valid integer"_s);
    failAs(name, u"float"_s, "float_type"_L1, u"Input should be a valid number"_s);
}

std::optional<QStringList> Payload::ids(QLatin1StringView name, qsizetype fewest, qsizetype most)
{
    const QString sentence = u"Input should be a valid list"_s;
    const QJsonValue value = take(name, Need::Required, "list_type"_L1, sentence);
    if (value.isUndefined())
        return {};
    if (!value.isArray()) {
        add(placeOf(name), "list_type"_L1, sentence, value);
        return {};
    }
    const QJsonArray array = value.toArray();
    const QString counted = u"List should have at %1 %2 item%3 after validation, not %4"_s;
    if (array.size() < fewest)
        fail(name, "too_short"_L1,
             counted.arg("least"_L1).arg(fewest).arg(fewest == 1 ? ""_L1 : "s"_L1).arg(array.size()));
    if (array.size() > most)
        fail(name, "too_long"_L1, counted.arg("most"_L1).arg(most).arg(most == 1 ? ""_L1 : "s"_L1).arg(array.size()));
    QStringList ids;
    for (qsizetype i = 0; i < array.size() && array.size() <= most; ++i) {
        const QString place = u"%1.%2"_s.arg(placeOf(name)).arg(i);
        const QString id = array[i].toString();
        if (!array[i].isString())
            add(place, "uuid_type"_L1, u"UUID input should be a string, bytes or UUID object"_s, array[i]);
        else if (!isUuid(id))
            add(place, "uuid_parsing"_L1,
                u"Input should be a valid UUID, invalid length: expected length 32 for simple format, found %1"_s.arg(
                    id.size()),
                array[i]);
        ids.append(id.toLower());
    }
    return ids;
}

} // namespace http
