// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSet>
#include <QTimer>

class DatasetsModel;
class IndexingWatcher;
class Server;
class Servers;
class TransferQueue;

//! Brings the servers a person knows to those who work with them: the tree, the queue and the watcher; and keeps the
//! badges and document counts of the tree up to date while files are on their way.
class ServerFeed : public QObject
{
    Q_OBJECT

public:
    ServerFeed(Servers &servers, DatasetsModel &model, TransferQueue &queue, IndexingWatcher &watcher,
               QObject *parent = nullptr);

    //! The dataset's counts changed: they are read again within a second.
    void refresh(const QString &serverId, const QString &datasetId);

signals:
    //! A server wants no requests for a while: a sentence that counts the seconds, every second. Empty: none does.
    void holdChanged(const QString &sentence);

private:
    using Key = std::pair<QString, QString>; //!< Server and dataset.

    void add(Server *server);
    void show(const Server *server);
    void probe(const QString &serverId);
    void remove(const QString &serverId);
    void countTransfers();
    void readChanged();
    void showHolds();

    Servers &m_servers;
    DatasetsModel &m_model;
    TransferQueue &m_queue;
    IndexingWatcher &m_watcher;
    QSet<Key> m_badged;
    QSet<Key> m_changed;
    QTimer m_countSoon;
    QTimer m_readSoon;
    QTimer m_holds; //!< While a server is held.
};
