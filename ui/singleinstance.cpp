// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/singleinstance.h"

#include <QCryptographicHash>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocalServer>
#include <QLocalSocket>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int patience = 3000; // ms; the other window answers from its event loop

QString socketName(const QString &dataDir)
{
    const QByteArray path = QDir(dataDir).canonicalPath().toUtf8();
    const QByteArray hash = QCryptographicHash::hash(path, QCryptographicHash::Sha256).toHex();
    return u"loredesk-"_s + QString::fromLatin1(hash.left(20));
}

} // namespace

SingleInstance::SingleInstance(const QString &dataDir, QObject *parent)
    : QObject(parent)
    , m_name(socketName(dataDir))
    , m_lock(dataDir + u"/window.lock"_s)
{
    m_lock.setStaleLockTime(0);
    m_isLocked = std::async(std::launch::async, [this] { return m_lock.tryLock(); });
}

SingleInstance::~SingleInstance() = default;

bool SingleInstance::claim()
{
    if (!m_isLocked.get())
        return false;
    QLocalServer::removeServer(m_name);
    m_server = std::make_unique<QLocalServer>();
    m_server->setSocketOptions(QLocalServer::UserAccessOption);
    connect(m_server.get(), &QLocalServer::newConnection, this, &SingleInstance::accept);
    m_server->listen(m_name);
    return true;
}

bool SingleInstance::handOver(const QStringList &files)
{
    QLocalSocket socket;
    socket.connectToServer(m_name);
    if (!socket.waitForConnected(patience))
        return false;
    socket.write(QJsonDocument(QJsonArray::fromStringList(files)).toJson(QJsonDocument::Compact) + '\n');
    // The other window closes when it has read the line.
    return socket.state() == QLocalSocket::UnconnectedState || socket.waitForDisconnected(patience);
}

void SingleInstance::accept()
{
    QLocalSocket *socket = m_server->nextPendingConnection();
    connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
    connect(socket, &QLocalSocket::readyRead, this, [this, socket] {
        if (!socket->canReadLine())
            return;
        QStringList files;
        const auto values = QJsonDocument::fromJson(socket->readLine()).array();
        for (const auto &value : values)
            files.append(value.toString());
        socket->disconnectFromServer();
        emit filesReceived(files);
    });
}
