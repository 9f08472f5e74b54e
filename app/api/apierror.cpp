// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/apierror.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkReply>
#include <QRegularExpression>
#include <QSslCertificate>
#include <QSslConfiguration>

using namespace Qt::Literals::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(ApiError)
};

bool hasOneOf(const QString &text, std::initializer_list<QLatin1StringView> parts)
{
    return std::any_of(parts.begin(), parts.end(),
                       [&](QLatin1StringView part) { return text.contains(part, Qt::CaseInsensitive); });
}

QString messageOf(const QJsonObject &envelope)
{
    const QJsonValue error = envelope["error"_L1];
    const QString other = error.isObject() ? error["message"_L1].toString() : error.toString(); // endpoints of models
    return envelope["message"_L1].toString(other);
}

//! The words of the four envelopes. Routing hints and validator links are for developers of the server.
QString wordsOf(const QJsonObject &envelope)
{
    QStringList words;
    const QJsonObject fields = envelope["errors"_L1].toObject();
    for (auto field = fields.begin(); field != fields.end(); ++field)
        words.append(field.key() + u": "_s + field.value().toString());
    if (words.isEmpty())
        words = messageOf(envelope).split(u'\n');
    words.removeIf([](const QString &line) { return line.contains("errors.pydantic.dev"_L1); });
    QString text = words.join(u'\n');
    static const QRegularExpression forDevelopers(u" You have requested this URI \\[.*| \\[type=[^\n]*"_s);
    text.remove(forDevelopers);
    return text.remove(u"{message}"_s).trimmed(); // 0.15 forgets to fill it in
}

ApiError::Kind kindOfForbidden(const QString &message)
{
    if (hasOneOf(message, {"rate limit"_L1}))
        return ApiError::Kind::RateLimited;
    if (hasOneOf(message,
                 {"of your subscription"_L1, "has reached the limit"_L1, "upgrade to a paid plan"_L1, "quota"_L1}))
        return ApiError::Kind::QuotaExceeded;
    return ApiError::Kind::Forbidden;
}

bool saysBusy(const QString &code, const QString &message)
{
    return code == "document_indexing"_L1
           || hasOneOf(message, {"is being indexed"_L1, "segment is indexing"_L1, "segment is deleting"_L1,
                                 "is not completed"_L1, "operation is running, please wait"_L1});
}

ApiError::Kind kindOf(int status, const QString &code, const QString &message)
{
    using Kind = ApiError::Kind;
    switch (status) {
    case 400:
        if (saysBusy(code, message))
            return Kind::Busy;
        if (code == "provider_quota_exceeded"_L1)
            return Kind::QuotaExceeded;
        return message.startsWith("Dataset name already exists"_L1) ? Kind::Conflict : Kind::BadRequest;
    case 401:
        return Kind::Unauthorized;
    case 403:
        return kindOfForbidden(message);
    case 404:
        return saysBusy(code, message) ? Kind::Busy : Kind::NotFound;
    case 408:
        return Kind::Timeout;
    case 409:
        return Kind::Conflict;
    case 413:
        return Kind::TooLarge;
    case 415:
        return Kind::Unsupported;
    case 429:
        return Kind::RateLimited;
    default:
        return status >= 500 ? Kind::Server : status >= 400 ? Kind::BadRequest : Kind::Parse;
    }
}

//! For answers without words: HTML pages and the empty message of a refused upload.
QString ourWords(ApiError::Kind kind, int status)
{
    switch (kind) {
    case ApiError::Kind::Unauthorized:
        return Texts::tr("The key was refused (401).");
    case ApiError::Kind::NotFound:
        return Texts::tr("There is nothing at this address (404).");
    case ApiError::Kind::TooLarge:
        return Texts::tr("The server does not take anything this large (413).");
    case ApiError::Kind::RateLimited:
        return Texts::tr("The server asks to send fewer requests (%1).").arg(status);
    case ApiError::Kind::Server:
        return Texts::tr("The server failed (%1).").arg(status);
    default:
        return Texts::tr("The server refused the request without saying why (%1).").arg(status);
    }
}

//! Retry-After is a number of seconds or a date.
int secondsToWait(const QByteArray &retryAfter)
{
    bool isNumber = false;
    const int seconds = retryAfter.toInt(&isNumber);
    if (isNumber)
        return seconds;
    const auto date = QDateTime::fromString(QString::fromLatin1(retryAfter), Qt::RFC2822Date);
    return date.isValid() ? static_cast<int>(std::clamp<qint64>(QDateTime::currentDateTimeUtc().secsTo(date), 0, 86400))
                          : -1;
}

ApiError::Kind kindOf(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::SslHandshakeFailedError:
        return ApiError::Kind::Tls;
    case QNetworkReply::OperationCanceledError: // the transfer time-out; our own aborts are not listened to
    case QNetworkReply::TimeoutError:
    case QNetworkReply::ProxyTimeoutError:
        return ApiError::Kind::Timeout;
    case QNetworkReply::ProtocolUnknownError:
    case QNetworkReply::ProtocolInvalidOperationError:
    case QNetworkReply::ProtocolFailure:
        return ApiError::Kind::Parse;
    default:
        return ApiError::Kind::Network;
    }
}

QString wordsOf(const QNetworkReply &reply)
{
    const QString host = reply.url().host();
    switch (reply.error()) {
    case QNetworkReply::ConnectionRefusedError:
        return Texts::tr("Nothing answers at %1: the connection was refused.").arg(reply.url().authority());
    case QNetworkReply::RemoteHostClosedError:
    case QNetworkReply::ContentReSendError:
        return Texts::tr("%1 closed the connection without a complete answer.").arg(host);
    case QNetworkReply::HostNotFoundError:
        return Texts::tr("No server named %1 was found.").arg(host);
    case QNetworkReply::OperationCanceledError:
    case QNetworkReply::TimeoutError:
        return Texts::tr("%1 did not answer in time.").arg(host);
    case QNetworkReply::SslHandshakeFailedError:
        return Texts::tr("The connection to %1 is not secure: %2").arg(host, reply.errorString());
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
        return Texts::tr("The system's proxy did not let the request through: %1").arg(reply.errorString());
    default:
        return reply.errorString();
    }
}

} // namespace

ApiError apiErrorFromHttp(int httpStatus, const QByteArray &body)
{
    const QJsonObject envelope = QJsonDocument::fromJson(body).object();
    ApiError error;
    error.httpStatus = httpStatus;
    error.code = envelope["code"_L1].toString();
    error.message = wordsOf(envelope);
    error.kind = kindOf(httpStatus, error.code, error.message);
    if (error.kind == ApiError::Kind::Server)
        error.message = error.message.section(u'\n', 0, 0); // the rest is the statement that failed
    if (error.message.isEmpty())
        error.message = ourWords(error.kind, httpStatus);
    return error;
}

ApiError apiErrorFromReply(const QNetworkReply &reply, const QByteArray &body)
{
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    ApiError error;
    if (status >= 300) {
        error = apiErrorFromHttp(status, body);
        error.requestId = QString::fromLatin1(reply.rawHeader("X-Request-Id"));
        error.retryAfter = secondsToWait(reply.rawHeader("Retry-After"));
        if (status < 400 && reply.hasRawHeader("Location")) {
            error.redirect = reply.url().resolved(QUrl::fromEncoded(reply.rawHeader("Location")));
            error.message = Texts::tr("The server points to another address: %1").arg(error.redirect.toDisplayString());
        }
    } else {
        error.kind = kindOf(reply.error());
        error.message = wordsOf(reply);
        if (error.kind == ApiError::Kind::Tls)
            error.certificate = reply.sslConfiguration().peerCertificate().toDer();
    }
    return error;
}
