// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QObject>

//! Whether the desktop is light or dark, as the settings portal says (org.freedesktop.portal.Settings,
//! org.freedesktop.appearance color-scheme): Qt 6.4 does not follow it by itself. Unknown where there is no portal.
class SystemColorScheme : public QObject
{
    Q_OBJECT

public:
    enum class Scheme { Unknown, Dark, Light }; //!< In the portal's order: 0, 1, 2.

    explicit SystemColorScheme(QDBusConnection bus, QObject *parent = nullptr);

    Scheme scheme() const { return m_scheme; }

signals:
    void changed();

private:
    void ask();
    void setValue(const QVariant &value);

    QDBusConnection m_bus;
    Scheme m_scheme = Scheme::Unknown;

private slots:
    void settingChanged(const QString &group, const QString &key);
};
