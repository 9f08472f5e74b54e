// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/services/transfer.h"

#include <QHash>

#include <array>

//! The whole queue at a glance.
struct TransferSummary
{
    std::array<int, 6> counts = {}; //!< By Transfer::State.
    double rate = 0; //!< Bytes sent per second over all servers; 0 while unknown.

    // The present run: what is on its way, with what ended since nothing was. What there is to do is counted in bytes:
    // each is to be sent and to be indexed, and a file costs something whatever its size.
    int runFiles = 0;
    int runEnded = 0; //!< Of them finished, failed or cancelled.
    qint64 runWork = 0;
    qint64 runDone = 0; //!< Of runWork.
    qint64 secondsLeft = -1; //!< Until the run is over; -1 while unknown.

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
    void setSpeed(double bytesPerSecond, qint64 secondsLeft);

    //! What a transfer that comes (again) carries in Transfer::run; a new run when nothing else is on its way.
    int runForNext();

    const TransferSummary &summary() const { return m_summary; }
    int unfinishedIn(const QString &serverId, const QString &datasetId) const;

private:
    void count(const Transfer &transfer, int by);

    TransferSummary m_summary;
    int m_run = 0;
    QHash<QString, int> m_unfinished; //!< By server and dataset.
};
