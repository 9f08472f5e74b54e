// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QDBusVirtualObject>
#include <QProcess>
#include <QTemporaryDir>

//! A gnome-keyring of its own on a session bus of its own, for the rest of this process. Make it before anything has
//! looked for a session bus.
class SecretService
{
public:
    SecretService();
    ~SecretService();

    //! Why it does not run; empty when it does.
    QString problem() const { return m_problem; }

    //! Locks the keyring. The daemon then asks a person for the password, and nobody answers.
    bool lock();
    //! Whether the daemon has asked for the password.
    bool hasAsked() const { return m_prompter.asked; }

private:
    class SilentPrompter : public QDBusVirtualObject
    {
    public:
        QString introspect(const QString &) const override { return {}; }
        bool handleMessage(const QDBusMessage &message, const QDBusConnection &connection) override;
        bool asked = false;
    };

    bool start(QProcess &process, const QString &program, const QStringList &arguments);

    QTemporaryDir m_home;
    QProcess m_bus;
    QProcess m_keyring;
    SilentPrompter m_prompter;
    QString m_problem;
};
