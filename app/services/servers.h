// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/services/server.h"

#include <memory>
#include <vector>

class Credentials;

//! Where a server is found.
struct ServerAddress
{
    QUrl url; //!< Ends in /v1.
    QByteArray certificate{}; //!< SHA-256 fingerprint of the certificate the person trusts; empty: as the system does.

    bool operator==(const ServerAddress &) const = default;
};

//! The servers the person knows, This computer first. Names, addresses, limits and what a server can do are kept in
//! `servers.json`, keys in the keychain only.
class Servers : public QObject
{
    Q_OBJECT

public:
    //! \a dataFolder holds servers.json and the data of the server on this computer, which is known by it.
    Servers(QNetworkAccessManager &network, Credentials &credentials, const QString &dataFolder,
            QObject *parent = nullptr);
    ~Servers() override;

    //! Reads the file, then the keys. This computer is there already; LocalServer runs it.
    void load();

    QList<Server *> all() const;
    Server &local() const { return *m_servers.front(); }
    Server *find(const QString &id) const; //!< Null when unknown.
    ServerAddress address(const Server &server) const { return m_addresses.value(server.id()); }

    Server *add(const QString &name, const ServerAddress &address, const QByteArray &key);
    void rename(Server *server, const QString &name);
    //! \a certificate is ServerAddress::certificate from now on.
    void changeKey(Server *server, const QByteArray &key, const QByteArray &certificate);
    //! Only the certificate changes.
    void trust(Server *server, const QByteArray &certificate);
    //! What the server takes, where it is not what is known of its version.
    void setLimits(Server *server, const std::optional<UploadLimits> &limits);
    //! Forgets a server that was added, its key too.
    void remove(Server *server);
    //! Reads the key of a server that was added again, after that failed.
    void retry(Server *server);

    //! Why the list could not be read or saved, as a sentence; empty when all is well.
    QString problem() const { return m_problem; }

signals:
    void added(Server *server);
    void aboutToBeRemoved(Server *server);
    void removed(const QString &id);
    void problemChanged();

private:
    Server *append(const QString &id, const QString &name, bool isLocal);
    void saveWhenChanged(Server *server);
    void readKey(Server *server);
    void save();
    void setProblem(const QString &problem);

    QNetworkAccessManager &m_network;
    Credentials &m_credentials;
    QString m_file;
    QString m_problem;
    QHash<QString, ServerAddress> m_addresses; // by id; a client only knows its own once the key is there
    std::vector<std::unique_ptr<Server>> m_servers;
};
