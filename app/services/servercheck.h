// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/datasetsapi.h"

#include <QUrl>

#include <memory>

class QNetworkAccessManager;

//! What Add server… does with an address before anything is stored: makes it a base URL and asks it for its datasets.
//! The key goes to that host alone, and in the clear only after confirm().
class ServerCheck : public QObject
{
    Q_OBJECT

public:
    //! The base URL of what was pasted: with a scheme, ending in /v1, without query, user name or page of the console.
    //! Invalid when it is no address.
    static QUrl baseUrlFrom(const QString &pasted);

    explicit ServerCheck(QNetworkAccessManager &network, QObject *parent = nullptr);
    ~ServerCheck() override;

    //! Asks \a baseUrl; exactly one of the signals follows. A redirect from http to https on the same host is adopted.
    //! A check that still runs is dropped.
    //! \a certificate: SHA-256 fingerprint of one to trust besides those the system trusts.
    void run(const QUrl &baseUrl, const QByteArray &key, const QByteArray &certificate = {});
    //! Goes on after confirmationNeeded().
    void confirm();
    void cancel();

signals:
    //! It works. \a url is the one to store, \a version is empty when the server does not say.
    void succeeded(const QUrl &url, const QString &version, qint64 datasets);
    //! Another machine is asked over plain http: everybody on the way could read the key.
    void confirmationNeeded(const QUrl &url);
    //! The key opens single datasets only (403 on the list). \a sentence is for people.
    void keyIsBound(const QUrl &url, const QString &sentence);
    //! \a sentence is for people: what happened and, where known, what to do.
    void failed(const ApiError &error, const QString &sentence);

private:
    void ask(const QUrl &url, const QByteArray &key);
    void onAnswer(const Result<Page<Dataset>> &answer);
    void onError(const ApiError &error);
    bool adoptsRedirect(const QUrl &target);

    QNetworkAccessManager &m_network;
    std::unique_ptr<ApiClient> m_client;
    QUrl m_url;
    QByteArray m_key;
    QByteArray m_certificate;
    bool m_isProbing = false; //!< Asking without the key whether http leads to https.
};
