// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <cstdint>
#include <mutex>

//! A mutex that is given to those who wait in the order in which they came, so that bulk work which takes it again and
//! again holds up an edit for one slice only.
class FairMutex
{
public:
    void lock()
    {
        std::unique_lock guard(m_mutex);
        const auto ticket = m_next++;
        m_changed.wait(guard, [&] { return ticket == m_serving; });
    }

    void unlock()
    {
        {
            const std::lock_guard guard(m_mutex);
            ++m_serving;
        }
        m_changed.notify_all();
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::uint64_t m_next = 0;
    std::uint64_t m_serving = 0;
};
