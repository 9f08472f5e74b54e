// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/transfertally.h"

#include <algorithm>
#include <numeric>

namespace {

QString keyOf(const QString &serverId, const QString &datasetId)
{
    return serverId + u'/' + datasetId;
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
    if (transfer.state == Transfer::State::Waiting || transfer.state == Transfer::State::Sending)
        m_summary.bytesToSend += by * request.size;
    if (transfer.state == Transfer::State::Sending)
        m_summary.bytesSent += by * std::min(transfer.progress.completed, request.size);
    if (!isFinal(transfer.state))
        m_unfinished[keyOf(request.serverId, request.datasetId)] += by;
}
