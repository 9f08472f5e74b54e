// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workplace.h"

#include "app/services/follow.h"

Workplace::Workplace(const QString &dataFolder, const QString &settingsFile, QNetworkAccessManager &network)
    : m_network(network)
    , m_settings(settingsFile, QSettings::IniFormat)
    , m_colorScheme(QDBusConnection::sessionBus())
    , m_appearance(m_colorScheme, m_settings)
    , m_servers(network, m_credentials, dataFolder)
    , m_localServer(m_servers.local(), m_credentials, dataFolder)
    , m_localModels(m_settings, m_credentials, m_servers.local().id())
    , m_queue(m_watcher)
    , m_knownDatasets(m_datasets, dataFolder)
    , m_transfers(m_queue)
    , m_feed(m_servers, m_datasets, m_queue, m_watcher)
    , m_drafts(m_servers)
{
    follow(m_documents, m_queue, m_watcher);
    const auto tellModels = [this] { m_localServer.setEnvironment(m_localModels.environment()); };
    QObject::connect(&m_localModels, &LocalModels::changed, &m_localServer, tellModels);
    tellModels();
}

Backend Workplace::backend()
{
    return {m_settings,    m_appearance, m_network,   m_credentials, m_servers,   m_localServer,
            m_localModels, m_watcher,    m_queue,     m_datasets,    m_documents, m_chunks,
            m_hits,        m_fields,     m_transfers, m_feed,        m_drafts};
}
