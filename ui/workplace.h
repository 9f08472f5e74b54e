// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/chunksmodel.h"
#include "app/models/datasetsmodel.h"
#include "app/models/documentsmodel.h"
#include "app/models/hitsmodel.h"
#include "app/models/metadatafieldsmodel.h"
#include "app/services/credentials.h"
#include "app/services/indexingwatcher.h"
#include "app/services/knowndatasets.h"
#include "app/services/localmodels.h"
#include "app/services/localserver.h"
#include "app/services/servers.h"
#include "app/services/settingsdrafts.h"
#include "app/services/transferqueue.h"
#include "app/services/transfersmodel.h"
#include "ui/appearance.h"
#include "ui/backend.h"
#include "ui/serverfeed.h"

#include <QSettings>

//! Everything the window works with, made and wired by hand for one data folder.
class Workplace
{
public:
    //! \a settingsFile holds what the window remembers. \a network must outlive this.
    Workplace(const QString &dataFolder, const QString &settingsFile, QNetworkAccessManager &network);
    Q_DISABLE_COPY_MOVE(Workplace)

    Backend backend();

private:
    QNetworkAccessManager &m_network;
    QSettings m_settings;
    SystemColorScheme m_colorScheme;
    Appearance m_appearance;
    Credentials m_credentials;
    Servers m_servers;
    LocalServer m_localServer;
    LocalModels m_localModels;
    IndexingWatcher m_watcher;
    TransferQueue m_queue;
    DatasetsModel m_datasets;
    KnownDatasets m_knownDatasets;
    DocumentsModel m_documents;
    ChunksModel m_chunks;
    HitsModel m_hits;
    MetadataFieldsModel m_fields;
    TransfersModel m_transfers;
    ServerFeed m_feed;
    SettingsDrafts m_drafts;
};
