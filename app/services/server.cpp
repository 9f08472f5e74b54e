// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/server.h"

Server::Server(QNetworkAccessManager &network, const QString &id, const QString &name, bool isLocal, QObject *parent)
    : QObject(parent)
    , m_id(id)
    , m_name(name)
    , m_isLocal(isLocal)
    , m_client(network)
{
    connect(&m_client, &ApiClient::serverVersionChanged, this, [this] {
        if (m_client.serverVersion() != m_abilities.version())
            forgetAbilities();
    });
    connect(&m_probe, &AbilityProbe::finished, this,
            [this](const ServerAbilities &abilities) { useAbilities(abilities, true); });
}

void Server::probe()
{
    if (!knowsAbilities() && !m_isLocal && m_state == State::Ready)
        m_probe.start();
}

void Server::setAbilities(const ServerAbilities &abilities)
{
    useAbilities(abilities, true);
}

void Server::forgetAbilities()
{
    useAbilities(ServerAbilities(m_client.serverVersion(), m_client.isLoredeskServer()), false);
}

void Server::useAbilities(const ServerAbilities &abilities, bool isProbed)
{
    if (abilities == m_abilities && isProbed == m_isProbed)
        return;
    m_abilities = abilities;
    m_isProbed = isProbed;
    emit abilitiesChanged();
}

UploadLimits Server::defaultLimits() const
{
    return m_isLocal ? UploadLimits::ofThisComputer() : UploadLimits::ofDify(m_abilities.version());
}

void Server::setName(const QString &name)
{
    if (name == m_name)
        return;
    m_name = name;
    emit changed();
}

void Server::setStarting(const QString &problem)
{
    setState(State::Starting, problem);
}

void Server::setWaitingForKeychain()
{
    setState(State::WaitingForKeychain);
}

void Server::setReady(const QUrl &url, const QByteArray &key, const QByteArray &certificate)
{
    m_client.setServer(url, key);
    m_client.setPinnedCertificate(certificate);
    m_state = State::Ready;
    m_problem.clear();
    emit changed(); // always: a new key or address is a reason to ask again
}

void Server::setFailed(const QString &problem)
{
    setState(State::Failed, problem);
}

void Server::setState(State state, const QString &problem)
{
    if (state == m_state && problem == m_problem)
        return;
    m_state = state;
    m_problem = problem;
    emit changed();
}
