// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/watchedserver.h"

#include <algorithm>
#include <utility>

namespace {

constexpr int documentPauses = 4; //!< One document is asked for at most at every fourth turn.
constexpr int visiblePauses = 20; //!< How much sooner one that is looked at is asked for again.
constexpr int listPauses = 8; //!< Between two readings of a list.

} // namespace

WatchedServer::Watched *WatchedServer::find(const QString &documentId)
{
    const auto watched = m_documents.find(documentId);
    return watched == m_documents.end() ? nullptr : &watched->second;
}

void WatchedServer::add(const DocumentRef &ref, const QString &batch, qint64 now)
{
    remove(ref); // it may have another content now
    Group &group = m_groups[ref.datasetId];
    ++group.size;
    Watched watched;
    watched.ref = ref;
    watched.batch = batch;
    watched.watchedSince = watched.changedAt = now;
    watched.isIndexing = group.size < manyDocuments;
    m_documents.insert_or_assign(ref.documentId, watched);
}

bool WatchedServer::remove(const DocumentRef &ref)
{
    if (m_documents.erase(ref.documentId) == 0)
        return false;
    const auto group = m_groups.find(ref.datasetId);
    if (--group->second.size == 0)
        m_groups.erase(group);
    return true;
}

QString WatchedServer::listToAsk(qint64 now, qint64 pauseNow) const
{
    for (const auto &[datasetId, group] : m_groups) {
        const bool isDue = group.page > 0 || now - group.readAt >= listPauses * pauseNow;
        if (group.size >= manyDocuments && !group.isAsked && isDue)
            return datasetId;
    }
    return {};
}

//! Settled ones first, then the one that has waited longest; a visible one need not wait as long as the others, which
//! are not forgotten.
WatchedServer::Watched *WatchedServer::documentToAsk(qint64 now, qint64 pauseNow,
                                                     const std::function<bool(const DocumentRef &)> &isVisible)
{
    Watched *best = nullptr;
    std::pair<bool, qint64> bestRank;
    for (auto &[id, watched] : m_documents) {
        const bool isKnownToMove = watched.isIndexing || !hasList(watched.ref);
        const bool isDue = isKnownToMove && now - watched.askedAt >= documentPauses * pauseNow;
        if (watched.isAsked || !(watched.isFinal || isDue))
            continue;
        const qint64 start = isVisible(watched.ref) ? visiblePauses * pauseNow : 0;
        const std::pair rank(!watched.isFinal, watched.askedAt - start);
        if (!best || rank < bestRank) {
            best = &watched;
            bestRank = rank;
        }
    }
    return best;
}

int WatchedServer::askPage(const QString &datasetId)
{
    Group &group = m_groups.at(datasetId);
    if (group.page == 0) {
        group.page = 1;
        group.missing.clear();
        for (const auto &[id, watched] : m_documents) {
            if (watched.ref.datasetId == datasetId)
                group.missing.insert(id);
        }
    }
    group.isAsked = true;
    return group.page;
}

void WatchedServer::pageRead(const QString &datasetId, const QSet<QString> &met, bool isLast, qint64 now)
{
    const auto place = m_groups.find(datasetId);
    if (place == m_groups.end())
        return;
    Group &group = place->second;
    group.missing.subtract(met);
    if (!isLast && !group.missing.isEmpty()) {
        group.isAsked = false;
        ++group.page;
        return;
    }
    for (const QString &id : std::as_const(group.missing)) {
        if (Watched *watched = find(id))
            watched->isIndexing = true; // deleted, or lost between two pages: asked for itself
    }
    pageFailed(datasetId, now);
}

void WatchedServer::pageFailed(const QString &datasetId, qint64 now)
{
    const auto place = m_groups.find(datasetId);
    if (place == m_groups.end())
        return;
    place->second.isAsked = false;
    place->second.page = 0;
    place->second.readAt = now;
}

Progress WatchedServer::progressAfter(Watched &watched, const IndexingStatus &status, qint64 now)
{
    if (status != watched.status) {
        watched.status = status;
        watched.changedAt = m_changedAt = now;
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
    const qint64 lastChange = isWaiting ? std::max(watched.changedAt, m_changedAt) : watched.changedAt;
    if (!isFinal(status.stage) && now - lastChange >= stuckAfter)
        progress.stuckSince = lastChange / 1000;
    return progress;
}
