// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/http/lifetime.h"

#include <QFile>

#include <csignal>
#include <thread>

#ifdef Q_OS_UNIX
#include <QSocketNotifier>
#include <unistd.h>
#endif

namespace {

#ifdef Q_OS_UNIX
int signalPipe[2] = {-1, -1};

void onSignal(int)
{
    const char byte = 0;
    [[maybe_unused]] const auto written = ::write(signalPipe[1], &byte, 1);
}
#endif

} // namespace

Lifetime::Lifetime(Input input, QObject *parent)
    : QObject(parent)
    , m_listener(std::make_shared<Listener>())
{
    m_listener->object = this;
    watchSignals();
    if (input == Input::Watch)
        watchInput();
}

Lifetime::~Lifetime()
{
    const std::lock_guard lock(m_listener->mutex);
    m_listener->object = nullptr;
}

void Lifetime::watchSignals()
{
#ifdef Q_OS_UNIX
    if (::pipe(signalPipe) != 0)
        return;
    auto *notifier = new QSocketNotifier(signalPipe[0], QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, [this, notifier] {
        notifier->setEnabled(false);
        emit over();
    });
    for (const int signal : {SIGTERM, SIGINT, SIGHUP})
        std::signal(signal, onSignal);
    std::signal(SIGPIPE, SIG_IGN);
#endif
}

void Lifetime::watchInput()
{
    // A thread that reads is what works for pipes, terminals and files everywhere; it is left to itself at the end.
    std::thread([listener = m_listener] {
        QFile input;
        char ignored[256];
        if (input.open(0, QIODevice::ReadOnly | QIODevice::Unbuffered)) {
            while (input.read(ignored, sizeof ignored) > 0) { }
        }
        const std::lock_guard lock(listener->mutex);
        if (listener->object)
            QMetaObject::invokeMethod(listener->object, &Lifetime::over, Qt::QueuedConnection);
    }).detach();
}
