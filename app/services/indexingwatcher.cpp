// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/indexingwatcher.h"

#include "app/models/pagedlistbase.h"

#include <QDateTime>

#include <algorithm>

namespace {

constexpr int idleFactor = 5;
constexpr int requestsAtOnce = 2; //!< Of each server; a slow one is not asked faster than it answers.
constexpr int documentPauses = 4; //!< One document is asked for at most at every fourth turn.
constexpr int visiblePauses = 20; //!< How much sooner one that is looked at is asked for again.
constexpr int listPauses = 8; //!< Between two readings of a list.
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

struct IndexingWatcher::Watched
{
    DocumentRef ref;
    QString batch;
    IndexingStatus status;
    RateMeter meter;
    qint64 watchedSince = 0;
    qint64 changedAt = 0; //!< When the last answer differed from the one before.
    qint64 askedAt = 0;
    bool isAsked = false;
    bool isIndexing = true; //!< As far as the list told; in a small group nobody knows, and all are asked.
    bool isFinal = false; //!< The status said so; how the server shows the document now is still to be read.
};

struct IndexingWatcher::Group
{
    QSet<QString> missing; //!< Ids not met so far by this reading of the list.
    qint64 readAt = 0;
    int page = 0; //!< The page to ask for; 0 between two readings.
    bool isAsked = false;
    int size = 0; //!< Watched documents.
};

struct IndexingWatcher::Server
{
    const DocumentsApi *api = nullptr;
    int pause = 250; //!< Milliseconds between two requests.
    qint64 nextAt = 0;
    qint64 changedAt = 0; //!< When any document of it came forward.
    int asked = 0;
    bool wasListLast = false;
    std::unordered_map<QString, Watched> documents; //!< By id.
    std::unordered_map<QString, Group> groups; //!< By dataset id.
};

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
        server = std::make_unique<Server>();
    server->api = &api;
    server->pause = 1000 / requestsPerSecond;
}

void IndexingWatcher::removeServer(const QString &serverId)
{
    m_servers.erase(serverId);
}

void IndexingWatcher::watch(const DocumentRef &document, const QString &batch)
{
    Server *server = find(document.serverId);
    if (!server)
        return;
    unwatch(document); // it may be another content now
    Group &group = server->groups[document.datasetId];
    ++group.size;
    Watched watched;
    watched.ref = document;
    watched.batch = batch;
    watched.watchedSince = watched.changedAt = m_clock();
    watched.isIndexing = group.size < manyDocuments;
    server->documents.insert_or_assign(document.documentId, watched);
    setPace();
}

void IndexingWatcher::unwatch(const DocumentRef &document)
{
    Server *server = find(document.serverId);
    if (!server || server->documents.erase(document.documentId) == 0)
        return;
    const auto group = server->groups.find(document.datasetId);
    if (--group->second.size == 0)
        server->groups.erase(group);
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
        if (!server->documents.empty() && (shortest == 0 || pause(*server) < shortest))
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
        ask(*server);
    setPace();
}

void IndexingWatcher::ask(Server &server)
{
    const qint64 now = m_clock();
    if (now < server.nextAt || server.asked >= requestsAtOnce)
        return;
    const QString list = listToAsk(server);
    Watched *document = documentToAsk(server);
    const bool listIsNext = !list.isEmpty() && !(document && server.wasListLast);
    if (!listIsNext && !document)
        return;
    // A little less than the timer's interval, or a tick that comes a millisecond early would skip a turn.
    server.nextAt = now + pause(server) * 9 / 10;
    ++server.asked;
    server.wasListLast = listIsNext;
    if (listIsNext)
        askList(server, list);
    else
        askDocument(server, *document);
}

//! The dataset whose list is to be read (on); empty when none.
QString IndexingWatcher::listToAsk(const Server &server) const
{
    const qint64 now = m_clock();
    for (const auto &[datasetId, group] : server.groups) {
        const bool isDue = group.page > 0 || now - group.readAt >= listPauses * pause(server);
        if (group.size >= manyDocuments && !group.isAsked && isDue)
            return datasetId;
    }
    return {};
}

//! The one to ask for its status: settled ones first, then the one that has waited longest; a visible one need not wait
//! as long as the others, which are not forgotten.
IndexingWatcher::Watched *IndexingWatcher::documentToAsk(Server &server) const
{
    const qint64 now = m_clock();
    Watched *best = nullptr;
    std::pair<bool, qint64> bestRank;
    for (auto &[id, watched] : server.documents) {
        const bool isKnownToMove = watched.isIndexing || server.groups.at(watched.ref.datasetId).size < manyDocuments;
        const bool isDue = isKnownToMove && now - watched.askedAt >= documentPauses * pause(server);
        if (watched.isAsked || !(watched.isFinal || isDue))
            continue;
        const qint64 start = isVisible(watched.ref) ? visiblePauses * pause(server) : 0;
        const std::pair rank(!watched.isFinal, watched.askedAt - start);
        if (!best || rank < bestRank) {
            best = &watched;
            bestRank = rank;
        }
    }
    return best;
}

void IndexingWatcher::askList(Server &server, const QString &datasetId)
{
    Group &group = server.groups.at(datasetId);
    if (group.page == 0) {
        group.page = 1;
        group.missing.clear();
        for (const auto &[id, watched] : server.documents) {
            if (watched.ref.datasetId == datasetId)
                group.missing.insert(id);
        }
    }
    group.isAsked = true;
    const auto serverId = server.documents.begin()->second.ref.serverId;
    const qint64 now = m_clock();
    server.api->poll(datasetId, group.page, PagedListBase::pageSize)
        ->then(this,
               [=, this](const Result<Page<Document>> &result) { listAnswered(serverId, datasetId, now, result); });
}

void IndexingWatcher::listAnswered(const QString &serverId, const QString &datasetId, qint64 askedAt,
                                   const Result<Page<Document>> &result)
{
    if (!answered(serverId, result ? nullptr : &result.error()))
        return;
    const QList<Document> documents = result ? result->items : QList<Document>();
    QSet<QString> met;
    for (const Document &document : documents) {
        const DocumentRef ref{serverId, datasetId, document.id};
        met.insert(document.id);
        // What was watched after the question was asked may be newer than the answer: another content by now.
        if (const Watched *watched = find(ref); watched && watched->watchedSince < askedAt)
            documentRead(ref, document);
    }

    Server *server = find(serverId);
    const auto place = server ? server->groups.find(datasetId) : decltype(server->groups.end())();
    if (!server || place == server->groups.end())
        return;
    Group &group = place->second;
    group.isAsked = false;
    group.missing.subtract(met);
    if (result && documents.size() >= PagedListBase::pageSize && !group.missing.isEmpty()) {
        ++group.page;
        return;
    }
    if (result) {
        for (const QString &id : std::as_const(group.missing)) {
            if (Watched *watched = find(DocumentRef{serverId, datasetId, id}))
                watched->isIndexing = true; // deleted, or lost between two pages: asked for itself
        }
    }
    group.page = 0;
    group.readAt = m_clock();
}

void IndexingWatcher::askDocument(Server &server, Watched &watched)
{
    watched.isAsked = true;
    watched.askedAt = m_clock();
    const DocumentRef ref = watched.ref;
    if (watched.batch.isEmpty() || watched.isFinal) {
        server.api->get(ref.datasetId, ref.documentId)->then(this, [=, this](const Result<Document> &result) {
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
    Server *server = answered(ref.serverId, result || isUnknown ? nullptr : &result.error());
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

void IndexingWatcher::documentAnswered(const DocumentRef &ref, const Result<Document> &result)
{
    const bool isGone = !result && result.error().kind == ApiError::Kind::NotFound;
    answered(ref.serverId, result || isGone ? nullptr : &result.error());
    Watched *watched = find(ref);
    if (!watched)
        return;
    watched->isAsked = false;
    if (isGone) {
        unwatch(ref);
        emit gone(ref);
    } else if (result) {
        documentRead(ref, result.value());
    }
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
IndexingWatcher::Server *IndexingWatcher::answered(const QString &serverId, const ApiError *error)
{
    Server *server = find(serverId);
    if (!server)
        return nullptr;
    --server->asked;
    if (error)
        server->nextAt = m_clock() + std::max<qint64>(troublePause, error->retryAfter * 1000);
    return server;
}

void IndexingWatcher::report(Server &server, Watched &watched, const IndexingStatus &status)
{
    const qint64 now = m_clock();
    if (status != watched.status) {
        watched.status = status;
        watched.changedAt = server.changedAt = now;
    }
    Progress progress{.kind = Progress::Kind::Indexing,
                      .stage = status.stage,
                      .completed = status.completedSegments,
                      .total = status.totalSegments};
    if (status.stage == IndexingStatus::Stage::Indexing) {
        watched.meter.add(status.completedSegments, now);
        progress.rate = watched.meter.perSecond();
        progress.secondsLeft = watched.meter.secondsTo(status.totalSegments);
    }
    // One that waits is not stuck while others are being worked on.
    const bool isWaiting = status.stage == IndexingStatus::Stage::Waiting;
    const qint64 lastChange = isWaiting ? std::max(watched.changedAt, server.changedAt) : watched.changedAt;
    if (!isFinal(status.stage) && now - lastChange >= stuckAfter)
        progress.stuckSince = lastChange / 1000;
    const DocumentRef ref = watched.ref;
    emit progressed(ref, progress);
}

IndexingWatcher::Server *IndexingWatcher::find(const QString &serverId) const
{
    const auto server = m_servers.find(serverId);
    return server == m_servers.cend() ? nullptr : server->second.get();
}

IndexingWatcher::Watched *IndexingWatcher::find(const DocumentRef &ref) const
{
    Server *server = find(ref.serverId);
    if (!server)
        return nullptr;
    const auto watched = server->documents.find(ref.documentId);
    return watched == server->documents.end() ? nullptr : &watched->second;
}

bool IndexingWatcher::isVisible(const DocumentRef &ref) const
{
    return std::any_of(m_visible.cbegin(), m_visible.cend(),
                       [&](const QSet<DocumentRef> &documents) { return documents.contains(ref); });
}

qint64 IndexingWatcher::pause(const Server &server) const
{
    return m_isIdle ? server.pause * idleFactor : server.pause;
}
