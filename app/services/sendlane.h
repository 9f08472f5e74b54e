// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/services/transferlist.h"

#include <QHash>

#include <deque>

class PipelineApi;

//! What waits to be sent to one server, in its order, and when it may. All times are milliseconds since 1970.
class SendLane
{
public:
    static constexpr int sendsAtOnce = 3;

    SendLane(const DocumentsApi &documentsApi, const PipelineApi &pipelineApi, int firstPause)
        : api(&documentsApi)
        , pipelines(&pipelineApi)
        , m_firstPause(firstPause)
    { }

    void append(TransferRow *row);
    //! Back to its place, after an attempt.
    void prepend(TransferRow *row) { m_waiting.push_front(row); }
    //! It is finished, one way or another.
    void forget(TransferRow *row);

    //! The next one that may be sent now, which is counted as being sent then; null when none.
    TransferRow *takeNext(qint64 now);
    void sent() { --m_sending; } //!< Or not: the attempt is over.
    //! When takeNext() may give something again without a change; 0 when only a change can tell.
    qint64 nextTime(qint64 now) const;

    //! The server answered.
    void worked() { m_failures = 0; }
    //! It did not: until when to leave it (or only this file) alone.
    qint64 pauseAfter(const ApiError &error, qint64 now);

    const DocumentsApi *api;
    const PipelineApi *pipelines;

private:
    bool mayStart(const TransferRow &row, qint64 now) const;

    std::deque<TransferRow *> m_waiting;
    QHash<QString, QList<TransferRow *>> m_byName; //!< Unfinished ones, by dataset and name, oldest first.
    int m_firstPause; //!< After the server did not answer; it doubles up to half a minute.
    int m_sending = 0;
    int m_failures = 0; //!< Since the last answer.
    qint64 m_pausedUntil = 0;
};
