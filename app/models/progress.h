// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/indexingstatus.h"

#include <QList>
#include <QMetaType>

//! What a progress bar shows of a file on its way. Every count was reported while sending or answered by the server;
//! none is made up between two answers.
struct Progress
{
    enum class Kind { None, Sending, Indexing };

    Kind kind = Kind::None;
    IndexingStatus::Stage stage = IndexingStatus::Stage::Waiting; //!< Only while indexing.
    qint64 completed = 0; //!< Bytes while sending, chunks while indexing.
    qint64 total = 0; //!< 0 while nobody knows.
    double rate = 0; //!< Bytes or chunks per second; 0 while unknown.
    qint64 secondsLeft = -1; //!< -1 while unknown.
    qint64 stuckSince = 0; //!< Seconds since 1970 of the last change when there was none for ten minutes; else 0.

    bool operator==(const Progress &) const = default;
};
Q_DECLARE_METATYPE(Progress)

//! From 0 to 1, or -1 while it cannot be told and the bar only shows that something happens.
double fraction(const Progress &progress);

//! In words: "61 of 98 chunks · 4 s left", "Waiting", "No progress since 14:02". Empty for Kind::None.
QString progressText(const Progress &progress);

//! Speed over the last seconds, from counts as they come in.
class RateMeter
{
public:
    //! \a count has been reached at \a msecs (any monotonic clock). A count below the last one starts anew.
    void add(qint64 count, qint64 msecs);
    double perSecond() const; //!< 0 until two different counts are known.
    //! Whole seconds, rounded up, until \a total is reached; -1 while unknown.
    qint64 secondsTo(qint64 total) const;

private:
    struct Sample
    {
        qint64 count;
        qint64 msecs;
    };
    QList<Sample> m_samples; //!< At most ten seconds of them.
};
