// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QTemporaryDir>
#include <QUrl>

//! The real loredesk-server of this build on a temporary data folder, which outlives its restarts.
//! Blocks while it waits; the process ends with the object.
class ServerProcess
{
public:
    //! \a arguments: besides --data.
    explicit ServerProcess(const QStringList &arguments = {});
    ~ServerProcess();

    //! Starts it, again after an end, and waits for its line. False when it ended instead; errors() says why then.
    bool start();
    QUrl url() const { return m_url; } //!< http://127.0.0.1:PORT/v1; another port after each start.
    QString key() const { return m_key; }
    QString folder() const { return m_folder.path(); } //!< The data folder.

    void kill(); //!< As by a crash: nothing in it gets a chance to finish.
    void terminate(); //!< Asks it to end by SIGTERM.
    void closeInput(); //!< As when its parent dies.
    bool waitForEnd(); //!< True when it has ended by itself, within a minute.

    //! For those who want it unlike the usual: another key, no key, another folder.
    void setEnvironment(const QProcessEnvironment &environment) { m_process.setProcessEnvironment(environment); }
    QProcess &process() { return m_process; }
    QByteArray output(); //!< All that it has written on standard output.
    QString errors(); //!< All that it has written on standard error.

    static QString program(); //!< Where the executable is.

private:
    Q_DISABLE_COPY_MOVE(ServerProcess)

    QTemporaryDir m_folder;
    QString m_key = QStringLiteral("test-key");
    QStringList m_arguments;
    QUrl m_url;
    QByteArray m_output;
    QByteArray m_errors;
    QProcess m_process; // the first to go, as it uses the folder
};
