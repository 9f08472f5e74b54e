// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <memory>
#include <mutex>

//! Tells when the program is to end: on SIGTERM, SIGINT or SIGHUP, and when its standard input closes, which is how it
//! learns that whoever started it has died. One object in a program.
class Lifetime : public QObject
{
    Q_OBJECT

public:
    enum class Input { Watch, Ignore };

    explicit Lifetime(Input input, QObject *parent = nullptr);
    ~Lifetime() override;

signals:
    void over();

private:
    struct Listener
    {
        std::mutex mutex;
        Lifetime *object = nullptr;
    };

    void watchInput();

    std::shared_ptr<Listener> m_listener; //!< Shared with the thread that reads, which may outlive this object.
};
