// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/contract/knownids.h"
#include "tests/support/httpclient.h"
#include "tests/support/openapi.h"

#include <QJsonArray>
#include <QStringList>

#include <optional>

//! Sends recorded requests to a server and says where its answers differ from the recorded ones.
//! Ids, batches and times of the recording stand for those of the server: they are learned from the answers.
class Replay
{
public:
    Replay(const QUrl &base, const QString &key);
    //! What the server has another name for.
    void translate(const QString &recorded, const QString &own) { m_ids.bind(recorded, own); }
    void moveTo(const QUrl &base); //!< After a restart of the server.

    struct Outcome
    {
        HttpAnswer answer;
        QStringList differences; //!< Empty: as recorded.
        QString undescribed; //!< What docs/openapi.json does not say of the answer.
    };
    //! One step: a recorded exchange, or a preparation with `setup` and `bind`. Documents that it makes are waited for,
    //! so that the next step finds them as the recording did; unless it is `busy`.
    Outcome run(const QJsonObject &step);

private:
    QByteArray target(const QJsonObject &step) const;
    QByteArray bodyOf(const QJsonObject &step, HttpClient::Headers *headers) const;
    QByteArray form(const QJsonArray &parts) const;
    void compareHead(const QJsonObject &step, const HttpAnswer &answer, QStringList *differences) const;
    void compareBody(const QJsonObject &step, const HttpAnswer &answer, QStringList *differences);
    void waitUntilIndexed(const QByteArray &path, const QString &batch);

    OpenApi m_description;
    std::optional<HttpClient> m_client;
    QString m_key;
    KnownIds m_ids;
};
