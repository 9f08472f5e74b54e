// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/transfertally.h"

#include <algorithm>
#include <numeric>

namespace {

QString keyOf(const QString &serverId, const QString &datasetId)
{
    return serverId + u'/' + datasetId;
}

constexpr qint64 costOfAFile = 64 * 1024; //!< What a file costs beside its bytes, in bytes.

qint64 workOf(const Transfer &transfer)
{
    return transfer.request.size + costOfAFile; // to send, and as much to index
}

qint64 doneOf(const Transfer &transfer)
{
    const double share = std::max(0.0, fraction(transfer.progress));
    const auto part = static_cast<qint64>(share * static_cast<double>(workOf(transfer)));
    switch (transfer.state) {
    case Transfer::State::Waiting:
        return 0;
    case Transfer::State::Sending:
        return part;
    case Transfer::State::Indexing:
        return workOf(transfer) + part;
    default:
        return 2 * workOf(transfer);
    }
}

} // namespace

int TransferSummary::total() const
{
    return std::accumulate(counts.cbegin(), counts.cend(), 0);
}

int TransferSummary::unfinished() const
{
    return count(Transfer::State::Waiting) + count(Transfer::State::Sending) + count(Transfer::State::Indexing);
}

int TransferTally::unfinishedIn(const QString &serverId, const QString &datasetId) const
{
    return m_unfinished.value(keyOf(serverId, datasetId));
}

void TransferTally::count(const Transfer &transfer, int by)
{
    const TransferRequest &request = transfer.request;
    m_summary.counts[static_cast<size_t>(transfer.state)] += by;
    if (!isFinal(transfer.state))
        m_unfinished[keyOf(request.serverId, request.datasetId)] += by;
    if (transfer.run != m_run)
        return;
    m_summary.runFiles += by;
    m_summary.runEnded += isFinal(transfer.state) ? by : 0;
    m_summary.runWork += by * 2 * workOf(transfer);
    m_summary.runDone += by * doneOf(transfer);
}

void TransferTally::setSpeed(double bytesPerSecond, qint64 secondsLeft)
{
    m_summary.rate = bytesPerSecond;
    m_summary.secondsLeft = secondsLeft;
}

int TransferTally::runForNext()
{
    if (m_summary.unfinished() > 0)
        return m_run;
    m_summary.runFiles = m_summary.runEnded = 0;
    m_summary.runWork = m_summary.runDone = 0;
    return ++m_run;
}
