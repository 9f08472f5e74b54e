// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/services/transfer.h"

#include <QHash>

#include <array>

//! The whole queue at a glance.
struct TransferSummary
{
    std::array<int, 6> counts = {}; //!< By Transfer::State.
    qint64 bytesToSend = 0; //!< Of all that is waiting or being sent.
    qint64 bytesSent = 0; //!< Of these.
    double rate = 0; //!< Bytes per second over all servers; 0 while unknown.

    int count(Transfer::State state) const { return counts[static_cast<size_t>(state)]; }
    int total() const;
    int unfinished() const; //!< Waiting, being sent or being indexed.

    bool operator==(const TransferSummary &) const = default;
};

//! Counts transfers as they come, change and go, so that nobody has to look at all of them.
class TransferTally
{
public:
    void add(const Transfer &transfer) { count(transfer, 1); }
    //! To be called with what was added; a change is a removal before it and an addition after it.
    void remove(const Transfer &transfer) { count(transfer, -1); }
    void setRate(double bytesPerSecond) { m_summary.rate = bytesPerSecond; }

    const TransferSummary &summary() const { return m_summary; }
    int unfinishedIn(const QString &serverId, const QString &datasetId) const;

private:
    void count(const Transfer &transfer, int by);

    TransferSummary m_summary;
    QHash<QString, int> m_unfinished; //!< By server and dataset.
};
