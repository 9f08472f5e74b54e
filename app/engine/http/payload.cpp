// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/http/payload.h"

#include "app/engine/http/answers.h"
#include "app/engine/http/python.h"

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace http {

namespace {

//! 'a', 'b' or 'c'
QString enumerated(const QStringList &choices)
{
    QStringList quoted;
    for (const QString &choice : choices)
        quoted.append(u'\'' + choice + u'\'');
    const QString last = quoted.takeLast();
    return quoted.join(", "_L1) + " or "_L1 + last;
}

qsizetype characters(const QString &text)
{
    return std::count_if(text.cbegin(), text.cend(), [](QChar c) { return !c.isLowSurrogate(); });
}

std::optional<bool> boolOf(const QString &text)
{
    static const QStringList yes{u"1"_s, u"on"_s, u"t"_s, u"true"_s, u"y"_s, u"yes"_s};
    static const QStringList no{u"0"_s, u"off"_s, u"f"_s, u"false"_s, u"n"_s, u"no"_s};
    if (yes.contains(text.toLower()))
        return true;
    if (no.contains(text.toLower()))
        return false;
    return {};
}

} // namespace

Payload::Payload(const QString &model, const QJsonValue &value)
    : Payload(std::make_shared<Mistakes>(Mistakes{model, {}}), {}, value, model)
{ }

Payload::Payload(const std::shared_ptr<Mistakes> &mistakes, const QString &place, const QJsonValue &value,
                 const QString &model)
    : m_mistakes(mistakes)
    , m_place(place)
    , m_object(value.toObject())
    , m_there(value.isObject())
{
    const QString sentence = u"Input should be a valid dictionary"_s;
    if (!m_there && model.isEmpty())
        add(place, "dict_type"_L1, sentence, value);
    else if (!m_there)
        add(place, "model_type"_L1, sentence + " or instance of "_L1 + model, value);
}

Payload Payload::ofQuery(const QString &model, const Request &request, const QStringList &names)
{
    QJsonObject object;
    for (const QString &name : names) {
        if (const auto value = request.query(name))
            object[name] = *value;
    }
    return {model, object};
}

std::optional<QString> Payload::text(QLatin1StringView name, Need need, TextRule rule)
{
    const QString sentence = u"Input should be a valid string"_s;
    const QJsonValue value = take(name, need, "string_type"_L1, sentence);
    if (value.isUndefined())
        return {};
    if (!value.isString()) {
        add(placeOf(name), "string_type"_L1, sentence, value);
        return {};
    }
    const auto count = characters(value.toString());
    if (count < rule.shortest) {
        fail(name, "string_too_short"_L1,
             u"String should have at least %1 character%2"_s.arg(rule.shortest)
                 .arg(rule.shortest == 1 ? ""_L1 : "s"_L1));
        return {};
    }
    if (count > rule.longest) {
        fail(name, "string_too_long"_L1, u"String should have at most %1 characters"_s.arg(rule.longest));
        return {};
    }
    return value.toString();
}

std::optional<QString> Payload::choice(QLatin1StringView name, const QStringList &choices, QLatin1StringView type,
                                       Need need)
{
    const QString sentence = u"Input should be "_s + enumerated(choices);
    const QJsonValue value = take(name, need, type, sentence);
    if (value.isUndefined())
        return {};
    if (!value.isString() || !choices.contains(value.toString())) {
        add(placeOf(name), type, sentence, value);
        return {};
    }
    return value.toString();
}

std::optional<qint64> Payload::integer(QLatin1StringView name, Need need)
{
    const QString sentence = u"Input should be a valid integer"_s;
    const QJsonValue value = take(name, need, "int_type"_L1, sentence);
    if (value.isUndefined())
        return {};
    if (value.isString()) {
        bool ok = false;
        const qint64 parsed = value.toString().trimmed().toLongLong(&ok);
        if (ok)
            return parsed;
        fail(name, "int_parsing"_L1, sentence + ", unable to parse string as an integer"_L1);
    } else if (!value.isDouble()) {
        add(placeOf(name), "int_type"_L1, sentence, value);
    } else if (const double real = value.toDouble(); real != std::floor(real)) {
        fail(name, "int_from_float"_L1, sentence + ", got a number with a fractional part"_L1);
    } else if (std::abs(real) > 9e15) {
        fail(name, "int_parsing_size"_L1, u"Unable to parse input string as an integer, exceeded maximum size"_s);
    } else {
        return value.toInteger();
    }
    return {};
}

std::optional<double> Payload::number(QLatin1StringView name, Need need)
{
    const QString sentence = u"Input should be a valid number"_s;
    const QJsonValue value = take(name, need, "float_type"_L1, sentence);
    if (value.isUndefined())
        return {};
    bool ok = value.isDouble();
    const double number = value.isString() ? value.toString().toDouble(&ok) : value.toDouble();
    if (ok)
        return number;
    if (value.isString())
        fail(name, "float_parsing"_L1, sentence + ", unable to parse string as a number"_L1);
    else
        add(placeOf(name), "float_type"_L1, sentence, value);
    return {};
}

std::optional<bool> Payload::flag(QLatin1StringView name, Need need)
{
    const QString sentence = u"Input should be a valid boolean"_s;
    const QJsonValue value = take(name, need, "bool_type"_L1, sentence);
    if (value.isUndefined())
        return {};
    if (value.isBool())
        return value.toBool();
    const auto known = boolOf(value.isDouble() ? QString::number(value.toDouble()) : value.toString());
    if (known)
        return known;
    if (value.isString() || value.isDouble())
        fail(name, "bool_parsing"_L1, sentence + ", unable to interpret input"_L1);
    else
        add(placeOf(name), "bool_type"_L1, sentence, value);
    return {};
}

std::optional<QStringList> Payload::texts(QLatin1StringView name, Need need)
{
    const QString sentence = u"Input should be a valid list"_s;
    const QJsonValue value = take(name, need, "list_type"_L1, sentence);
    if (value.isUndefined())
        return {};
    if (!value.isArray()) {
        add(placeOf(name), "list_type"_L1, sentence, value);
        return {};
    }
    QStringList texts;
    const QJsonArray array = value.toArray();
    for (qsizetype i = 0; i < array.size(); ++i) {
        if (array[i].isString())
            texts.append(array[i].toString());
        else
            add(u"%1.%2"_s.arg(placeOf(name)).arg(i), "string_type"_L1, u"Input should be a valid string"_s, array[i]);
    }
    return texts;
}

Payload Payload::object(QLatin1StringView name, const QString &model, Need need)
{
    const QString sentence = u"Input should be a valid dictionary or instance of %1"_s.arg(model);
    const QJsonValue value = take(name, need, "model_type"_L1, sentence);
    if (!value.isUndefined())
        return {m_mistakes, placeOf(name), value, model};
    Payload missing;
    missing.m_mistakes = m_mistakes;
    return missing;
}

std::optional<QList<Payload>> Payload::objects(QLatin1StringView name, const QString &model, Need need,
                                               qsizetype fewest)
{
    const QString sentence = u"Input should be a valid list"_s;
    const QJsonValue value = take(name, need, "list_type"_L1, sentence);
    if (value.isUndefined())
        return {};
    if (!value.isArray()) {
        add(placeOf(name), "list_type"_L1, sentence, value);
        return {};
    }
    const QJsonArray array = value.toArray();
    if (array.size() < fewest)
        fail(name, "too_short"_L1,
             u"List should have at least %1 item%2 after validation, not %3"_s.arg(fewest)
                 .arg(fewest == 1 ? ""_L1 : "s"_L1)
                 .arg(array.size()));
    QList<Payload> objects;
    for (qsizetype i = 0; i < array.size(); ++i)
        objects.append(Payload(m_mistakes, u"%1.%2"_s.arg(placeOf(name)).arg(i), array[i], model));
    return objects;
}

void Payload::fail(QLatin1StringView name, QLatin1StringView type, const QString &sentence)
{
    add(placeOf(name), type, sentence, m_object[name]);
}

void Payload::failWhole(QLatin1StringView type, const QString &sentence)
{
    add(m_place, type, sentence, m_object);
}

QString Payload::mistakes() const
{
    const auto count = m_mistakes->list.size();
    if (count == 0)
        return {};
    return u"%1 validation error%2 for %3"_s.arg(count).arg(count == 1 ? ""_L1 : "s"_L1).arg(m_mistakes->model) + u'\n'
           + m_mistakes->list.join(u'\n');
}

void Payload::check() const
{
    if (const QString all = mistakes(); !all.isEmpty())
        throw badParameter(all);
}

QJsonValue Payload::take(QLatin1StringView name, Need need, QLatin1StringView nullType, const QString &nullSentence)
{
    const QJsonValue value = m_object.value(name);
    if (value.isUndefined()) {
        if (need == Need::Required && m_there)
            add(placeOf(name), "missing"_L1, u"Field required"_s, m_object);
    } else if (value.isNull()) {
        if (need != Need::Optional)
            add(placeOf(name), nullType, nullSentence, value);
        return QJsonValue::Undefined;
    }
    return value;
}

QString Payload::placeOf(QLatin1StringView name) const
{
    return m_place.isEmpty() ? QString(name) : m_place + u'.' + name;
}

void Payload::add(const QString &place, QLatin1StringView type, const QString &sentence, const QJsonValue &value)
{
    QString mistake;
    if (!place.isEmpty())
        mistake = place + u'\n';
    mistake += u"  %1 [type=%2, input_value=%3, input_type=%4]\n"
               "    For further information visit https://errors.pydantic.dev/2.12/v/%2"_s.arg(
                   sentence, type, python::shortened(python::representation(value)), python::typeName(value));
    m_mistakes->list.append(mistake);
}

} // namespace http
