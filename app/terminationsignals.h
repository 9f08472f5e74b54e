// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <functional>

#ifdef Q_OS_UNIX
#include <QSocketNotifier>

#include <csignal>
#include <fcntl.h>
#include <unistd.h>
#endif

namespace terminationsignals {

//! Calls \a then once, from the event loop, when the system asks the program to end: SIGTERM, SIGINT or SIGHUP.
//! To be called once in a program; \a then is forgotten with \a context.
inline void watch(QObject *context, const std::function<void()> &then)
{
#ifdef Q_OS_UNIX
    static int ends[2];
    if (::pipe(ends) != 0)
        return;
    for (const int end : ends)
        ::fcntl(end, F_SETFD, FD_CLOEXEC);
    auto *notifier = new QSocketNotifier(ends[0], QSocketNotifier::Read, context);
    QObject::connect(notifier, &QSocketNotifier::activated, context, [notifier, then] {
        notifier->setEnabled(false);
        then();
    });
    for (const int signal : {SIGTERM, SIGINT, SIGHUP}) {
        std::signal(signal, [](int) {
            const char byte = 0;
            [[maybe_unused]] const auto written = ::write(ends[1], &byte, 1);
        });
    }
#else
    Q_UNUSED(context)
    Q_UNUSED(then)
#endif
}

} // namespace terminationsignals
