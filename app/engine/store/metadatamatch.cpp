// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/store/metadatamatch.h"

#include <QJsonArray>
#include <QLocale>

#include <cmath>
#include <limits>

using Operator = MetadataCondition::Operator;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

QString textOf(const QJsonValue &value)
{
    if (!value.isDouble())
        return value.toString();
    return value.toVariant().typeId() == QMetaType::LongLong
               ? QString::number(value.toInteger())
               : QString::number(value.toDouble(), 'g', QLocale::FloatingPointShortest);
}

//! The texts of a list, or of a text with commas.
QSet<QString> choices(const QJsonValue &value)
{
    QSet<QString> texts;
    if (value.isArray()) {
        const QJsonArray list = value.toArray();
        for (const auto item : list)
            texts.insert(textOf(item));
        return texts;
    }
    for (const QString &text : textOf(value).split(u',', Qt::SkipEmptyParts))
        texts.insert(text.trimmed());
    return texts;
}

bool isOrdered(Operator comparison, double number, double wanted)
{
    switch (comparison) {
    case Operator::Greater:
    case Operator::After:
        return number > wanted;
    case Operator::Less:
    case Operator::Before:
        return number < wanted;
    case Operator::AtLeast:
        return number >= wanted;
    default:
        return number <= wanted;
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

MetadataMatch::MetadataMatch(const MetadataCondition &condition)
    : m_comparison(condition.comparison)
    , m_isNumber(condition.value.isDouble())
    , m_text(textOf(condition.value))
    , m_number(numberOf(condition.value))
    , m_choices(choices(condition.value))
{ }

bool MetadataMatch::operator()(const QJsonValue &value) const
{
    if (m_comparison == Operator::NotEmpty)
        return true;
    return !value.isNull() && m_comparison != Operator::Empty && comparesAs(value);
}

std::optional<MetadataMatch::Candidates> MetadataMatch::candidates() const
{
    Candidates found{infinity, -infinity, {}};
    const auto add = [&found](double least, double most) {
        // Whole numbers that are too long for a double are compared as the nearest one.
        found.least = std::min(found.least, std::nextafter(least, -infinity));
        found.most = std::max(found.most, std::nextafter(most, infinity));
    };
    switch (m_comparison) {
    case Operator::Is:
    case Operator::Equal:
    case Operator::In: {
        const QStringList texts = m_comparison == Operator::In ? m_choices.values() : QStringList{m_text};
        for (const QString &text : texts) {
            if (const auto number = numberOf(text))
                add(*number, *number);
        }
        if (!m_isNumber)
            found.texts = texts;
        return found;
    }
    case Operator::Greater:
    case Operator::AtLeast:
    case Operator::After:
        add(m_number.value_or(infinity), infinity);
        return found;
    case Operator::Less:
    case Operator::AtMost:
    case Operator::Before:
        add(-infinity, m_number.value_or(-infinity));
        return found;
    default:
        return {};
    }
}

bool MetadataMatch::comparesAs(const QJsonValue &value) const
{
    if (comparesNumbers(m_comparison)) {
        const auto number = numberOf(value);
        return number && m_number && isOrdered(m_comparison, *number, *m_number);
    }
    const auto isEqual = [&] { return m_isNumber ? numberOf(value) == m_number : textOf(value) == m_text; };
    switch (m_comparison) {
    case Operator::Is:
    case Operator::Equal:
        return isEqual();
    case Operator::IsNot:
    case Operator::NotEqual:
        return !isEqual();
    case Operator::In:
        return m_choices.contains(textOf(value));
    case Operator::NotIn:
        return !m_choices.contains(textOf(value));
    case Operator::Contains:
        return textOf(value).contains(m_text);
    case Operator::NotContains:
        return !textOf(value).contains(m_text);
    case Operator::StartsWith:
        return textOf(value).startsWith(m_text);
    default:
        return textOf(value).endsWith(m_text);
    }
}
