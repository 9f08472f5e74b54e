// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/engine/http/message.h"

class QJsonArray;
class QJsonObject;

// The answers as Dify 1.15.0 gives them, envelope and words (recordings/1.15.0, sections a and b).
namespace http {

constexpr const char *apiVersion = "1.15.0"; //!< Of the API that is spoken.

Response json(const QJsonObject &object, int status = 200);
Response jsonList(const QJsonArray &array);
Response noContent();
Response success(); //!< {"result":"success"}
//! The envelope of nearly all errors.
Response refusal(const Refusal &refusal);
//! The envelope of a malformed list of chunks: `{"error":…}` alone.
Response segmentsRefusal(const QString &message);
//! A path that does not exist, which a non-UUID in the place of an id is too, is answered with a page.
Response unknownPath();
//! /v1 leads to /v1/ (which does not exist).
Response redirect(const QByteArray &location);

Refusal badParameter(const QString &message); //!< 400 invalid_param
Refusal notFound(const QString &message);
//! With the hint that the real server has under some paths, which \a meant are.
Refusal notFound(const QString &message, const Request &request, const QStringList &meant);
Refusal unauthorized(const QString &message);

} // namespace http
