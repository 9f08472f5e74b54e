// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/metadatavalues.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <limits>

namespace metadatavalues {

namespace {

constexpr double exact = 9007199254740992.; //!< 2^53: up to here a double holds every whole number.

//! The number that a value is or that its text says, as servers write it.
std::optional<double> asNumber(const QJsonValue &value)
{
    if (value.isDouble())
        return value.toDouble();
    bool isNumber = false;
    const double number = value.toString().toDouble(&isNumber);
    return isNumber && std::isfinite(number) ? std::optional(number) : std::nullopt;
}

bool isNothing(const QJsonValue &value)
{
    return value.isNull() || value.isUndefined();
}

} // namespace

QJsonValue valueOf(const Document &document, const QString &fieldId)
{
    const auto found = std::find_if(document.metadata.cbegin(), document.metadata.cend(),
                                    [&](const MetadataValue &value) { return value.fieldId == fieldId; });
    return found == document.metadata.cend() || found->value.isUndefined() ? QJsonValue() : found->value;
}

bool isSame(const QJsonValue &a, const QJsonValue &b, MetadataType type)
{
    if (isNothing(a) || isNothing(b))
        return isNothing(a) == isNothing(b);
    if (type != MetadataType::Text) {
        const auto left = asNumber(a);
        const auto right = asNumber(b);
        if (left && right)
            return *left == *right;
    }
    return a.toVariant().toString() == b.toVariant().toString();
}

Shared sharedValue(const QList<Document> &documents, const MetadataField &field)
{
    Shared shared;
    if (documents.isEmpty())
        return shared;
    shared.value = valueOf(documents.first(), field.id);
    shared.isMixed = std::any_of(documents.cbegin() + 1, documents.cend(), [&](const Document &document) {
        return !isSame(shared.value, valueOf(document, field.id), field.type);
    });
    if (shared.isMixed)
        shared.value = QJsonValue();
    return shared;
}

QString text(const QJsonValue &value, MetadataType type)
{
    if (isNothing(value))
        return {};
    QLocale locale;
    locale.setNumberOptions(QLocale::OmitGroupSeparator); // many numbers are years
    if (type == MetadataType::Time) {
        if (const auto seconds = secondsOf(value))
            return locale.toString(QDateTime::fromSecsSinceEpoch(*seconds), QLocale::ShortFormat);
    } else if (type == MetadataType::Number) {
        if (const auto number = asNumber(value))
            return locale.toString(*number, std::abs(*number) < exact ? 'f' : 'g', QLocale::FloatingPointShortest);
    }
    return value.toVariant().toString();
}

std::optional<qint64> secondsOf(const QJsonValue &value)
{
    if (isNothing(value))
        return {};
    const auto number = asNumber(value);
    // Beyond the year 9999 it is no time that a person wrote.
    return number && std::abs(*number) < 253402300800. ? std::optional(std::llround(std::floor(*number)))
                                                       : std::nullopt;
}

std::optional<QJsonValue> numberFrom(const QString &typed)
{
    bool isNumber = false;
    const double number = QLocale().toDouble(typed.trimmed(), &isNumber);
    if (!isNumber || !std::isfinite(number))
        return {};
    return number == std::floor(number) && std::abs(number) <= exact ? QJsonValue(static_cast<qint64>(number))
                                                                     : QJsonValue(number);
}

double sortNumber(const QJsonValue &value)
{
    return asNumber(value).value_or(-std::numeric_limits<double>::infinity());
}

Document changed(Document document, const QList<MetadataValue> &changes)
{
    for (const MetadataValue &change : changes) {
        const auto found = std::find_if(document.metadata.begin(), document.metadata.end(),
                                        [&](const MetadataValue &value) { return value.fieldId == change.fieldId; });
        if (found == document.metadata.end())
            document.metadata.prepend(change);
        else
            found->value = change.value;
    }
    return document;
}

} // namespace metadatavalues
