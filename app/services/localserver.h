// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QProcess>
#include <QTimer>

class Credentials;
class Server;

//! Runs `loredesk-server` for This computer: starts it, watches it, starts it again when it dies, ends it with us.
class LocalServer : public QObject
{
    Q_OBJECT

public:
    static constexpr int maxUploadMiB = 500;
    static constexpr int maxDeathsPerMinute = 5;

    //! Where the program lies: beside this one, in the build tree, or in libexec.
    static QString defaultProgram();

    LocalServer(Server &server, Credentials &credentials, const QString &dataFolder,
                const QString &program = defaultProgram(), QObject *parent = nullptr);
    //! Lets the process end in its own time; does not wait.
    ~LocalServer() override;

    //! Starts, or starts again after it failed.
    void start();
    //! Ends the process by closing its input.
    void stop();

    qint64 processId() const { return m_process ? m_process->processId() : 0; }

signals:
    void stopped();
};
