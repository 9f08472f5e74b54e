// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/systemcolorscheme.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>

using namespace Qt::Literals::StringLiterals;

namespace {

const QString portal = u"org.freedesktop.portal.Desktop"_s;
const QString portalPath = u"/org/freedesktop/portal/desktop"_s;
const QString settings = u"org.freedesktop.portal.Settings"_s;
const QString appearance = u"org.freedesktop.appearance"_s;
const QString colorScheme = u"color-scheme"_s;

} // namespace

SystemColorScheme::SystemColorScheme(QDBusConnection bus, QObject *parent)
    : QObject(parent)
    , m_bus(std::move(bus))
{
    if (!m_bus.isConnected())
        return;
    // From whomever: the answer to ask() counts, not what the signal says.
    m_bus.connect({}, portalPath, settings, u"SettingChanged"_s, this, SLOT(settingChanged(QString, QString)));
    ask();
}

void SystemColorScheme::ask()
{
    // Read, not the newer ReadOne: every portal has it. It wraps the value in one variant more.
    auto message = QDBusMessage::createMethodCall(portal, portalPath, settings, u"Read"_s);
    message.setArguments({appearance, colorScheme});
    auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(message), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        watcher->deleteLater();
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        if (reply.isValid())
            setValue(reply.value().variant());
    });
}

void SystemColorScheme::settingChanged(const QString &group, const QString &key)
{
    if (group == appearance && key == colorScheme)
        ask();
}

void SystemColorScheme::setValue(const QVariant &value)
{
    const QVariant inner = value.canConvert<QDBusVariant>() ? value.value<QDBusVariant>().variant() : value;
    const uint number = inner.toUInt();
    const auto scheme = number <= 2 ? static_cast<Scheme>(number) : Scheme::Unknown;
    if (scheme == m_scheme)
        return;
    m_scheme = scheme;
    emit changed();
}
