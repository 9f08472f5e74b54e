// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/call.h"

#include "app/api/apiclient.h"
#include "app/api/requestbody.h"
#include "app/log.h"

#include <QJsonDocument>
#include <QNetworkReply>
#include <QSaveFile>
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

bool hasType(const QNetworkReply &reply, const char *type)
{
    return reply.rawHeader("Content-Type").startsWith(type);
}

ApiError cannotWrite(const QSaveFile &file)
{
    return {.kind = ApiError::Kind::Network,
            .code = ApiError::localFile,
            .message = CallBase::tr("%1 cannot be written: %2").arg(file.fileName(), file.errorString()),
            .requestId = {}};
}

ApiError cannotSend(const RequestBody &body)
{
    return {.kind = ApiError::Kind::Network, .code = ApiError::localFile, .message = body.problem(), .requestId = {}};
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
    m_body.clear();
    if (!m_request.refusal.isEmpty()) {
        m_error
            = ApiError{.kind = ApiError::Kind::BadRequest, .code = {}, .message = m_request.refusal, .requestId = {}};
        return report();
    }
    if (!openFile())
        return report();
    if (m_request.isRead())
        return send();
    m_sending = new RequestBody(m_request, this);
    if (m_sending->isReady())
        return send();
    connect(m_sending, &RequestBody::ready, this, &CallBase::send);
}

void CallBase::send()
{
    if (m_sending && !m_sending->problem().isEmpty()) {
        m_error = cannotSend(*m_sending);
        return report();
    }
    m_reply = m_client.send(m_request, m_sending);
    connect(m_reply, &QNetworkReply::readyRead, this, &CallBase::onReadyRead);
    connect(m_reply, &QNetworkReply::finished, this, &CallBase::onReplyFinished);
    if (!m_sending)
        return;
    m_sending->setParent(m_reply);
    connect(m_reply, &QNetworkReply::uploadProgress, this, [this](qint64 bytes, qint64 total) {
        if (total > 0) // Qt says 0 of 0 when the answer has begun
            emit sent(bytes, total);
    });
}

//! The file that a download goes to; at its place only once it is complete.
bool CallBase::openFile()
{
    if (m_request.saveAs.isEmpty())
        return true;
    m_file = std::make_unique<QSaveFile>(m_request.saveAs);
    if (m_file->open(QIODevice::WriteOnly))
        return true;
    m_error = cannotWrite(*m_file);
    return false;
}

void CallBase::onReadyRead()
{
    m_httpStatus = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (m_httpStatus < 200 || m_httpStatus >= 300)
        return;
    if (m_file) {
        m_file->write(m_reply->readAll()); // what fails is said by commit()
        const QVariant total = m_reply->header(QNetworkRequest::ContentLengthHeader);
        emit received(m_file->pos(), total.isValid() ? total.toLongLong() : -1);
    } else if (hasType(*m_reply, "text/event-stream")) {
        const QPointer<CallBase> alive = this; // a handler may cancel the call or delete the client
        for (const auto &next : m_events.feed(m_reply->readAll())) {
            m_body = QJsonDocument(next).toJson(QJsonDocument::Compact);
            emit eventArrived(next);
            if (!alive || m_isOver)
                return;
        }
    }
}

void CallBase::onReplyFinished()
{
    const QPointer<CallBase> alive = this;
    onReadyRead(); // what came with the end
    if (!alive || m_isOver)
        return;
    m_httpStatus = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    m_body += m_reply->readAll();
    if (m_sending && !m_sending->problem().isEmpty()) {
        m_error = cannotSend(*m_sending);
        return report();
    }
    const bool answered = m_reply->error() == QNetworkReply::NoError && m_httpStatus >= 200 && m_httpStatus < 300;
    if (m_request.url.isEmpty())
        m_client.noteAnswer(*m_reply);
    if (answered) {
        m_error = problemWithAnswer();
        return report();
    }

    // A lost answer of a deletion makes the next try find nothing: it is deleted all the same.
    const bool alreadyGone
        = m_request.verb == "DELETE" && m_httpStatus == 404 && !QJsonDocument::fromJson(m_body).object().isEmpty();
    if (alreadyGone)
        return report();

    const bool mayRetry = m_request.isRead() && m_attempts <= m_client.readRetries();
    if (mayRetry && isConnectionLoss(m_reply->error()))
        return retryLater();
    m_error = apiErrorFromReply(*m_reply, m_body);
    if (m_error->kind == ApiError::Kind::RateLimited)
        m_error->retryAfter = m_client.holdFor(m_error->retryAfter);
    if (m_request.upload && saysNothing(m_body) && m_error->kind == ApiError::Kind::BadRequest)
        m_error->message
            = tr("The server refused the file without saying why. It may be too large for it, or of a type "
                 "it does not take.");
    qCDebug(lcApi) << m_request.verb << m_request.path << "failed:" << m_httpStatus << m_reply->error();
    report();
}

std::optional<ApiError> CallBase::problemWithAnswer()
{
    if (!m_file)
        return {};
    if (hasType(*m_reply, "text/html") && !m_reply->hasRawHeader("Content-Disposition")) {
        m_body = "<";
        return malformed();
    }
    if (m_file->commit())
        return {};
    return cannotWrite(*m_file);
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
    if (m_sending && !m_reply)
        m_sending->disconnect(this); // it goes with this
    if (!m_reply)
        return;
    QNetworkReply *reply = m_reply;
    m_reply = nullptr;
    reply->disconnect(this);
    if (reply->isRunning())
        reply->abort();
    reply->deleteLater();
}

Result<QJsonDocument> CallBase::json() const
{
    if (m_error)
        return *m_error;
    QJsonParseError problem;
    const auto json = QJsonDocument::fromJson(m_body, &problem);
    if (problem.error == QJsonParseError::NoError)
        return json;
    return malformed(problem.errorString());
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
