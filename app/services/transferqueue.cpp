// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/transferqueue.h"

#include "app/api/erroradvice.h"
#include "app/log.h"
#include "app/services/indexingwatcher.h"
#include "app/services/upload.h"

#include <QDateTime>

#include <algorithm>

namespace {

constexpr int maxLosses = 8; //!< Sends of one file without an answer.

qint64 now()
{
    return QDateTime::currentMSecsSinceEpoch();
}

} // namespace

TransferQueue::TransferQueue(IndexingWatcher &watcher, QObject *parent)
    : TransferList(parent)
    , m_watcher(watcher)
{
    m_start.setSingleShot(true);
    connect(&m_start, &QTimer::timeout, this, &TransferQueue::startWhatMay);
    connect(&watcher, &IndexingWatcher::progressed, this, &TransferQueue::onProgress);
    connect(&watcher, &IndexingWatcher::settled, this, &TransferQueue::onSettled);
    connect(&watcher, &IndexingWatcher::gone, this, &TransferQueue::onGone);
}

TransferQueue::~TransferQueue() = default;

void TransferQueue::setServer(const QString &serverId, const DocumentsApi &api, const PipelineApi &pipelines)
{
    m_lanes.try_emplace(serverId, api, pipelines, m_firstPause);
}

void TransferQueue::removeServer(const QString &serverId)
{
    for (int index = 0; index < size(); ++index) {
        Row &stopped = row(index);
        if (stopped.transfer.request.serverId != serverId || isFinal(stopped.transfer.state))
            continue;
        if (stopped.upload)
            endSending(stopped);
        m_watcher.unwatch(refOf(stopped));
        fail(stopped, tr("The server was removed."));
    }
    m_lanes.erase(serverId);
}

void TransferQueue::add(const QList<TransferRequest> &requests)
{
    if (requests.isEmpty())
        return;
    const int first = size();
    append(requests);
    for (int index = first; index < size(); ++index)
        enqueue(row(index));
}

void TransferQueue::cancel(int index)
{
    Row &cancelled = row(index);
    switch (cancelled.transfer.state) {
    case Transfer::State::Waiting:
        return setState(cancelled, Transfer::State::Cancelled);
    case Transfer::State::Sending:
        if (cancelled.upload && cancelled.upload->stop()) {
            endSending(cancelled);
            return setState(cancelled, Transfer::State::Cancelled);
        }
        cancelled.isStopping = true;
        return setState(cancelled, Transfer::State::Sending, tr("Stopping…"));
    case Transfer::State::Indexing:
        m_watcher.unwatch(refOf(cancelled));
        return deleteDocument(cancelled, [this, &cancelled] { setState(cancelled, Transfer::State::Cancelled); });
    default:
        break; // it is over
    }
}

void TransferQueue::cancelAll()
{
    for (int index = 0; index < size(); ++index)
        cancel(index);
}

void TransferQueue::retry(int index)
{
    Row &again = row(index);
    Transfer &transfer = again.transfer;
    const bool isStuck = transfer.state == Transfer::State::Indexing && transfer.progress.stuckSince > 0;
    const bool hasEnded = transfer.state == Transfer::State::Failed || transfer.state == Transfer::State::Cancelled;
    if (again.isStopping || !(isStuck || hasEnded))
        return;
    takeFileAsItIs(transfer.request);
    again.losses = 0;
    const auto sendAgain = [this, &again] {
        setState(again, Transfer::State::Waiting);
        enqueue(again);
    };
    if (transfer.documentId.isEmpty())
        return sendAgain();
    m_watcher.unwatch(refOf(again));
    deleteDocument(again, sendAgain);
}

void TransferQueue::retryFailed()
{
    for (int index = 0; index < size(); ++index) {
        if (at(index).state == Transfer::State::Failed)
            retry(index);
    }
}

//! Not from within the event that freed a place: several may.
void TransferQueue::startSoon()
{
    m_start.start(0);
}

void TransferQueue::startWhatMay()
{
    qint64 next = 0;
    for (auto &[id, lane] : m_lanes) {
        while (Row *row = lane.takeNext(now()))
            start(lane, *row);
        const qint64 time = lane.nextTime(now());
        next = next == 0 || (time > 0 && time < next) ? time : next;
    }
    if (next > 0 && !m_start.isActive())
        m_start.start(static_cast<int>(std::max<qint64>(10, next - now())));
}

void TransferQueue::start(SendLane &lane, Row &row)
{
    setState(row, Transfer::State::Sending);

    const auto isOther = [this, &row](const QString &documentId) {
        const TransferRequest &request = row.transfer.request;
        return find({request.serverId, request.datasetId, documentId}) != nullptr;
    };
    row.upload = new Upload(*lane.api, *lane.pipelines, row.transfer.request, {row.lostAt, isOther}, this);
    connect(row.upload, &Upload::sent, this, [this, &row](qint64 bytes, qint64 total) { setSent(row, bytes, total); });
    connect(row.upload, &Upload::created, this,
            [this, &row](const CreatedDocument &answer) { onCreated(row, answer); });
    connect(row.upload, &Upload::delayed, this,
            [this, &row](const ApiError &error, bool isLost) { onDelayed(row, error, isLost); });
    connect(row.upload, &Upload::failed, this, [this, &row](const QString &reason) { onFailed(row, reason); });
    row.upload->start();
}

void TransferQueue::endSending(Row &row)
{
    disconnect(row.upload, nullptr, this, nullptr);
    row.upload->deleteLater();
    row.upload = nullptr;
    laneOf(row).sent();
    startSoon();
}

void TransferQueue::onCreated(Row &row, const CreatedDocument &answer)
{
    laneOf(row).worked();
    row.lostAt = 0;
    row.losses = 0;
    setDocument(row, answer.document.id, answer.batch);
    endSending(row);
    if (row.isStopping)
        return deleteDocument(row, [this, &row] { setState(row, Transfer::State::Cancelled); });
    setState(row, Transfer::State::Indexing);
    emit created(refOf(row), answer.document);
    m_watcher.watch(refOf(row), answer.batch);
}

void TransferQueue::onDelayed(Row &row, const ApiError &error, bool isLost)
{
    if (isLost && row.upload->startedAt() > 0) {
        row.lostAt = row.lostAt > 0 ? row.lostAt : row.upload->startedAt();
        ++row.losses;
    }
    endSending(row);
    if (row.isStopping) {
        row.isStopping = false;
        return setState(row, Transfer::State::Cancelled,
                        isLost ? tr("The server did not say whether it took the file.") : QString());
    }
    if (row.losses > maxLosses)
        return fail(row, sentenceFor(error));

    qCInfo(lcTransfers) << "not sent:" << error.message;
    SendLane &lane = laneOf(row);
    row.transfer.nextTry = lane.pauseAfter(error, now());
    setState(row, Transfer::State::Waiting, error.message);
    lane.prepend(&row);
    startSoon();
}

void TransferQueue::onFailed(Row &row, const QString &reason)
{
    endSending(row);
    if (row.isStopping) {
        row.isStopping = false;
        setState(row, Transfer::State::Cancelled);
    } else {
        fail(row, reason);
    }
}

void TransferQueue::onProgress(const DocumentRef &document, const Progress &progress)
{
    Row *row = find(document);
    if (!row || row->transfer.state != Transfer::State::Indexing)
        return;
    setProgress(*row, progress);
}

void TransferQueue::onSettled(const DocumentRef &document, const Document &state)
{
    Row *row = find(document);
    if (!row || row->transfer.state != Transfer::State::Indexing)
        return;
    if (state.status == Document::Status::Failed || state.status == Document::Status::Paused)
        fail(*row, state.error.isEmpty() ? tr("The server has stopped indexing.") : state.error);
    else
        setState(*row, Transfer::State::Finished);
}

void TransferQueue::onGone(const DocumentRef &document)
{
    Row *row = find(document);
    if (!row || row->transfer.state != Transfer::State::Indexing)
        return;
    setDocument(*row, {}, {});
    fail(*row, tr("The document was deleted on the server."));
}

void TransferQueue::enqueue(Row &row)
{
    const auto lane = m_lanes.find(row.transfer.request.serverId);
    if (lane == m_lanes.end())
        return fail(row, tr("The server was removed."));
    lane->second.append(&row);
    startSoon();
}

void TransferQueue::deleteDocument(Row &row, const std::function<void()> &then)
{
    const auto lane = m_lanes.find(row.transfer.request.serverId);
    if (lane == m_lanes.end())
        return fail(row, tr("The server was removed."));
    row.isStopping = true;
    if (!isFinal(row.transfer.state))
        setState(row, row.transfer.state, tr("Stopping…"));
    const DocumentRef ref = refOf(row);
    lane->second.api->remove(ref.datasetId, ref.documentId)->then(this, [this, ref, then](const Result<Done> &result) {
        Row *deletedRow = find(ref);
        if (!deletedRow)
            return;
        deletedRow->isStopping = false;
        if (result) {
            setDocument(*deletedRow, {}, {});
            emit deleted(ref);
            return then();
        }
        const QString problem = tr("The document could not be deleted: %1").arg(sentenceFor(result.error()));
        if (isFinal(deletedRow->transfer.state))
            return fail(*deletedRow, problem);
        setState(*deletedRow, Transfer::State::Indexing, problem);
        m_watcher.watch(ref, deletedRow->transfer.batch);
    });
}

void TransferQueue::fail(Row &row, const QString &reason)
{
    qCInfo(lcTransfers) << "failed:" << reason;
    setState(row, Transfer::State::Failed, reason);
}

void TransferQueue::setState(Row &row, Transfer::State state, const QString &message)
{
    change(row, state, message);
    const auto lane = m_lanes.find(row.transfer.request.serverId);
    if (!isFinal(state) || lane == m_lanes.end())
        return;
    lane->second.forget(&row);
    startSoon(); // one of the same name may be waiting
}

SendLane &TransferQueue::laneOf(const Row &row)
{
    return m_lanes.at(row.transfer.request.serverId);
}
