// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/progress.h"

#include "app/models/format.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 windowMsecs = 10'000;

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Progress)
};

QString stageText(const Progress &progress)
{
    using Stage = IndexingStatus::Stage;
    switch (progress.stage) {
    case Stage::Waiting:
        return Texts::tr("Waiting to be indexed");
    case Stage::Parsing:
        return Texts::tr("Reading");
    case Stage::Cleaning:
        return Texts::tr("Cleaning");
    case Stage::Splitting:
        return progress.total > 0 ? Texts::tr("Splitting: %1 chunks").arg(format::count(progress.total))
                                  : Texts::tr("Splitting");
    case Stage::Indexing:
        return progress.total > 0
                   ? Texts::tr("%1 of %2 chunks").arg(format::count(progress.completed), format::count(progress.total))
                   : Texts::tr("Indexing");
    case Stage::Paused:
        return Texts::tr("Paused by the server");
    case Stage::Completed:
        return Texts::tr("Indexed");
    case Stage::Failed:
        return Texts::tr("Failed");
    }
    return {};
}

} // namespace

double fraction(const Progress &progress)
{
    const bool isCounted
        = progress.kind == Progress::Kind::Sending
          || (progress.kind == Progress::Kind::Indexing && progress.stage >= IndexingStatus::Stage::Indexing);
    if (!isCounted || progress.total <= 0)
        return -1;
    return qBound(0.0, static_cast<double>(progress.completed) / static_cast<double>(progress.total), 1.0);
}

QString progressText(const Progress &progress)
{
    if (progress.kind == Progress::Kind::None)
        return {};
    if (progress.stuckSince > 0) {
        const auto since = QDateTime::fromSecsSinceEpoch(progress.stuckSince).time();
        return Texts::tr("No progress since %1").arg(QLocale().toString(since, QLocale::ShortFormat));
    }
    QStringList parts;
    if (progress.kind == Progress::Kind::Sending) {
        parts.append(
            Texts::tr("Sending: %1 of %2").arg(format::bytes(progress.completed), format::bytes(progress.total)));
        if (progress.rate > 0)
            parts.append(Texts::tr("%1 a second").arg(format::bytes(std::llround(progress.rate))));
    } else {
        parts.append(stageText(progress));
    }
    if (progress.secondsLeft > 0)
        parts.append(Texts::tr("%1 left").arg(format::seconds(progress.secondsLeft)));
    return parts.join(u" · "_s);
}

void RateMeter::add(qint64 count, qint64 msecs)
{
    if (!m_samples.isEmpty() && count < m_samples.last().count)
        m_samples.clear();
    m_samples.append({count, msecs});
    while (m_samples.size() > 2 && msecs - m_samples.at(1).msecs >= windowMsecs)
        m_samples.removeFirst();
    // Two samples closer together than this tell nothing the first would not.
    if (m_samples.size() > 2 && msecs - m_samples.at(m_samples.size() - 2).msecs < windowMsecs / 50)
        m_samples.remove(m_samples.size() - 2);
}

double RateMeter::perSecond() const
{
    if (m_samples.size() < 2)
        return 0;
    const Sample &first = m_samples.first();
    const Sample &last = m_samples.last();
    return last.msecs > first.msecs
               ? 1000.0 * static_cast<double>(last.count - first.count) / static_cast<double>(last.msecs - first.msecs)
               : 0;
}

qint64 RateMeter::secondsTo(qint64 total) const
{
    const double rate = perSecond();
    if (rate <= 0 || total < m_samples.last().count)
        return -1;
    return static_cast<qint64>(std::ceil(static_cast<double>(total - m_samples.last().count) / rate));
}
