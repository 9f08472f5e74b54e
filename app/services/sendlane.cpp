// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/sendlane.h"

#include <algorithm>
#include <limits>

namespace {

constexpr qint64 longestPause = 30'000; //!< Milliseconds.
constexpr qint64 busyPause = 2'000; //!< While a document of the same name is being indexed.
constexpr qint64 rateLimitPause = 60'000; //!< Where the server does not say; its limits are per minute.

QString nameKey(const TransferRow &row)
{
    return row.transfer.request.datasetId + u'/' + row.transfer.request.name;
}

} // namespace

void SendLane::append(TransferRow *row)
{
    m_waiting.push_back(row);
    m_byName[nameKey(*row)].append(row);
}

void SendLane::forget(TransferRow *row)
{
    std::erase(m_waiting, row);
    const QString key = nameKey(*row);
    const auto name = m_byName.find(key);
    if (name == m_byName.end())
        return;
    name->removeOne(row);
    if (name->isEmpty())
        m_byName.remove(key);
}

TransferRow *SendLane::takeNext(qint64 now)
{
    if (m_sending >= sendsAtOnce || now < m_pausedUntil)
        return nullptr;
    const auto next
        = std::find_if(m_waiting.begin(), m_waiting.end(), [&](const TransferRow *row) { return mayStart(*row, now); });
    if (next == m_waiting.end())
        return nullptr;
    TransferRow *row = *next;
    m_waiting.erase(next);
    ++m_sending;
    return row;
}

bool SendLane::mayStart(const TransferRow &row, qint64 now) const
{
    if (row.transfer.nextTry > now)
        return false;
    // While an earlier file of the same name is on its way, replacing it would write into what is being indexed.
    return row.transfer.request.onSameName != OnSameName::Replace || m_byName.value(nameKey(row)).value(0) == &row;
}

qint64 SendLane::nextTime(qint64 now) const
{
    if (m_waiting.empty())
        return 0;
    if (m_pausedUntil > now)
        return m_pausedUntil;
    qint64 next = std::numeric_limits<qint64>::max();
    for (const TransferRow *row : m_waiting) {
        if (row->transfer.nextTry > now)
            next = std::min(next, row->transfer.nextTry);
    }
    return next == std::numeric_limits<qint64>::max() ? 0 : next;
}

qint64 SendLane::pauseAfter(const ApiError &error, qint64 now)
{
    using Kind = ApiError::Kind;
    if (error.kind == Kind::Busy) {
        m_failures = 0;
        return now + busyPause;
    }
    qint64 pause = std::min(longestPause, qint64(m_firstPause) << std::min(m_failures++, 10));
    if (error.kind == Kind::RateLimited)
        pause = error.retryAfter >= 0 ? error.retryAfter * 1000 : rateLimitPause;
    m_pausedUntil = std::max(m_pausedUntil, now + pause);
    return now + pause;
}
