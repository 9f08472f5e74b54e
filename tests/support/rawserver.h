// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QHostAddress>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

#include <functional>

//! A server of bytes on 127.0.0.1 for what no real server does: closing without an answer, cutting an answer off.
class RawServer : public QTcpServer
{
    Q_OBJECT

public:
    RawServer()
    {
        connect(this, &QTcpServer::newConnection, this, &RawServer::accept);
        listen(QHostAddress::LocalHost);
    }

    QUrl baseUrl() const { return QUrl(QStringLiteral("http://127.0.0.1:%1/v1").arg(serverPort())); }

    //! Complete requests, head and body, in the order they came.
    QList<QByteArray> requests;

    //! What is sent back for a request; the connection is closed after it when `closes`. Nothing sent and not closed
    //! means silence.
    QByteArray answer;
    bool closes = false;

signals:
    void requested();

private:
    void accept()
    {
        QTcpSocket *socket = nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    }

    void read(QTcpSocket *socket)
    {
        QByteArray &buffer = m_buffers[socket];
        buffer += socket->readAll();
        const auto headEnd = buffer.indexOf("\r\n\r\n");
        if (headEnd < 0)
            return;
        const QByteArray head = buffer.first(headEnd).toLower();
        const auto length = head.indexOf("content-length:");
        const qint64 bodySize
            = length < 0 ? 0 : head.mid(length + 15, head.indexOf('\r', length) - length - 15).trimmed().toLongLong();
        if (buffer.size() < headEnd + 4 + bodySize)
            return;
        requests.append(buffer);
        buffer.clear();
        socket->write(answer);
        if (closes)
            socket->disconnectFromHost();
        emit requested();
    }

    QHash<QTcpSocket *, QByteArray> m_buffers;
};
