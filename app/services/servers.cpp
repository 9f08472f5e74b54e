// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/servers.h"

#include "app/services/credentials.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>
#include <QTimer>
#include <QUuid>

#include <chrono>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

// An unlocked keychain answers long before; after it the person is probably being asked.
constexpr auto keychainPatience = 1s;

//! The same data folder is the same server, on whatever port it listens.
QString localId(const QString &dataFolder)
{
    const QByteArray path = QDir(dataFolder).absolutePath().toUtf8();
    return u"local-"_s
           + QString::fromLatin1(QCryptographicHash::hash(path, QCryptographicHash::Sha256).toHex().first(16));
}

QJsonObject toJson(const Server &server, const ServerAddress &address)
{
    QJsonObject entry{{u"id"_s, server.id()}, {u"name"_s, server.name()}, {u"url"_s, address.url.toString()}};
    if (!address.certificate.isEmpty())
        entry[u"certificate"_s] = QString::fromLatin1(address.certificate.toHex());
    if (server.ownLimits())
        entry[u"limits"_s] = server.ownLimits()->toJson();
    if (server.knowsAbilities())
        entry[u"abilities"_s] = server.abilities().toJson();
    return entry;
}

} // namespace

Servers::Servers(QNetworkAccessManager &network, Credentials &credentials, const QString &dataFolder, QObject *parent)
    : QObject(parent)
    , m_network(network)
    , m_credentials(credentials)
    , m_file(QDir(dataFolder).filePath(u"servers.json"_s))
{
    append(localId(dataFolder), tr("This computer"), true);
}

Servers::~Servers() = default;

void Servers::load()
{
    QFile file(m_file);
    if (!file.exists())
        return;
    QJsonParseError error;
    QJsonDocument json;
    if (file.open(QIODevice::ReadOnly))
        json = QJsonDocument::fromJson(file.readAll(), &error);
    if (!json.isObject()) {
        file.close();
        file.rename(m_file
                    + QDateTime::currentDateTimeUtc().toString(u"'.damaged-'yyyyMMddHHmmss"_s)); // saving starts anew
        return setProblem(tr("The list of servers in %1 cannot be read. A copy was kept beside it.")
                              .arg(QDir::toNativeSeparators(m_file)));
    }
    const QJsonArray entries = json["servers"_L1].toArray();
    for (const auto entry : entries) {
        const QString id = entry["id"_L1].toString();
        const QUrl url(entry["url"_L1].toString());
        if (id.isEmpty() || url.host().isEmpty() || find(id))
            continue;
        Server *server = append(id, entry["name"_L1].toString(), false);
        server->setOwnLimits(UploadLimits::fromJson(entry["limits"_L1].toObject()));
        if (const auto abilities = entry["abilities"_L1]; abilities.isObject())
            server->setAbilities(ServerAbilities::fromJson(abilities.toObject()));
        saveWhenChanged(server);
        m_addresses.insert(id, {url, QByteArray::fromHex(entry["certificate"_L1].toString().toLatin1())});
        emit added(server);
        readKey(server);
    }
}

QList<Server *> Servers::all() const
{
    QList<Server *> servers;
    for (const auto &server : m_servers)
        servers.append(server.get());
    return servers;
}

Server *Servers::find(const QString &id) const
{
    const auto found
        = std::find_if(m_servers.begin(), m_servers.end(), [&](const auto &server) { return server->id() == id; });
    return found == m_servers.end() ? nullptr : found->get();
}

Server *Servers::add(const QString &name, const ServerAddress &address, const QByteArray &key)
{
    Server *server = append(QUuid::createUuid().toString(QUuid::WithoutBraces), name, false);
    m_addresses.insert(server->id(), address);
    saveWhenChanged(server);
    server->setReady(address.url, key, address.certificate);
    m_credentials.write(server->id(), key);
    save();
    emit added(server);
    return server;
}

void Servers::rename(Server *server, const QString &name)
{
    server->setName(name);
    save();
}

void Servers::changeKey(Server *server, const QByteArray &key, const QByteArray &certificate)
{
    m_credentials.write(server->id(), key);
    ServerAddress &address = m_addresses[server->id()];
    if (std::exchange(address.certificate, certificate) != certificate)
        save();
    server->forgetAbilities(); // another key may do other things
    server->setReady(address.url, key, certificate);
}

void Servers::setLimits(Server *server, const std::optional<UploadLimits> &limits)
{
    server->setOwnLimits(limits);
    save();
}

void Servers::trust(Server *server, const QByteArray &certificate)
{
    m_addresses[server->id()].certificate = certificate;
    save();
    readKey(server);
}

void Servers::remove(Server *server)
{
    Q_ASSERT(!server->isLocal());
    const auto found
        = std::find_if(m_servers.begin(), m_servers.end(), [&](const auto &owned) { return owned.get() == server; });
    if (found == m_servers.end())
        return;
    emit aboutToBeRemoved(server);
    const QString id = server->id();
    m_credentials.remove(id);
    m_addresses.remove(id);
    (*found)->disconnect();
    found->release()->deleteLater(); // it may be the sender of the signal that led here
    m_servers.erase(found);
    save();
    emit removed(id);
}

void Servers::retry(Server *server)
{
    Q_ASSERT(!server->isLocal()); // LocalServer runs that one
    readKey(server);
}

Server *Servers::append(const QString &id, const QString &name, bool isLocal)
{
    m_servers.push_back(std::make_unique<Server>(m_network, id, name, isLocal));
    return m_servers.back().get();
}

void Servers::saveWhenChanged(Server *server)
{
    connect(server, &Server::abilitiesChanged, this, &Servers::save);
}

void Servers::readKey(Server *server)
{
    server->setStarting();
    QTimer::singleShot(keychainPatience, server, [server] {
        if (server->state() == Server::State::Starting)
            server->setWaitingForKeychain();
    });
    m_credentials.read(server->id(), server, [this, server](const std::optional<QByteArray> &key) {
        const ServerAddress address = m_addresses.value(server->id());
        if (key)
            server->setReady(address.url, *key, address.certificate);
        else
            server->setFailed(tr("The keychain has no key for this server."));
    });
}

void Servers::save()
{
    QJsonArray entries;
    for (const auto &server : m_servers) {
        if (!server->isLocal())
            entries.append(toJson(*server, m_addresses.value(server->id())));
    }
    QSaveFile file(m_file);
    const bool saved = QDir().mkpath(QFileInfo(m_file).path()) && file.open(QIODevice::WriteOnly)
                       && file.write(QJsonDocument(QJsonObject{{u"servers"_s, entries}}).toJson()) > 0 && file.commit();
    setProblem(saved ? QString()
                     : tr("The list of servers cannot be saved in %1: %2")
                           .arg(QDir::toNativeSeparators(m_file), file.errorString()));
}

void Servers::setProblem(const QString &problem)
{
    if (problem == m_problem)
        return;
    m_problem = problem;
    emit problemChanged();
}
