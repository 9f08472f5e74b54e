// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/apirequest.h"
#include "app/api/eventreader.h"
#include "app/api/result.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>
#include <optional>
#include <type_traits>

class ApiClient;
class QNetworkReply;
class QSaveFile;
class RequestBody;

//! A wish to a server, from the moment it is queued until it has reported once. It then deletes itself.
//! It belongs to its ApiClient and dies unreported with it.
class CallBase : public QObject
{
    Q_OBJECT

public:
    ~CallBase() override;

    //! Aborts the request or takes it out of the queue; nothing is reported afterwards.
    void cancel();

signals:
    void sent(qint64 bytes, qint64 total); //!< Bytes of the request body handed to the network so far.
    void received(qint64 bytes, qint64 total); //!< Bytes of a download on disk so far; total -1 when it is not known.
    void eventArrived(const QJsonObject &event); //!< One of a stream; the last one is the answer.
    void finished(); //!< The handlers of then() run in it; not emitted after cancel().

protected:
    CallBase(ApiClient &client, ApiRequest request);

    //! The body of the answer, or why there is none.
    Result<QJsonDocument> json() const;
    //! Whether the server did what it was told; the body, if any, does not matter.
    Result<Done> done() const;
    //! The answer is a 2xx, but not what the endpoint promises.
    ApiError malformed(const QString &what = {}) const;

private:
    friend class ApiClient;

    void start();
    void send();
    bool openFile();
    void onReadyRead();
    void onReplyFinished();
    std::optional<ApiError> problemWithAnswer();
    void retryLater();
    void report();
    void dropReply();

    ApiClient &m_client;
    ApiRequest m_request;
    QPointer<RequestBody> m_sending; //!< A child of this, and of the reply once there is one.
    QPointer<QNetworkReply> m_reply;
    int m_attempts = 0;
    bool m_isOver = false;
    int m_httpStatus = 0;
    QByteArray m_body;
    EventReader m_events;
    std::unique_ptr<QSaveFile> m_file;
    std::optional<ApiError> m_error;
};

//! A wish for a T.
template <typename T>
class Call : public CallBase
{
public:
    //! \a read makes a T of the answer, which is a JSON object or array. It gives nothing when the answer is not what
    //! the endpoint promises, or, as a Result, says itself what is wrong with it.
    template <typename Value, typename Json>
    Call(ApiClient &client, ApiRequest request, Value (*read)(const Json &))
        : CallBase(client, std::move(request))
        , m_read([this, read](const QJsonDocument &answer) { return readWith(read, answer); })
    { }

    //! A wish for no more than that it is done.
    Call(ApiClient &client, ApiRequest request)
        : CallBase(client, std::move(request))
    {
        static_assert(std::is_same_v<T, Done>);
    }

    //! Hands the result to \a handler in the thread of the call, unless \a context is gone by then; in that case the
    //! request is aborted.
    template <typename Handler>
    Call *then(const QObject *context, Handler handler)
    {
        connect(this, &CallBase::finished, context,
                [this, handler = std::move(handler)]() mutable { handler(result()); });
        connect(context, &QObject::destroyed, this, &CallBase::cancel);
        return this;
    }

private:
    template <typename Value, typename Json>
    Result<T> readWith(Value (*read)(const Json &), const QJsonDocument &answer) const
    {
        Json json;
        if constexpr (std::is_same_v<Json, QJsonArray>) {
            if (!answer.isArray())
                return malformed();
            json = answer.array();
        } else {
            if (!answer.isObject())
                return malformed();
            json = answer.object();
        }
        auto value = read(json);
        if constexpr (std::is_same_v<Value, Result<T>>)
            return value;
        else
            return value ? Result<T>(*std::move(value)) : Result<T>(malformed());
    }

    Result<T> result() const
    {
        if constexpr (std::is_same_v<T, Done>) {
            return done();
        } else {
            const auto answer = json();
            return answer ? m_read(answer.value()) : Result<T>(answer.error());
        }
    }

    std::function<Result<T>(const QJsonDocument &)> m_read;
};
