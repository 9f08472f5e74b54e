// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/apirequest.h"
#include "app/api/result.h"

#include <QJsonObject>
#include <QObject>
#include <QPointer>

#include <optional>
#include <type_traits>

class ApiClient;
class QNetworkReply;
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
    void finished(); //!< The handlers of then() run in it; not emitted after cancel().

protected:
    CallBase(ApiClient &client, ApiRequest request);

    //! The body of the answer as an object, or why there is none.
    Result<QJsonObject> object() const;
    //! Whether the server did what it was told; the body, if any, does not matter.
    Result<Done> done() const;
    //! The answer is a 2xx, but not what the endpoint promises.
    ApiError malformed(const QString &what = {}) const;

private:
    friend class ApiClient;

    void start();
    void onReplyFinished();
    void retryLater();
    void report();
    void dropReply();

    ApiClient &m_client;
    ApiRequest m_request;
    QPointer<QNetworkReply> m_reply;
    int m_attempts = 0;
    bool m_isOver = false;
    int m_httpStatus = 0;
    QByteArray m_body;
    std::optional<ApiError> m_error;
};

//! A wish for a T.
template <typename T>
class Call : public CallBase
{
public:
    //! Reads the answer; nothing when it is not what the endpoint promises. Not used by Call<Done>.
    using Reader = std::optional<T> (*)(const QJsonObject &);

    Call(ApiClient &client, ApiRequest request, Reader read)
        : CallBase(client, std::move(request))
        , m_read(read)
    { }

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
    Result<T> result() const
    {
        if constexpr (std::is_same_v<T, Done>) {
            return done();
        } else {
            const auto body = object();
            if (!body)
                return body.error();
            auto value = m_read(body.value());
            return value ? Result<T>(*std::move(value)) : Result<T>(malformed());
        }
    }

    Reader m_read;
};
