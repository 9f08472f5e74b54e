// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/apiclient.h"

//! What Add server… does with an address before anything is stored: makes it a base URL and asks it once.
class ServerCheck : public QObject
{
    Q_OBJECT

public:
    //! The base URL of what was pasted: with a scheme, ending in /v1, without query, user name or page of the console.
    //! Invalid when it is no address.
    static QUrl baseUrlFrom(const QString &pasted);

    //! The key would go unencrypted to another machine; ask before run().
    static bool sendsKeyInTheClear(const QUrl &baseUrl);

    explicit ServerCheck(QNetworkAccessManager &network, QObject *parent = nullptr);

    //! Asks for the datasets once. A redirect from http to https on the same host is adopted, the key never goes
    //! anywhere else. A check that still runs is dropped.
    void run(const QUrl &baseUrl, const QByteArray &key);
    void cancel();

signals:
    //! It works. \a url is the one to store, \a version is empty when the server does not say.
    void succeeded(const QUrl &url, const QString &version, qint64 datasets);
    //! The key opens single datasets only (403 on the list).
    void keyIsBound(const QUrl &url, const QString &sentence);
    void failed(const ApiError &error, const QString &sentence);

private:
    void onAnswer(const Result<Page<Dataset>> &answer);
    void onError(const ApiError &error);

    QNetworkAccessManager &m_network;
    std::unique_ptr<ApiClient> m_client;
    QByteArray m_key;
};
