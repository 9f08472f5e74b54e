// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/programs.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

//! The engine in a process of its own, which dies at the named point, or when it is told.
class Driver
{
public:
    explicit Driver(const QString &folder, const QString &crashAt = {}, const QStringList &arguments = {})
    {
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("LOREDESK_CRASH_AT"), crashAt);
        m_process.setProcessEnvironment(environment);
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(programOfTests(QStringLiteral("enginedriver")), QStringList{folder} + arguments);
        m_isAlive = answer().has_value();
    }
    ~Driver() { kill(); }

    bool isAlive() const { return m_isAlive; }

    //! The row that the command made, once it is acknowledged; nothing when the process died before.
    std::optional<qint64> run(const QJsonObject &command)
    {
        send(command);
        return answer();
    }

    void send(const QJsonObject &command)
    {
        m_process.write(QJsonDocument(command).toJson(QJsonDocument::Compact) + '\n');
        m_process.waitForBytesWritten();
    }

    std::optional<qint64> answer()
    {
        while (!m_process.canReadLine()) {
            if (!m_process.waitForReadyRead(60'000) && !m_process.canReadLine()) {
                m_isAlive = false;
                return {};
            }
        }
        return QJsonDocument::fromJson(m_process.readLine()).object()[QStringLiteral("row")].toInteger();
    }

    //! Whether an answer comes within so many milliseconds.
    bool waits(int milliseconds) { return m_process.canReadLine() || m_process.waitForReadyRead(milliseconds); }

    //! kill -9
    void kill()
    {
        m_process.kill();
        m_process.waitForFinished();
        m_isAlive = false;
    }

private:
    QProcess m_process;
    bool m_isAlive = false;
};
