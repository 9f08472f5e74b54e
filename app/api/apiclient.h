// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/call.h"

#include <QNetworkRequest>
#include <QSet>
#include <QUrl>

#include <array>

class QNetworkAccessManager;
class QSslError;

//! Sends requests to one server: four at a time, those a person waits for first. Reads are tried again when the
//! connection is lost; a write is sent once.
class ApiClient : public QObject
{
    Q_OBJECT

public:
    using Priority = ApiRequest::Priority;
    using Query = ApiRequest::Query;

    static constexpr int maxRunning = 4; //!< Requests at once.
    static constexpr int maxRunningTransfers = 3; //!< Of them uploads, so that a click never waits for a file.

    explicit ApiClient(QNetworkAccessManager &network, QObject *parent = nullptr);
    ~ApiClient() override;

    //! \a baseUrl ends in /v1. Requests that still wait, or are tried again, go to the new address; without one they
    //! wait.
    void setServer(const QUrl &baseUrl, const QByteArray &apiKey);
    QUrl baseUrl() const { return m_baseUrl; }
    //! Trusts exactly the certificate with this SHA-256 \a fingerprint, whatever is wrong with it otherwise; empty:
    //! none.
    void setPinnedCertificate(const QByteArray &fingerprint) { m_pinnedCertificate = fingerprint; }

    //! The version the server named in its last answer (X-Version); empty when it never did.
    QString serverVersion() const { return m_serverVersion; }

    //! How often a read is tried again, and how long the first pause is in milliseconds; it doubles each time.
    void setRetries(int count, int firstPause);

    template <typename T>
    Call<T> *get(const QString &path, const Query &query, std::optional<T> (*read)(const QJsonObject &),
                 Priority priority = Priority::Interactive)
    {
        return new Call<T>(*this, {.verb = "GET", .path = path, .query = query, .priority = priority}, read);
    }

    template <typename T>
    Call<T> *post(const QString &path, const QJsonObject &body, std::optional<T> (*read)(const QJsonObject &),
                  Priority priority = Priority::Interactive)
    {
        return new Call<T>(*this, {.verb = "POST", .path = path, .json = toJson(body), .priority = priority}, read);
    }

    template <typename T>
    Call<T> *patch(const QString &path, const QJsonObject &body, std::optional<T> (*read)(const QJsonObject &))
    {
        return new Call<T>(*this, {.verb = "PATCH", .path = path, .json = toJson(body)}, read);
    }

    //! Streams a file from disk as multipart/form-data.
    template <typename T>
    Call<T> *upload(const QString &path, const QString &filePath, const QString &fileName, const QJsonObject &data,
                    std::optional<T> (*read)(const QJsonObject &))
    {
        return new Call<T>(*this,
                           {.verb = "POST",
                            .path = path,
                            .upload = ApiRequest::Upload{filePath, fileName, toJson(data)},
                            .priority = Priority::Transfer},
                           read);
    }

    //! Deletes what is at \a path. That it is gone already (404) is a success.
    Call<Done> *remove(const QString &path);

signals:
    void serverVersionChanged();

private:
    friend class CallBase;

    static QByteArray toJson(const QJsonObject &object);

    void enqueue(CallBase *call);
    void forget(CallBase *call);
    void startSoon();
    void startWhatMayRun();
    CallBase *takeNext();
    QNetworkReply *send(const ApiRequest &request, RequestBody *body);
    QNetworkReply *sendBody(QNetworkRequest request, const QByteArray &verb, RequestBody &body);
    void acceptPinned(QNetworkReply &reply, const QList<QSslError> &errors) const;
    void noteAnswer(const QNetworkReply &reply);
    int readRetries() const { return m_retries; }
    int retryDelay(int attempt) const;

    QNetworkAccessManager &m_network;
    QUrl m_baseUrl;
    QByteArray m_apiKey;
    QByteArray m_pinnedCertificate;
    QString m_serverVersion;
    std::array<QList<CallBase *>, 3> m_waiting; // by Priority
    QSet<CallBase *> m_running;
    int m_runningTransfers = 0;
    int m_retries = 3;
    int m_firstPause = 250;
    bool m_isStartPlanned = false;
};
