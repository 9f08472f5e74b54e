// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#ifdef LOREDESK_CRASHPOINTS

#include <QByteArray>

#include <atomic>
#include <csignal>
#include <cstdlib>

//! Kills the process when the environment variable LOREDESK_CRASH_AT is \a name, or \a name and ":3" the third time it
//! comes by. Only in builds with tests.
inline void crashPoint(const char *name)
{
    static const auto wanted = qgetenv("LOREDESK_CRASH_AT").split(':');
    static std::atomic_int passed = 0;
    if (wanted.first() != name || ++passed < (wanted.size() > 1 ? wanted.at(1).toInt() : 1))
        return;
#ifdef SIGKILL
    std::raise(SIGKILL);
#endif
    std::_Exit(1);
}

#else

inline void crashPoint(const char *) { }

#endif
