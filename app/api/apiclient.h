// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/call.h"

#include <QDateTime>
#include <QNetworkRequest>
#include <QSet>
#include <QTimer>
#include <QUrl>

#include <array>

class QNetworkAccessManager;
class QSslError;

//! Sends requests to one server: four at a time, those a person waits for first. Reads are tried again when the
//! connection is lost; a write is sent once. When the server limits their rate, none is sent until its time is over.
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

    //! It is a loredesk-server, which does without fault what others do not (docs/deviations.md).
    bool isLoredeskServer() const { return m_isLoredeskServer; }

    //! How often a read is tried again, and how long the first pause is in milliseconds; it doubles each time.
    void setRetries(int count, int firstPause);

    //! Each makes a call whose answer is read by \a read (see Call), below the base URL.
    template <typename Value, typename Json>
    Call<typename Value::value_type> *get(const QString &path, const Query &query, Value (*read)(const Json &),
                                          Priority priority = Priority::Interactive)
    {
        return call({.verb = "GET", .path = path, .query = query, .priority = priority}, read);
    }

    template <typename Value>
    Call<typename Value::value_type> *post(const QString &path, const QJsonObject &body,
                                           Value (*read)(const QJsonObject &),
                                           Priority priority = Priority::Interactive)
    {
        return call({.verb = "POST", .path = path, .json = toJson(body), .priority = priority}, read);
    }

    template <typename Value>
    Call<typename Value::value_type> *patch(const QString &path, const QJsonObject &body,
                                            Value (*read)(const QJsonObject &))
    {
        return call({.verb = "PATCH", .path = path, .json = toJson(body)}, read);
    }

    //! Streams a file from disk as multipart/form-data.
    template <typename Value>
    Call<typename Value::value_type> *upload(const QByteArray &verb, const QString &path,
                                             const ApiRequest::Upload &upload, Value (*read)(const QJsonObject &))
    {
        return call({.verb = verb, .path = path, .upload = upload, .priority = Priority::Transfer}, read);
    }

    //! Nothing is sent; the call reports a BadRequest with \a sentence, which is for people.
    template <typename T>
    Call<T> *refuse(const QString &sentence)
    {
        return call(
            {.verb = "GET", .refusal = sentence}, +[](const QJsonObject &) -> std::optional<T> { return {}; });
    }

    //! A write whose answer says no more than that it was done.
    Call<Done> *tell(const QByteArray &verb, const QString &path, const QJsonObject &body);
    //! Streams the answer of a POST into the file \a saveAs, which is there only once it is complete.
    Call<Done> *download(const QString &path, const QJsonObject &body, const QString &saveAs);
    //! The same for a signed address that the server handed out, without the key. \a saveAs as above.
    Call<Done> *download(const QUrl &url, const QString &saveAs);
    //! Deletes what is at \a path. That it is gone already (404) is a success.
    Call<Done> *remove(const QString &path, const QJsonObject &body = {});

    //! Until when the server wants no requests: they wait. Invalid when it takes them.
    QDateTime heldUntil() const { return m_hold.isActive() ? m_heldUntil : QDateTime(); }
    //! How long a server is left alone that does not say how long, in milliseconds. Its windows are of a minute.
    void setHold(int milliseconds) { m_holdByDefault = milliseconds; }

    static QByteArray toJson(const QJsonObject &object);

signals:
    void serverVersionChanged();
    void heldUntilChanged();

private:
    friend class CallBase;

    template <typename Value, typename Json>
    Call<typename Value::value_type> *call(ApiRequest request, Value (*read)(const Json &))
    {
        return new Call<typename Value::value_type>(*this, std::move(request), read);
    }

    void enqueue(CallBase *call);
    void forget(CallBase *call);
    void startSoon();
    void startWhatMayRun();
    CallBase *takeNext();
    QNetworkRequest requestFor(const ApiRequest &request) const;
    QNetworkReply *send(const ApiRequest &request, RequestBody *body);
    QNetworkReply *sendBody(QNetworkRequest request, const QByteArray &verb, RequestBody &body);
    void acceptPinned(QNetworkReply &reply, const QList<QSslError> &errors) const;
    void noteAnswer(const QNetworkReply &reply);
    int holdFor(int seconds);
    void release();
    int readRetries() const { return m_retries; }
    int retryDelay(int attempt) const;

    QNetworkAccessManager &m_network;
    QUrl m_baseUrl;
    QByteArray m_apiKey;
    QByteArray m_pinnedCertificate;
    QString m_serverVersion;
    bool m_isLoredeskServer = false;
    std::array<QList<CallBase *>, 3> m_waiting; // by Priority
    QSet<CallBase *> m_running;
    int m_runningTransfers = 0;
    int m_retries = 3;
    int m_firstPause = 250;
    bool m_isStartPlanned = false;
    QTimer m_hold;
    QDateTime m_heldUntil;
    int m_holdByDefault = 60'000;
};
