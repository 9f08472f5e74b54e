// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/json.h"

#include <cmath>
#include <limits>

namespace json {

qint64 toInt(const QJsonValue &value, qint64 fallback)
{
    if (value.isDouble()) {
        const qint64 exact = value.toInteger(std::numeric_limits<qint64>::min());
        if (exact != std::numeric_limits<qint64>::min())
            return exact;
    }
    const double number = toDouble(value, std::nan(""));
    constexpr double limit = 9.2e18; // beyond it the conversion to qint64 is undefined
    return std::isfinite(number) && std::abs(number) < limit ? static_cast<qint64>(number) : fallback;
}

double toDouble(const QJsonValue &value, double fallback)
{
    if (value.isDouble())
        return value.toDouble();
    bool ok = false;
    const double number = value.toString().toDouble(&ok);
    return ok ? number : fallback;
}

QStringList toStrings(const QJsonValue &value)
{
    QStringList strings;
    const QJsonArray items = value.toArray();
    for (const auto item : items) {
        if (item.isString())
            strings.append(item.toString());
    }
    return strings;
}

QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

} // namespace json
