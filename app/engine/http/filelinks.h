// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/engine/http/message.h"

#include <QDateTime>

namespace http {

//! Addresses under which a file can be fetched without the key for five minutes, by a signature of this process.
class FileLinks
{
public:
    enum class As { Preview, Attachment };
    using Clock = qint64 (*)(); //!< Seconds since 1970.

    explicit FileLinks(Clock clock = &QDateTime::currentSecsSinceEpoch);

    //! \a host: under which the server was reached.
    QString link(const QByteArray &host, const QString &file, As as) const;
    //! Throws 400 and 404.
    void requireSigned(const Request &request, const QString &file) const;

private:
    QByteArray signature(const QString &file, const QString &timestamp, const QString &nonce) const;

    Clock m_now;
    QByteArray m_secret;
};

} // namespace http
