// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/transferqueue.h"

#include "app/log.h"
#include "app/services/indexingwatcher.h"
#include "app/services/upload.h"

#include <QDateTime>
#include <QFileInfo>

#include <algorithm>
#include <deque>
#include <limits>
#include <numeric>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int tellPause = 50; //!< Milliseconds between two signals about the same row.
constexpr qint64 longestPause = 30'000; //!< Milliseconds.
constexpr qint64 busyPause = 2'000; //!< While a document of the same name is being indexed.
constexpr qint64 rateLimitPause = 60'000; //!< Where the server does not say; its limits are per minute.
constexpr int maxLosses = 8; //!< Sends of one file without an answer.

qint64 now()
{
    return QDateTime::currentMSecsSinceEpoch();
}

bool isBeforeIndexing(Transfer::State state)
{
    return state == Transfer::State::Waiting || state == Transfer::State::Sending;
}

QString datasetKey(const QString &serverId, const QString &datasetId)
{
    return serverId + u'/' + datasetId;
}

QString nameKey(const TransferRequest &request)
{
    return datasetKey(request.serverId, request.datasetId) + u'/' + request.name;
}

} // namespace

struct TransferQueue::Row
{
    Transfer transfer;
    int index = 0;
    Upload *upload = nullptr; //!< While it is being sent.
    RateMeter meter;
    qint64 lostAt = 0; //!< Upload::Before::lostAt.
    int losses = 0;
    bool isStopping = false; //!< To be cancelled or deleted, as soon as an answer allows it.
};

struct TransferQueue::Server
{
    const DocumentsApi *api = nullptr;
    std::deque<Row *> waiting;
    int sending = 0;
    int failures = 0; //!< Since the last answer.
    qint64 pausedUntil = 0;
};

int TransferSummary::total() const
{
    return std::accumulate(counts.cbegin(), counts.cend(), 0);
}

int TransferSummary::unfinished() const
{
    return count(Transfer::State::Waiting) + count(Transfer::State::Sending) + count(Transfer::State::Indexing);
}

QString stateText(Transfer::State state)
{
    switch (state) {
    case Transfer::State::Waiting:
        return TransferQueue::tr("Waiting");
    case Transfer::State::Sending:
        return TransferQueue::tr("Sending");
    case Transfer::State::Indexing:
        return TransferQueue::tr("Indexing");
    case Transfer::State::Finished:
        return TransferQueue::tr("Done");
    case Transfer::State::Failed:
        return TransferQueue::tr("Failed");
    case Transfer::State::Cancelled:
        return TransferQueue::tr("Cancelled");
    }
    return {};
}

TransferQueue::TransferQueue(IndexingWatcher &watcher, QObject *parent)
    : QObject(parent)
    , m_watcher(watcher)
{
    m_tell.setSingleShot(true);
    m_tell.setInterval(tellPause);
    m_start.setSingleShot(true);
    connect(&m_tell, &QTimer::timeout, this, &TransferQueue::tell);
    connect(&m_start, &QTimer::timeout, this, &TransferQueue::startWhatMay);
    connect(&watcher, &IndexingWatcher::progressed, this, &TransferQueue::onProgress);
    connect(&watcher, &IndexingWatcher::settled, this, &TransferQueue::onSettled);
    connect(&watcher, &IndexingWatcher::gone, this, &TransferQueue::onGone);
}

TransferQueue::~TransferQueue() = default;

void TransferQueue::setServer(const QString &serverId, const DocumentsApi &api)
{
    m_servers[serverId].api = &api;
}

void TransferQueue::removeServer(const QString &serverId)
{
    for (const auto &row : m_rows) {
        const Transfer &transfer = row->transfer;
        if (transfer.request.serverId != serverId || isFinal(transfer.state))
            continue;
        if (row->upload)
            endSending(*row);
        m_watcher.unwatch(refOf(*row));
        fail(*row, tr("The server was removed."));
    }
    m_servers.erase(serverId);
}

void TransferQueue::add(const QList<TransferRequest> &requests)
{
    if (requests.isEmpty())
        return;
    emit aboutToAdd(size(), size() + static_cast<int>(requests.size()) - 1);
    const size_t first = m_rows.size();
    for (const TransferRequest &request : requests) {
        auto row = std::make_unique<Row>();
        row->index = size();
        row->transfer.request = request;
        m_rows.push_back(std::move(row));
        addToSummary(*m_rows.back(), 1);
        begin(*m_rows.back());
    }
    emit added();
    for (size_t row = first; row < m_rows.size(); ++row)
        enqueue(*m_rows[row]);
    tellSoon();
}

void TransferQueue::cancel(int row)
{
    Row &cancelled = *m_rows.at(row);
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
    case Transfer::State::Finished:
    case Transfer::State::Failed:
    case Transfer::State::Cancelled:
        break;
    }
}

void TransferQueue::cancelAll()
{
    for (int row = 0; row < size(); ++row)
        cancel(row);
}

void TransferQueue::retry(int row)
{
    Row &again = *m_rows.at(row);
    Transfer &transfer = again.transfer;
    const bool isStuck = transfer.state == Transfer::State::Indexing && transfer.progress.stuckSince > 0;
    const bool hasEnded = transfer.state == Transfer::State::Failed || transfer.state == Transfer::State::Cancelled;
    if (again.isStopping || !(isStuck || hasEnded))
        return;
    const QFileInfo info(transfer.request.path);
    if (info.exists()) {
        transfer.request.size = info.size();
        transfer.request.modified = info.lastModified().toMSecsSinceEpoch();
    }
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
    for (int row = 0; row < size(); ++row) {
        if (m_rows[static_cast<size_t>(row)]->transfer.state == Transfer::State::Failed)
            retry(row);
    }
}

void TransferQueue::clearFinished()
{
    const auto isCleared = [this](int row) {
        const Transfer::State state = at(row).state;
        return state == Transfer::State::Finished || state == Transfer::State::Cancelled;
    };
    for (int last = size() - 1; last >= 0; --last) {
        if (!isCleared(last))
            continue;
        int first = last;
        while (first > 0 && isCleared(first - 1))
            --first;
        removeRows(first, last);
        last = first;
    }
}

const Transfer &TransferQueue::at(int row) const
{
    return m_rows.at(static_cast<size_t>(row))->transfer;
}

int TransferQueue::rowOf(const DocumentRef &document) const
{
    const Row *row = m_byDocument.value(document);
    return row ? row->index : -1;
}

int TransferQueue::unfinishedIn(const QString &serverId, const QString &datasetId) const
{
    return m_unfinished.value(datasetKey(serverId, datasetId));
}

//! Not from within the event that freed a place: several may.
void TransferQueue::startSoon()
{
    m_start.start(0);
}

void TransferQueue::startWhatMay()
{
    qint64 next = std::numeric_limits<qint64>::max();
    for (auto &[id, server] : m_servers) {
        if (now() < server.pausedUntil && !server.waiting.empty()) {
            next = std::min(next, server.pausedUntil);
            continue;
        }
        while (server.sending < sendsAtOnce) {
            Row *row = takeNext(server);
            if (!row)
                break;
            start(server, *row);
        }
        for (const Row *row : server.waiting) {
            if (row->transfer.nextTry > 0)
                next = std::min(next, row->transfer.nextTry);
        }
    }
    if (next != std::numeric_limits<qint64>::max() && !m_start.isActive())
        m_start.start(static_cast<int>(std::max<qint64>(10, next - now())));
}

TransferQueue::Row *TransferQueue::takeNext(Server &server)
{
    const auto isOver = [](const Row *row) { return row->transfer.state != Transfer::State::Waiting; };
    while (!server.waiting.empty() && isOver(server.waiting.front()))
        server.waiting.pop_front();
    const auto next = std::find_if(server.waiting.begin(), server.waiting.end(), [&](const Row *row) {
        return !isOver(row) && row->transfer.nextTry <= now() && !waitsForName(*row);
    });
    if (next == server.waiting.end())
        return nullptr;
    Row *row = *next;
    server.waiting.erase(next);
    return row;
}

//! An earlier file of the same name is still on its way: replacing it now would write into what is being indexed.
bool TransferQueue::waitsForName(const Row &row) const
{
    const TransferRequest &request = row.transfer.request;
    return request.onSameName == OnSameName::Replace && m_byName.value(nameKey(request)).value(0) != &row;
}

void TransferQueue::start(Server &server, Row &row)
{
    row.transfer.nextTry = 0;
    row.transfer.progress = {.kind = Progress::Kind::Sending, .total = row.transfer.request.size};
    row.meter = {};
    setState(row, Transfer::State::Sending);
    ++server.sending;

    const auto isOther = [this, &row](const QString &documentId) {
        const TransferRequest &request = row.transfer.request;
        const Row *owner = m_byDocument.value({request.serverId, request.datasetId, documentId});
        return owner && owner != &row;
    };
    row.upload = new Upload(*server.api, row.transfer.request, {row.lostAt, isOther}, this);
    connect(row.upload, &Upload::sent, this, [this, &row](qint64 bytes, qint64 total) { onSent(row, bytes, total); });
    connect(row.upload, &Upload::created, this,
            [this, &row](const CreatedDocument &answer) { onCreated(row, answer); });
    connect(row.upload, &Upload::delayed, this,
            [this, &row](const ApiError &error, bool isLost) { onDelayed(row, error, isLost); });
    connect(row.upload, &Upload::mustWait, this, [this, &row](const QString &reason) { onMustWait(row, reason); });
    connect(row.upload, &Upload::failed, this, [this, &row](const QString &reason) { onFailed(row, reason); });
    row.upload->start();
}

void TransferQueue::endSending(Row &row)
{
    disconnect(row.upload, nullptr, this, nullptr);
    row.upload->deleteLater();
    row.upload = nullptr;
    --m_servers.at(row.transfer.request.serverId).sending;
    startSoon();
}

void TransferQueue::onSent(Row &row, qint64 bytes, qint64 total)
{
    Progress &progress = row.transfer.progress;
    addToSummary(row, -1);
    m_bytesEver += std::max<qint64>(0, bytes - progress.completed);
    progress.completed = bytes;
    progress.total = total;
    row.meter.add(bytes, now());
    progress.rate = row.meter.perSecond();
    progress.secondsLeft = row.meter.secondsTo(total);
    addToSummary(row, 1);
    markChanged(row);
}

void TransferQueue::onCreated(Row &row, const CreatedDocument &answer)
{
    Transfer &transfer = row.transfer;
    m_servers.at(transfer.request.serverId).failures = 0;
    row.lostAt = 0;
    row.losses = 0;
    transfer.documentId = answer.document.id;
    transfer.batch = answer.batch;
    m_byDocument.insert(refOf(row), &row);
    endSending(row);
    if (row.isStopping)
        return deleteDocument(row, [this, &row] { setState(row, Transfer::State::Cancelled); });
    transfer.progress = {.kind = Progress::Kind::Indexing};
    setState(row, Transfer::State::Indexing);
    emit created(refOf(row), answer.document);
    m_watcher.watch(refOf(row), answer.batch);
}

void TransferQueue::onDelayed(Row &row, const ApiError &error, bool isLost)
{
    using Kind = ApiError::Kind;
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
        return fail(row, error.message);

    Server &server = m_servers.at(row.transfer.request.serverId);
    qint64 pause = busyPause;
    if (error.kind == Kind::RateLimited)
        pause = error.retryAfter >= 0 ? error.retryAfter * 1000 : rateLimitPause;
    else if (error.kind != Kind::Busy)
        pause = std::min(longestPause, qint64(m_firstPause) << std::min(server.failures++, 10));
    const qint64 until = now() + pause;
    if (error.kind != Kind::Busy)
        server.pausedUntil = std::max(server.pausedUntil, until);
    qCInfo(lcTransfers) << "not sent, again in" << pause << "ms:" << error.message;
    waitAgain(row, until, error.message);
}

void TransferQueue::onMustWait(Row &row, const QString &reason)
{
    m_servers.at(row.transfer.request.serverId).failures = 0;
    endSending(row);
    waitAgain(row, now() + busyPause, reason);
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
    Row *row = m_byDocument.value(document);
    if (!row || row->transfer.state != Transfer::State::Indexing)
        return;
    row->transfer.progress = progress;
    markChanged(*row);
}

void TransferQueue::onSettled(const DocumentRef &document, const Document &state)
{
    Row *row = m_byDocument.value(document);
    if (!row || row->transfer.state != Transfer::State::Indexing)
        return;
    if (state.status == Document::Status::Failed)
        fail(*row, state.error.isEmpty() ? tr("Indexing failed.") : state.error);
    else if (state.status == Document::Status::Paused)
        fail(*row, tr("The server has paused indexing."));
    else
        setState(*row, Transfer::State::Finished);
}

void TransferQueue::onGone(const DocumentRef &document)
{
    Row *row = m_byDocument.value(document);
    if (!row || row->transfer.state != Transfer::State::Indexing)
        return;
    forgetDocument(*row);
    fail(*row, tr("The document was deleted on the server."));
}

void TransferQueue::waitAgain(Row &row, qint64 until, const QString &reason)
{
    row.transfer.nextTry = until;
    setState(row, Transfer::State::Waiting, reason);
    m_servers.at(row.transfer.request.serverId).waiting.push_front(&row);
    startSoon();
}

void TransferQueue::enqueue(Row &row)
{
    const auto server = m_servers.find(row.transfer.request.serverId);
    if (server == m_servers.end())
        return fail(row, tr("The server was removed."));
    server->second.waiting.push_back(&row);
    startSoon();
}

void TransferQueue::forgetDocument(Row &row)
{
    m_byDocument.remove(refOf(row));
    row.transfer.documentId.clear();
    row.transfer.batch.clear();
}

void TransferQueue::deleteDocument(Row &row, const std::function<void()> &then)
{
    const auto server = m_servers.find(row.transfer.request.serverId);
    if (server == m_servers.end())
        return fail(row, tr("The server was removed."));
    row.isStopping = true;
    if (!isFinal(row.transfer.state))
        setState(row, row.transfer.state, tr("Stopping…"));
    const DocumentRef ref = refOf(row);
    server->second.api->remove(ref.datasetId, ref.documentId)
        ->then(this, [this, ref, then](const Result<Done> &result) {
            Row *deletedRow = m_byDocument.value(ref);
            if (!deletedRow)
                return;
            deletedRow->isStopping = false;
            if (result) {
                forgetDocument(*deletedRow);
                emit deleted(ref);
                return then();
            }
            const QString problem = tr("The document could not be deleted: %1").arg(result.error().message);
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

//! A new row, or one that is to be sent again, counts from now on.
void TransferQueue::begin(Row &row)
{
    m_byName[nameKey(row.transfer.request)].append(&row);
    ++m_unfinished[datasetKey(row.transfer.request.serverId, row.transfer.request.datasetId)];
}

void TransferQueue::end(Row &row)
{
    const auto name = m_byName.find(nameKey(row.transfer.request));
    name->removeOne(&row);
    if (name->isEmpty())
        m_byName.erase(name);
    --m_unfinished[datasetKey(row.transfer.request.serverId, row.transfer.request.datasetId)];
    startSoon(); // one of the same name may be waiting
}

void TransferQueue::setState(Row &row, Transfer::State state, const QString &message)
{
    Transfer &transfer = row.transfer;
    const bool wasFinal = isFinal(transfer.state);
    addToSummary(row, -1);
    transfer.state = state;
    transfer.message = message;
    if (state != Transfer::State::Sending && state != Transfer::State::Indexing)
        transfer.progress = {};
    if (state != Transfer::State::Waiting)
        transfer.nextTry = 0;
    addToSummary(row, 1);
    if (!wasFinal && isFinal(state))
        end(row);
    else if (wasFinal && !isFinal(state))
        begin(row);
    markChanged(row);
}

void TransferQueue::addToSummary(const Row &row, int by)
{
    const Transfer &transfer = row.transfer;
    m_summary.counts[static_cast<size_t>(transfer.state)] += by;
    if (isBeforeIndexing(transfer.state))
        m_summary.bytesToSend += by * transfer.request.size;
    if (transfer.state == Transfer::State::Sending)
        m_summary.bytesSent += by * std::min(transfer.progress.completed, transfer.request.size);
}

void TransferQueue::markChanged(Row &row)
{
    m_changed.insert(&row);
    tellSoon();
}

void TransferQueue::tellSoon()
{
    if (!m_tell.isActive())
        m_tell.start();
}

void TransferQueue::tell()
{
    QList<int> rows;
    rows.reserve(m_changed.size());
    for (const Row *row : std::as_const(m_changed))
        rows.append(row->index);
    m_changed.clear();
    std::sort(rows.begin(), rows.end());
    m_meter.add(m_bytesEver, now());
    m_summary.rate = m_summary.count(Transfer::State::Sending) > 0 ? m_meter.perSecond() : 0;
    if (!rows.isEmpty())
        emit changed(rows);
    emit summaryChanged();
}

void TransferQueue::removeRows(int first, int last)
{
    emit aboutToRemove(first, last);
    const auto begin = m_rows.begin() + first;
    const auto end = m_rows.begin() + last + 1;
    for (auto row = begin; row != end; ++row) {
        addToSummary(**row, -1);
        m_changed.remove(row->get());
        m_byDocument.remove(refOf(**row));
        if (const auto server = m_servers.find((*row)->transfer.request.serverId); server != m_servers.end())
            std::erase(server->second.waiting, row->get());
    }
    for (auto row = m_rows.erase(begin, end); row != m_rows.end(); ++row)
        (*row)->index = static_cast<int>(row - m_rows.begin());
    emit removed();
    tellSoon();
}

DocumentRef TransferQueue::refOf(const Row &row) const
{
    return {row.transfer.request.serverId, row.transfer.request.datasetId, row.transfer.documentId};
}
