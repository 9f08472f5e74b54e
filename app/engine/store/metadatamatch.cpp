// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/store/metadatamatch.h"

#include <QJsonArray>
#include <QLocale>
#include <QStringList>

#include <algorithm>

using Operator = MetadataCondition::Operator;

namespace {

QString textOf(const QJsonValue &value)
{
    if (value.toVariant().typeId() == QMetaType::LongLong)
        return QString::number(value.toInteger());
    return value.isDouble() ? QString::number(value.toDouble(), 'g', QLocale::FloatingPointShortest) : value.toString();
}

//! The texts of a list, or of a text with commas.
QStringList choices(const QJsonValue &value)
{
    QStringList texts;
    if (value.isArray()) {
        for (const auto item : value.toArray())
            texts.append(textOf(item));
        return texts;
    }
    for (const QString &text : textOf(value).split(u',', Qt::SkipEmptyParts))
        texts.append(text.trimmed());
    return texts;
}

bool equals(const QJsonValue &value, const QJsonValue &wanted)
{
    if (wanted.isDouble())
        return numberOf(value) == wanted.toDouble();
    return textOf(value) == textOf(wanted);
}

bool fulfilsText(const MetadataCondition &condition, const QJsonValue &value)
{
    const QString text = textOf(value);
    const QString wanted = textOf(condition.value);
    switch (condition.comparison) {
    case Operator::Contains:
        return text.contains(wanted);
    case Operator::NotContains:
        return !text.contains(wanted);
    case Operator::StartsWith:
        return text.startsWith(wanted);
    default:
        return text.endsWith(wanted);
    }
}

bool fulfilsNumber(Operator comparison, std::optional<double> number, std::optional<double> wanted)
{
    if (!number || !wanted)
        return false;
    switch (comparison) {
    case Operator::Greater:
    case Operator::After:
        return *number > *wanted;
    case Operator::Less:
    case Operator::Before:
        return *number < *wanted;
    case Operator::AtLeast:
        return *number >= *wanted;
    default:
        return *number <= *wanted;
    }
}

} // namespace

std::optional<double> numberOf(const QJsonValue &value)
{
    bool ok = value.isDouble();
    const double number = value.isString() ? value.toString().trimmed().toDouble(&ok) : value.toDouble();
    return ok ? std::optional(number) : std::nullopt;
}

bool comparesNumbers(Operator comparison)
{
    switch (comparison) {
    case Operator::Greater:
    case Operator::Less:
    case Operator::AtLeast:
    case Operator::AtMost:
    case Operator::Before:
    case Operator::After:
        return true;
    default:
        return false;
    }
}

bool fulfils(const MetadataCondition &condition, const QJsonValue &value)
{
    if (condition.comparison == Operator::NotEmpty)
        return true;
    if (value.isNull() || condition.comparison == Operator::Empty)
        return false;
    if (comparesNumbers(condition.comparison))
        return fulfilsNumber(condition.comparison, numberOf(value), numberOf(condition.value));
    switch (condition.comparison) {
    case Operator::Is:
    case Operator::Equal:
        return equals(value, condition.value);
    case Operator::IsNot:
    case Operator::NotEqual:
        return !equals(value, condition.value);
    case Operator::In:
        return choices(condition.value).contains(textOf(value));
    case Operator::NotIn:
        return !choices(condition.value).contains(textOf(value));
    default:
        return fulfilsText(condition, value);
    }
}
