// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QUrl>

class QNetworkReply;

//! Why a call to a server gave no value. The window switches on `kind`, never on a text.
struct ApiError
{
    enum class Kind {
        Network, //!< No answer: refused, reset, unknown host; or a file here cannot be read or written.
        Timeout, //!< No byte moved for too long.
        Tls, //!< The certificate is not trusted or the handshake failed.
        Unauthorized, //!< 401: the key was refused.
        Forbidden, //!< 403 that is none of the other kinds: a bound key, no API access, archived.
        NotFound, //!< 404, JSON or HTML.
        Conflict, //!< 409, or 400 that says the name is taken.
        RateLimited, //!< 429, or 403 with the rate limit's text.
        QuotaExceeded, //!< 403 with a plan limit's text: vector space, documents, upgrade.
        TooLarge, //!< 413.
        Unsupported, //!< 415.
        BadRequest, //!< Any other 4xx.
        Busy, //!< 400 or 404 that says the document or chunk is being indexed; can be tried again later.
        Server, //!< 5xx.
        Parse, //!< An answer that is not what the endpoint promises: HTML, truncated JSON, a redirect.
    };

    //! The `code` where a file of this computer is the reason.
    static constexpr QLatin1StringView localFile{"local_file"};

    Kind kind = Kind::Network;
    int httpStatus = 0; //!< 0 when there was no answer.
    QString code; //!< The server's `code`, such as dataset_name_duplicate.
    QString message; //!< The server's words, or ours. Never empty. Plain text.
    QString requestId; //!< X-Request-Id of the answer, if any.
    int retryAfter = -1; //!< Seconds the server asks to wait; -1 when it does not say.
    QUrl redirect{}; //!< Where a 3xx pointed; nothing was sent there.
    QByteArray certificate{}; //!< DER of what the server showed, when it is not trusted.

    bool operator==(const ApiError &) const = default;
};

//! Reads the error out of an HTTP answer of 300 and more: standard envelope, `params` without status, `errors` +
//! `message`, `error` alone, HTML, or nothing at all (recordings of all three versions).
ApiError apiErrorFromHttp(int httpStatus, const QByteArray &body);

//! The error of a finished \a reply that gave no 2xx: what happened to the connection, or apiErrorFromHttp() with what
//! the headers add. \a body is what was read of it.
ApiError apiErrorFromReply(const QNetworkReply &reply, const QByteArray &body);
