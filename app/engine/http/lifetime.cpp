// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/http/lifetime.h"

#include "app/terminationsignals.h"

#include <QFile>

#include <csignal>
#include <thread>

Lifetime::Lifetime(Input input, QObject *parent)
    : QObject(parent)
    , m_listener(std::make_shared<Listener>())
{
    m_listener->object = this;
    terminationsignals::watch(this, [this] { emit over(); });
#ifdef Q_OS_UNIX
    std::signal(SIGPIPE, SIG_IGN);
#endif
    if (input == Input::Watch)
        watchInput();
}

Lifetime::~Lifetime()
{
    const std::lock_guard lock(m_listener->mutex);
    m_listener->object = nullptr;
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
