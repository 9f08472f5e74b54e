// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/call.h"

#include "app/api/apiclient.h"
#include "app/api/requestbody.h"
#include "app/log.h"

#include <QJsonDocument>
#include <QNetworkReply>
#include <QTimer>

using namespace Qt::Literals::StringLiterals;

namespace {

//! The connection was lost or not made; the same question may be answered a moment later.
bool isConnectionLoss(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::ConnectionRefusedError:
    case QNetworkReply::RemoteHostClosedError:
    case QNetworkReply::TemporaryNetworkFailureError:
    case QNetworkReply::NetworkSessionFailedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::UnknownNetworkError:
        return true;
    default:
        return false;
    }
}

//! Real servers refuse a file that is too large or of a wrong type with an empty message (recordings 1.15.0, e059).
bool saysNothing(const QByteArray &body)
{
    const QJsonObject envelope = QJsonDocument::fromJson(body).object();
    return envelope.contains("message"_L1) && envelope["message"_L1].toString().isEmpty();
}

ApiError cannotSend(const RequestBody &body)
{
    return {.kind = ApiError::Kind::Network, .code = {}, .message = body.problem(), .requestId = {}};
}

} // namespace

CallBase::CallBase(ApiClient &client, ApiRequest request)
    : QObject(&client)
    , m_client(client)
    , m_request(std::move(request))
{
    m_client.enqueue(this);
}

CallBase::~CallBase()
{
    m_client.forget(this);
    dropReply();
}

void CallBase::cancel()
{
    if (m_isOver)
        return;
    m_isOver = true;
    m_client.forget(this);
    dropReply();
    deleteLater();
}

void CallBase::start()
{
    ++m_attempts;
    auto body = m_request.isRead() ? nullptr : std::make_unique<RequestBody>(m_request);
    if (body && !body->problem().isEmpty()) {
        m_error = cannotSend(*body);
        return report();
    }
    m_reply = m_client.send(m_request, body.get());
    connect(m_reply, &QNetworkReply::finished, this, &CallBase::onReplyFinished);
    if (!body)
        return;
    body.release()->setParent(m_reply);
    connect(m_reply, &QNetworkReply::uploadProgress, this, [this](qint64 bytes, qint64 total) {
        if (total > 0) // Qt says 0 of 0 when the answer has begun
            emit sent(bytes, total);
    });
}

void CallBase::onReplyFinished()
{
    m_httpStatus = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    m_body = m_reply->readAll();
    const auto *sending = m_reply->findChild<RequestBody *>();
    if (sending && !sending->problem().isEmpty()) {
        m_error = cannotSend(*sending);
        return report();
    }
    const bool answered = m_reply->error() == QNetworkReply::NoError && m_httpStatus >= 200 && m_httpStatus < 300;
    m_client.noteAnswer(*m_reply);
    if (answered)
        return report();

    // A lost answer of a deletion makes the next try find nothing: it is deleted all the same.
    const bool alreadyGone
        = m_request.verb == "DELETE" && m_httpStatus == 404 && !QJsonDocument::fromJson(m_body).object().isEmpty();
    if (alreadyGone)
        return report();

    if (m_request.isRead() && m_attempts <= m_client.readRetries() && isConnectionLoss(m_reply->error()))
        return retryLater();
    m_error = apiErrorFromReply(*m_reply, m_body);
    if (m_request.upload && saysNothing(m_body) && m_error->kind == ApiError::Kind::BadRequest)
        m_error->message
            = tr("The server refused the file without saying why. It may be too large for it, or of a type "
                 "it does not take.");
    qCDebug(lcApi) << m_request.verb << m_request.path << "failed:" << m_httpStatus << m_reply->error();
    report();
}

void CallBase::retryLater()
{
    dropReply();
    m_client.forget(this);
    QTimer::singleShot(m_client.retryDelay(m_attempts), this, [this] {
        if (!m_isOver)
            m_client.enqueue(this);
    });
}

void CallBase::report()
{
    if (m_isOver)
        return;
    m_isOver = true;
    m_client.forget(this);
    dropReply();
    deleteLater();
    emit finished(); // last: a handler may delete the client, and this with it
}

void CallBase::dropReply()
{
    if (!m_reply)
        return;
    QNetworkReply *reply = m_reply;
    m_reply = nullptr;
    reply->disconnect(this);
    if (reply->isRunning())
        reply->abort();
    reply->deleteLater();
}

Result<QJsonObject> CallBase::object() const
{
    if (m_error)
        return *m_error;
    QJsonParseError problem;
    const auto json = QJsonDocument::fromJson(m_body, &problem);
    if (json.isObject())
        return json.object();
    return malformed(problem.error == QJsonParseError::NoError ? QString() : problem.errorString());
}

Result<Done> CallBase::done() const
{
    if (m_error)
        return *m_error;
    // 204, `204` as a body with 200, and {"result":"success"} all mean done; a page means something else answered.
    return m_body.trimmed().startsWith('<') ? Result<Done>(malformed()) : Result<Done>(Done());
}

ApiError CallBase::malformed(const QString &what) const
{
    const QString message = m_body.trimmed().startsWith('<')
                                ? tr("The server answered with a web page instead of data.")
                                : tr("The server's answer cannot be read. %1").arg(what).trimmed();
    return {.kind = ApiError::Kind::Parse, .httpStatus = m_httpStatus, .code = {}, .message = message, .requestId = {}};
}
