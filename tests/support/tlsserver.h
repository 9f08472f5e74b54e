// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QSslSocket>
#include <QUrl>

//! A knowledge API without datasets on https://127.0.0.1, with a certificate that nobody trusts.
class TlsServer : public QSslServer
{
    Q_OBJECT

public:
    //! \a name: of the certificate and its key in tests/fixtures/tls.
    explicit TlsServer(const QString &name)
        : m_certificate(QSslCertificate::fromPath(QStringLiteral(FIXTURES "/tls/%1.crt").arg(name)).value(0))
    {
        QFile key(QStringLiteral(FIXTURES "/tls/%1.key").arg(name));
        if (!key.open(QIODevice::ReadOnly) || m_certificate.isNull())
            qFatal("no certificate %s", qPrintable(name));
        QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
        configuration.setLocalCertificate(m_certificate);
        configuration.setPrivateKey(QSslKey(&key, QSsl::Ec));
        setSslConfiguration(configuration);
        connect(this, &QTcpServer::pendingConnectionAvailable, this, &TlsServer::accept);
        listen(QHostAddress::LocalHost);
    }

    QUrl baseUrl() const { return QUrl(QStringLiteral("https://127.0.0.1:%1/v1").arg(serverPort())); }
    QByteArray certificate() const { return m_certificate.toDer(); }
    QByteArray fingerprint() const { return m_certificate.digest(QCryptographicHash::Sha256); }

    QByteArray received; //!< Everything clients have sent, decrypted.

private:
    void accept()
    {
        QTcpSocket *socket = nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
            received += socket->readAll();
            if (received.endsWith("\r\n\r\n"))
                socket->write("HTTP/1.1 200 OK\r\nContent-Length: 21\r\n\r\n{\"data\":[],\"total\":0}");
        });
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    }

    QSslCertificate m_certificate;
};
