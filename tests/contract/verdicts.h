// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/contract/replay.h"

#include <QMap>

//! Says of every exchange whether its answer was as recorded, prints it and counts it by operation.
//! fixtures/contract/deviations.json has the answers that differ on purpose: what is answered instead, and by which
//! rule of docs/deviations.md;
//! unreplayable.json those that nobody can ask an empty server for: what each would need.
class Verdicts
{
public:
    Verdicts();

    // By the names of the exchanges.
    static QJsonObject deviations();
    static QJsonObject unreplayable();

    //! Whether it can be replayed; if not, it is printed and counted at once.
    bool isReplayable(const QJsonObject &exchange);
    //! False if the answer differs without leave.
    bool judge(const QJsonObject &exchange, const Replay::Outcome &outcome);

    //! Lines of both files that were met by no exchange of the replayed ones.
    QStringList unused() const;
    void printTotals() const;

private:
    enum Verdict { AsRecorded, OnPurpose, NotReplayable, Differs, VerdictCount };
    void count(const QJsonObject &exchange, Verdict verdict, const QStringList &details);
    QStringList checkDeviation(const QJsonObject &deviation, const Replay::Outcome &outcome) const;

    QJsonObject m_deviations;
    QJsonObject m_unreplayable;
    QStringList m_met;
    QMap<QString, std::array<int, VerdictCount>> m_counts; //!< By operation.
};
