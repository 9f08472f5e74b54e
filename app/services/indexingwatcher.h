// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/services/watchedserver.h"

#include <QSet>
#include <QTimer>

#include <functional>
#include <memory>
#include <unordered_map>

//! Asks servers how far documents have come, at a bounded pace, until each is indexed, has failed or is gone.
//! By API one batch is one document, so a thousand files are a thousand batches: when there are many, pages of the
//! document list tell which of them are being indexed, and the status endpoint is asked only for those.
class IndexingWatcher : public QObject
{
    Q_OBJECT

public:
    using Clock = std::function<qint64()>; //!< Milliseconds since 1970.

    explicit IndexingWatcher(QObject *parent = nullptr, Clock clock = {});
    ~IndexingWatcher() override;

    //! Requests a second: 4 is right for a server elsewhere, 20 for this computer. \a api must live until
    //! removeServer().
    void setServer(const QString &serverId, const DocumentsApi &api, int requestsPerSecond);
    void removeServer(const QString &serverId);

    //! \a batch may be empty when nobody knows it: then only the stage is told, without counts.
    void watch(const DocumentRef &document, const QString &batch = {});
    void unwatch(const DocumentRef &document);
    //! It was deleted here, watched or not: says that it is gone.
    void setGone(const DocumentRef &document);
    bool isWatched(const DocumentRef &document) const;
    //! Documents a person looks at in \a view; they are asked for first. Empty when the view is gone or closed.
    void setVisible(const QObject *view, const QSet<DocumentRef> &documents);
    //! The window is minimised or hidden: everything is asked for five times as seldom.
    void setIdle(bool idle);

signals:
    //! A server answered. The same values may come again.
    void progressed(const DocumentRef &document, const Progress &progress);
    //! It will not change any more by itself; \a state is how the server shows it now. No longer watched.
    void settled(const DocumentRef &document, const Document &state);
    //! It was deleted. No longer watched.
    void gone(const DocumentRef &document);

private:
    using Watched = WatchedServer::Watched;

    void setPace();
    void tick();
    void ask(const QString &serverId, WatchedServer &server);
    void askList(const QString &serverId, const QString &datasetId, WatchedServer &server);
    void listAnswered(const QString &serverId, const QString &datasetId, qint64 askedAt,
                      const Result<Page<Document>> &result);
    void askDocument(WatchedServer &server, Watched &watched);
    void statusAnswered(const DocumentRef &ref, const Result<QList<IndexingStatus>> &result);
    void documentAnswered(const DocumentRef &ref, const Result<DocumentDetail> &result);
    void documentRead(const DocumentRef &ref, const Document &document);
    WatchedServer *answered(const QString &serverId, const ApiError *error);
    void report(WatchedServer &server, Watched &watched, const IndexingStatus &status);
    WatchedServer *find(const QString &serverId) const;
    Watched *find(const DocumentRef &ref) const;
    bool isVisible(const DocumentRef &ref) const;
    qint64 pause(const WatchedServer &server) const;

    Clock m_clock;
    QTimer m_timer;
    std::unordered_map<QString, std::unique_ptr<WatchedServer>> m_servers;
    QHash<const QObject *, QSet<DocumentRef>> m_visible;
    bool m_isIdle = false;
};
