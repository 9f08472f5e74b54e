// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/transferlist.h"

#include <QDateTime>

#include <algorithm>

namespace {

constexpr int tellPause = 50; //!< Milliseconds between two signals about the same row.

} // namespace

TransferList::TransferList(QObject *parent)
    : QObject(parent)
{
    m_tell.setSingleShot(true);
    m_tell.setInterval(tellPause);
    connect(&m_tell, &QTimer::timeout, this, &TransferList::tell);
}

TransferList::~TransferList() = default;

int TransferList::rowOf(const DocumentRef &document) const
{
    const Row *row = find(document);
    return row ? row->index : -1;
}

void TransferList::append(const QList<TransferRequest> &requests)
{
    emit aboutToAdd(size(), size() + static_cast<int>(requests.size()) - 1);
    const int run = m_tally.runForNext();
    for (const TransferRequest &request : requests) {
        auto row = std::make_unique<Row>();
        row->index = size();
        row->transfer.request = request;
        row->transfer.run = run;
        m_tally.add(row->transfer);
        m_rows.push_back(std::move(row));
    }
    emit added();
    tellSoon();
}

void TransferList::clearFinished()
{
    const auto isCleared = [this](int row) {
        return at(row).state == Transfer::State::Finished || at(row).state == Transfer::State::Cancelled;
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

DocumentRef TransferList::refOf(const Row &row)
{
    return {row.transfer.request.serverId, row.transfer.request.datasetId, row.transfer.documentId};
}

void TransferList::change(Row &row, Transfer::State state, const QString &message)
{
    Transfer &transfer = row.transfer;
    m_tally.remove(transfer);
    if (isFinal(transfer.state) && !isFinal(state))
        transfer.run = m_tally.runForNext();
    if (state == Transfer::State::Sending && transfer.state != state) {
        transfer.progress = {.kind = Progress::Kind::Sending, .total = transfer.request.size};
        row.meter = {};
    } else if (state == Transfer::State::Indexing && transfer.state != state) {
        transfer.progress = {.kind = Progress::Kind::Indexing};
    } else if (state != transfer.state) {
        transfer.progress = {};
    }
    transfer.state = state;
    transfer.message = message;
    if (state != Transfer::State::Waiting)
        transfer.nextTry = 0;
    m_tally.add(transfer);
    markChanged(row);
}

void TransferList::setSent(Row &row, qint64 bytes, qint64 total)
{
    Progress &progress = row.transfer.progress;
    m_tally.remove(row.transfer);
    m_bytesEver += std::max<qint64>(0, bytes - progress.completed);
    progress.completed = bytes;
    progress.total = total;
    row.meter.add(bytes, QDateTime::currentMSecsSinceEpoch());
    progress.rate = row.meter.perSecond();
    progress.secondsLeft = row.meter.secondsTo(total);
    m_tally.add(row.transfer);
    markChanged(row);
}

void TransferList::setProgress(Row &row, const Progress &progress)
{
    m_tally.remove(row.transfer);
    row.transfer.progress = progress;
    m_tally.add(row.transfer);
    markChanged(row);
}

void TransferList::setDocument(Row &row, const QString &documentId, const QString &batch)
{
    m_byDocument.remove(refOf(row));
    row.transfer.documentId = documentId;
    row.transfer.batch = batch;
    if (!documentId.isEmpty())
        m_byDocument.insert(refOf(row), &row);
}

void TransferList::removeRows(int first, int last)
{
    emit aboutToRemove(first, last);
    const auto begin = m_rows.begin() + first;
    const auto end = m_rows.begin() + last + 1;
    for (auto row = begin; row != end; ++row) {
        (*row)->transfer.run = 0; // it stays counted there
        m_tally.remove((*row)->transfer);
        m_changed.remove(row->get());
        m_byDocument.remove(refOf(**row));
    }
    for (auto row = m_rows.erase(begin, end); row != m_rows.end(); ++row)
        (*row)->index = static_cast<int>(row - m_rows.begin());
    emit removed();
    tellSoon();
}

void TransferList::markChanged(Row &row)
{
    m_changed.insert(&row);
    tellSoon();
}

void TransferList::tellSoon()
{
    if (!m_tell.isActive())
        m_tell.start();
}

void TransferList::tell()
{
    QList<int> rows;
    rows.reserve(m_changed.size());
    for (const Row *row : std::as_const(m_changed))
        rows.append(row->index);
    m_changed.clear();
    std::sort(rows.begin(), rows.end());
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    m_meter.add(m_bytesEver, now);
    m_runMeter.add(summary().runDone, now);
    m_tally.setSpeed(summary().count(Transfer::State::Sending) > 0 ? m_meter.perSecond() : 0,
                     summary().unfinished() > 0 ? m_runMeter.secondsTo(summary().runWork) : -1);
    if (!rows.isEmpty())
        emit changed(rows);
    emit summaryChanged();
}
