// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class Appearance;
class ChunksModel;
class Credentials;
class DatasetsModel;
class DocumentsModel;
class HitsModel;
class IndexingWatcher;
class LocalModels;
class MetadataFieldsModel;
class LocalServer;
class QNetworkAccessManager;
class QSettings;
class ServerFeed;
class Servers;
class SettingsDrafts;
class TransferQueue;
class TransfersModel;

//! What the window works with. All of it outlives the window.
struct Backend
{
    QSettings &settings;
    Appearance &appearance;
    QNetworkAccessManager &network;
    Credentials &credentials;
    Servers &servers;
    LocalServer &localServer;
    LocalModels &localModels;
    IndexingWatcher &watcher;
    TransferQueue &queue;
    DatasetsModel &datasets;
    DocumentsModel &documents;
    ChunksModel &chunks;
    HitsModel &hits;
    MetadataFieldsModel &fields; //!< Of the shown dataset.
    TransfersModel &transfers;
    ServerFeed &feed;
    SettingsDrafts &drafts; //!< Of the settings of datasets.
};
