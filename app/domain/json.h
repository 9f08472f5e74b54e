// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

//! Lenient reading of what servers send: a missing key, a null or another type gives the fallback, never an error.
namespace json {

//! A whole number; also one that was sent as a float or as a string ("1741267200.0").
qint64 toInt(const QJsonValue &value, qint64 fallback = 0);

//! A number; also one that was sent as a string.
double toDouble(const QJsonValue &value, double fallback = 0);

//! The strings of an array; anything else in it is left out.
QStringList toStrings(const QJsonValue &value);

//! A JSON null for an empty string, as the API has it for "not set".
QJsonValue orNull(const QString &text);

} // namespace json
