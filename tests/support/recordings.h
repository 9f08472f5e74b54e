// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QList>
#include <QStringList>

//! What real servers of three versions answered, in tests/fixtures/recordings/<version>/<section>.json: one exchange a
//! line, in the order in which they were made. An exchange has
//!   name, operation, method, path (may have a query of its own), query;
//!   auth: the Authorization header where that was not "Bearer <key>"; "none": without one; headers: further ones;
//!   one of body (JSON), raw (text), base64, parts (of a form: name, filename, content_type, text or base64) or none;
//!   status; type, if not application/json; answerHeaders: the remarkable ones;
//!   one of answer (JSON), answerText, answerBase64 or none.
//! A long string is {"$repeat": unit, "length": n}. Where there is `rows`, `data` had as many and has the first three.
namespace recordings {

//! In their order.
QStringList sections(const QString &version);
//! Long strings are whole again, other than in parts.
QList<QJsonObject> exchanges(const QString &version, const QString &section);
//! The bytes of one of the parts of a form.
QByteArray partBytes(const QJsonObject &part);
QJsonValue expanded(const QJsonValue &value);

} // namespace recordings
