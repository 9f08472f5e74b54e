// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/engine/http/access.h"
#include "app/engine/http/router.h"

#include <memory>

namespace http {

//! Answers HTTP/1.1 on one address by the routes of a router. Nothing but this and outgoing.h knows libmicrohttpd.
//! Routes run on a pool of their own, so that one that waits holds up no other connection.
class Server
{
public:
    struct Settings
    {
        QString address = QStringLiteral("127.0.0.1"); //!< IPv4 or IPv6.
        quint16 port = 0; //!< 0: a free one.
        QByteArray key;
        QStringList hosts; //!< Names by which it is reached besides the loopback's.
        QString folder; //!< Where uploads are put while they arrive.
        qint64 largestFile = qint64(15) << 20; //!< Bytes. Of a larger one the size is told, not the content.
    };

    Server(Router router, const Settings &settings);
    ~Server(); //!< Stops.

    //! Returns why it cannot, as a sentence; nothing if it listens.
    std::optional<QString> start();
    //! Takes no more connections, lets the routes that run finish, and sends their answers.
    void stop();

    quint16 port() const; //!< The one it listens on.

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace http
