// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/engine/http/message.h"

namespace http {

//! Addresses under which a file can be fetched without the key for five minutes, by a signature of this process.
class FileLinks
{
public:
    enum class As { Preview, Attachment };

    FileLinks();

    //! \a host: under which the server was reached.
    QString link(const QByteArray &host, const QString &file, As as) const;
    //! Throws 400 and 404.
    void requireSigned(const Request &request, const QString &file) const;

private:
    QByteArray signature(const QString &file, const QString &timestamp, const QString &nonce) const;

    QByteArray m_secret;
};

} // namespace http
