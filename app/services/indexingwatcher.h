// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/documentsapi.h"
#include "app/models/progress.h"
#include "app/services/documentref.h"

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

    static constexpr int manyDocuments = 10; //!< Of one dataset; from there on its list is read.
    static constexpr qint64 stuckAfter = 10 * 60 * 1000; //!< Milliseconds without any progress.

    explicit IndexingWatcher(QObject *parent = nullptr, Clock clock = {});
    ~IndexingWatcher() override;

    //! Requests a second: 4 is right for a server elsewhere, 20 for this computer. \a api must live until
    //! removeServer().
    void setServer(const QString &serverId, const DocumentsApi &api, int requestsPerSecond);
    void removeServer(const QString &serverId);

    //! \a batch may be empty when nobody knows it: then only the stage is told, without counts.
    void watch(const DocumentRef &document, const QString &batch = {});
    void unwatch(const DocumentRef &document);
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
    struct Watched;
    struct Group;
    struct Server;

    void setPace();
    void tick();
    void ask(Server &server);
    QString listToAsk(const Server &server) const;
    Watched *documentToAsk(Server &server) const;
    void askList(Server &server, const QString &datasetId);
    void listAnswered(const QString &serverId, const QString &datasetId, qint64 askedAt,
                      const Result<Page<Document>> &result);
    void askDocument(Server &server, Watched &watched);
    void statusAnswered(const DocumentRef &ref, const Result<QList<IndexingStatus>> &result);
    void documentAnswered(const DocumentRef &ref, const Result<Document> &result);
    void documentRead(const DocumentRef &ref, const Document &document);
    Server *answered(const QString &serverId, const ApiError *error);
    void report(Server &server, Watched &watched, const IndexingStatus &status);
    Server *find(const QString &serverId) const;
    Watched *find(const DocumentRef &ref) const;
    bool isVisible(const DocumentRef &ref) const;
    qint64 pause(const Server &server) const;

    Clock m_clock;
    QTimer m_timer;
    std::unordered_map<QString, std::unique_ptr<Server>> m_servers;
    QHash<const QObject *, QSet<DocumentRef>> m_visible;
    bool m_isIdle = false;
};
