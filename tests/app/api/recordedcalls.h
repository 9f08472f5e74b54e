// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/apiclient.h"

#include <QJsonArray>

//! Makes the typed call that a recorded request asks for.
namespace recordedcalls {

struct Outcome
{
    bool isCall = false; //!< There is one for its method and path.
    bool isReported = false;
    bool isValue = false;
    int kind = -1; //!< Of the error, if any.
    QString error{};
};

//! What is done with a request that the client would refuse to send.
enum class Refusals {
    Kept,
    Avoided, //!< Something harmless is sent instead, so that the answer is read.
};

//! \a exchange as recordings::exchanges() gives it. Files it sends or receives are made in \a folder.
Outcome run(ApiClient &client, const QJsonObject &exchange, const QString &folder, Refusals refusals);

//! Parameters that come more than once become arrays.
QJsonObject queryOf(const QUrl &url);
//! {"file": content, "filename": name, "data": {…}} of recorded parts, and of what was sent.
QJsonObject formOf(const QJsonArray &parts);
QJsonObject formOf(const QByteArray &body);

} // namespace recordedcalls
