// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QObject>

#include <functional>
#include <optional>

//! The keys of the servers, by server id, in the keychain of the system. Where there is none, a key lives in memory
//! until the program ends, and is never written anywhere.
class Credentials : public QObject
{
    Q_OBJECT

public:
    //! \a service is the name the keychain shows for the entries.
    explicit Credentials(const QString &service = QStringLiteral("Loredesk"), QObject *parent = nullptr);

    //! The key, or nothing when none is stored.
    using Handler = std::function<void(const std::optional<QByteArray> &)>;

    //! Hands the key to \a handler, unless \a context is gone by then. While the keychain asks the person to unlock it,
    //! that may take for ever.
    void read(const QString &serverId, const QObject *context, const Handler &handler);
    void write(const QString &serverId, const QByteArray &key);
    void remove(const QString &serverId);

    //! False once the keychain refused or turned out to be missing: keys are then kept until the program ends.
    bool isPersistent() const { return m_isPersistent; }
    //! Keychain operations that have not ended yet.
    int pending() const { return m_pending; }

signals:
    void persistentChanged();
    void pendingChanged();

private:
    void began();
    void ended();
    void setPersistent(bool persistent);

    QString m_service;
    QHash<QString, QByteArray> m_memory;
    bool m_isPersistent = true;
    int m_pending = 0;
};
