// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QMap>
#include <QObject>
#include <QProcess>
#include <QTimer>

#include <memory>

class Credentials;
class Server;

//! Runs `loredesk-server` for This computer: starts it, watches it, starts it again when it dies, ends it with us.
//! How it fares is the state of the Server.
class LocalServer : public QObject
{
    Q_OBJECT

public:
    static constexpr int maxUploadMiB = 500;
    static constexpr int maxDeaths = 5; //!< In a minute; after them it is not started again by itself.

    //! Where the program lies: beside this one, or in libexec.
    static QString defaultProgram();

    //! The process serves \a dataFolder.
    LocalServer(Server &server, Credentials &credentials, const QString &dataFolder,
                const QString &program = defaultProgram(), QObject *parent = nullptr);
    //! Ends the process, and waits for it up to three seconds. stop() and stopped() end it without waiting.
    ~LocalServer() override;

    //! Variables for the process, besides those of ours; one that runs is ended and started again with them.
    void setEnvironment(const QMap<QString, QString> &variables);

    //! Starts, or starts again after it failed.
    void start();
    //! Asks the process to end, and kills it when it does not within three seconds; stopped() follows.
    void stop();

    //! 0 while none runs.
    qint64 processId() const { return m_process ? m_process->processId() : 0; }

signals:
    void stopped();

private:
    void takeKey(const std::optional<QByteArray> &stored);
    void launch();
    void endProcess();
    void onOutput();
    void onErrorOutput();
    void onProblem(QProcess::ProcessError error);
    void onDeath();
    QString lastWords() const;

    Server &m_server;
    Credentials &m_credentials;
    QString m_dataFolder;
    QString m_program;
    QByteArray m_key;
    QMap<QString, QString> m_environment;
    std::unique_ptr<QProcess> m_process;
    QByteArray m_errorOutput; // the end of it
    QList<QDateTime> m_deaths; // of the last minute
    QTimer m_pause;
    QTimer m_keychainPatience;
    bool m_hasServed = false; // the present process, or the last one
    bool m_isStopping = false;
    bool m_isRestarting = false; // the process ends to be started with another environment
};
