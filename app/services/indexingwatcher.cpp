// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/indexingwatcher.h"

#include "app/models/pagedlistbase.h"

#include <QDateTime>

#include <algorithm>

namespace {

constexpr int idleFactor = 5;
constexpr int requestsAtOnce = 2; //!< Of each server; a slow one is not asked faster than it answers.
constexpr qint64 troublePause = 2'000; //!< Milliseconds, when a server does not answer as it should.

IndexingStatus statusOf(const Document &document)
{
    using Stage = IndexingStatus::Stage;
    IndexingStatus status;
    status.documentId = document.id;
    status.error = document.error;
    switch (document.status) {
    case Document::Status::Queuing:
        status.stage = Stage::Waiting;
        break;
    case Document::Status::Indexing:
        status.stage = Stage::Indexing;
        break;
    case Document::Status::Paused:
        status.stage = Stage::Paused;
        break;
    case Document::Status::Failed:
        status.stage = Stage::Failed;
        break;
    case Document::Status::Available:
    case Document::Status::Disabled:
    case Document::Status::Archived:
        status.stage = Stage::Completed;
        break;
    }
    return status;
}

} // namespace

IndexingWatcher::IndexingWatcher(QObject *parent, Clock clock)
    : QObject(parent)
    , m_clock(clock ? std::move(clock) : Clock(&QDateTime::currentMSecsSinceEpoch))
{
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &IndexingWatcher::tick);
}

IndexingWatcher::~IndexingWatcher() = default;

void IndexingWatcher::setServer(const QString &serverId, const DocumentsApi &api, int requestsPerSecond)
{
    auto &server = m_servers[serverId];
    if (!server)
        server = std::make_unique<WatchedServer>();
    server->api = &api;
    server->pause = 1000 / requestsPerSecond;
}

void IndexingWatcher::removeServer(const QString &serverId)
{
    m_servers.erase(serverId);
}

void IndexingWatcher::watch(const DocumentRef &document, const QString &batch)
{
    if (WatchedServer *server = find(document.serverId)) {
        server->add(document, batch, m_clock());
        setPace();
    }
}

void IndexingWatcher::unwatch(const DocumentRef &document)
{
    if (WatchedServer *server = find(document.serverId))
        server->remove(document);
}

void IndexingWatcher::setGone(const DocumentRef &document)
{
    unwatch(document);
    emit gone(document);
}

bool IndexingWatcher::isWatched(const DocumentRef &document) const
{
    return find(document) != nullptr;
}

void IndexingWatcher::setVisible(const QObject *view, const QSet<DocumentRef> &documents)
{
    if (documents.isEmpty())
        m_visible.remove(view);
    else
        m_visible.insert(view, documents);
}

void IndexingWatcher::setIdle(bool idle)
{
    m_isIdle = idle;
    setPace();
}

//! One timer for all servers, as fast as the fastest that has something to ask, or off.
void IndexingWatcher::setPace()
{
    qint64 shortest = 0;
    for (const auto &[id, server] : m_servers) {
        if (!server->isEmpty() && (shortest == 0 || pause(*server) < shortest))
            shortest = pause(*server);
    }
    if (shortest == 0)
        m_timer.stop();
    else if (!m_timer.isActive() || m_timer.interval() != shortest)
        m_timer.start(static_cast<int>(shortest));
}

void IndexingWatcher::tick()
{
    for (const auto &[id, server] : m_servers)
        ask(id, *server);
    setPace();
}

void IndexingWatcher::ask(const QString &serverId, WatchedServer &server)
{
    const qint64 now = m_clock();
    if (now < server.nextAt || server.asked >= requestsAtOnce)
        return;
    const qint64 pauseNow = pause(server);
    const QString list = server.listToAsk(now, pauseNow);
    Watched *document = server.documentToAsk(now, pauseNow, [this](const DocumentRef &ref) { return isVisible(ref); });
    const bool listIsNext = !list.isEmpty() && !(document && server.wasListLast);
    if (!listIsNext && !document)
        return;
    // A little less than the timer's interval, or a tick that comes a millisecond early would skip a turn.
    server.nextAt = now + pauseNow * 9 / 10;
    ++server.asked;
    server.wasListLast = listIsNext;
    if (listIsNext)
        askList(serverId, list, server);
    else
        askDocument(server, *document);
}

void IndexingWatcher::askList(const QString &serverId, const QString &datasetId, WatchedServer &server)
{
    const qint64 now = m_clock();
    server.api->poll(datasetId, server.askPage(datasetId), PagedListBase::pageSize)
        ->then(this,
               [=, this](const Result<Page<Document>> &result) { listAnswered(serverId, datasetId, now, result); });
}

void IndexingWatcher::listAnswered(const QString &serverId, const QString &datasetId, qint64 askedAt,
                                   const Result<Page<Document>> &result)
{
    WatchedServer *server = answered(serverId, result ? nullptr : &result.error());
    if (!server)
        return;
    if (!result)
        return server->pageFailed(datasetId, m_clock());
    QSet<QString> met;
    for (const Document &document : result->items)
        met.insert(document.id);
    server->pageRead(datasetId, met, result->items.size() < PagedListBase::pageSize, m_clock());
    for (const Document &document : result->items) {
        const DocumentRef ref{serverId, datasetId, document.id};
        // What was watched after the question was asked may be newer than the answer: another content by now.
        if (const Watched *watched = find(ref); watched && watched->watchedSince < askedAt)
            documentRead(ref, document);
    }
}

void IndexingWatcher::askDocument(WatchedServer &server, Watched &watched)
{
    watched.isAsked = true;
    watched.askedAt = m_clock();
    const DocumentRef ref = watched.ref;
    if (watched.batch.isEmpty() || watched.isFinal) {
        server.api->get(ref.datasetId, ref.documentId)->then(this, [=, this](const Result<DocumentDetail> &result) {
            documentAnswered(ref, result);
        });
    } else {
        server.api->indexingStatus(ref.datasetId, watched.batch)
            ->then(this, [=, this](const Result<QList<IndexingStatus>> &result) { statusAnswered(ref, result); });
    }
}

void IndexingWatcher::statusAnswered(const DocumentRef &ref, const Result<QList<IndexingStatus>> &result)
{
    const bool isUnknown = !result && result.error().kind == ApiError::Kind::NotFound;
    WatchedServer *server = answered(ref.serverId, result || isUnknown ? nullptr : &result.error());
    Watched *watched = find(ref);
    if (!server || !watched)
        return;
    watched->isAsked = false;
    if (!result && !isUnknown)
        return;
    const auto statuses = result ? result.value() : QList<IndexingStatus>();
    const auto status = std::find_if(statuses.cbegin(), statuses.cend(), [&](const IndexingStatus &candidate) {
        return candidate.documentId == ref.documentId;
    });
    if (status == statuses.cend()) {
        // Deleted, or given another batch by an update (recordings/1.15.0/findings.md, 22): the document itself knows.
        watched->batch.clear();
        watched->askedAt = 0;
        return;
    }
    watched->isFinal = isFinal(status->stage);
    report(*server, *watched, *status);
}

void IndexingWatcher::documentAnswered(const DocumentRef &ref, const Result<DocumentDetail> &result)
{
    const bool isGone = !result && result.error().kind == ApiError::Kind::NotFound;
    answered(ref.serverId, result || isGone ? nullptr : &result.error());
    Watched *watched = find(ref);
    if (!watched)
        return;
    watched->isAsked = false;
    if (isGone)
        setGone(ref);
    else if (result)
        documentRead(ref, result->document);
}

//!  document is how the server shows it now, in a list or by itself.
void IndexingWatcher::documentRead(const DocumentRef &ref, const Document &document)
{
    Watched *watched = find(ref);
    watched->isFinal = false;
    if (!isBeingIndexed(document.status)) {
        unwatch(ref);
        emit settled(ref, document);
        return;
    }
    watched->isIndexing = document.status == Document::Status::Indexing;
    if (watched->batch.isEmpty() || !watched->isIndexing)
        report(*find(ref.serverId), *watched, statusOf(document));
}

//! A request of the server has come back; null when it has been removed since.
WatchedServer *IndexingWatcher::answered(const QString &serverId, const ApiError *error)
{
    WatchedServer *server = find(serverId);
    if (!server)
        return nullptr;
    --server->asked;
    if (error)
        server->nextAt = m_clock() + std::max<qint64>(troublePause, error->retryAfter * 1000);
    return server;
}

void IndexingWatcher::report(WatchedServer &server, Watched &watched, const IndexingStatus &status)
{
    const DocumentRef ref = watched.ref;
    emit progressed(ref, server.progressAfter(watched, status, m_clock()));
}

WatchedServer *IndexingWatcher::find(const QString &serverId) const
{
    const auto server = m_servers.find(serverId);
    return server == m_servers.cend() ? nullptr : server->second.get();
}

IndexingWatcher::Watched *IndexingWatcher::find(const DocumentRef &ref) const
{
    WatchedServer *server = find(ref.serverId);
    return server ? server->find(ref.documentId) : nullptr;
}

bool IndexingWatcher::isVisible(const DocumentRef &ref) const
{
    return std::any_of(m_visible.cbegin(), m_visible.cend(),
                       [&](const QSet<DocumentRef> &documents) { return documents.contains(ref); });
}

qint64 IndexingWatcher::pause(const WatchedServer &server) const
{
    return m_isIdle ? server.pause * idleFactor : server.pause;
}
