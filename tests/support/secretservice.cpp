// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/secretservice.h"

#include <QDBusConnectionInterface>
#include <QDBusInterface>
#include <QDBusObjectPath>
#include <QDBusReply>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

const QString connectionName = u"secret service"_s;

} // namespace

SecretService::SecretService()
{
    for (const char *name : {"XDG_CURRENT_DESKTOP", "DESKTOP_SESSION", "KDE_FULL_SESSION", "GNOME_KEYRING_CONTROL"})
        qunsetenv(name);
    qputenv("XDG_DATA_HOME", m_home.path().toUtf8());
    qputenv("XDG_RUNTIME_DIR", m_home.path().toUtf8());
    if (!start(m_bus, u"dbus-daemon"_s, {u"--session"_s, u"--nofork"_s, u"--print-address=1"_s, u"--nopidfile"_s}))
        return;
    while (!m_bus.canReadLine() && m_bus.waitForReadyRead()) { }
    const QByteArray address = m_bus.readLine().trimmed();
    qputenv("DBUS_SESSION_BUS_ADDRESS", address);

    auto bus = QDBusConnection::connectToBus(QString::fromUtf8(address), connectionName);
    bus.registerVirtualObject(u"/org/gnome/keyring/Prompter"_s, &m_prompter);
    bus.registerService(u"org.gnome.keyring.SystemPrompter"_s);

    if (!start(m_keyring, u"gnome-keyring-daemon"_s,
               {u"--foreground"_s, u"--unlock"_s, u"--components=secrets"_s,
                u"--control-directory="_s + m_home.filePath(u"control"_s)}))
        return;
    m_keyring.write("password of the test");
    m_keyring.closeWriteChannel();
    const auto isThere = [&] { return bus.interface()->isServiceRegistered(u"org.freedesktop.secrets"_s).value(); };
    if (!QTest::qWaitFor(isThere, 30'000))
        m_problem = u"no secret service appeared: "_s + QString::fromUtf8(m_keyring.readAllStandardError());
}

SecretService::~SecretService()
{
    QDBusConnection::disconnectFromBus(connectionName);
    for (QProcess *process : {&m_keyring, &m_bus}) {
        process->terminate();
        process->waitForFinished();
    }
}

bool SecretService::start(QProcess &process, const QString &program, const QStringList &arguments)
{
    process.start(program, arguments);
    if (process.waitForStarted())
        return true;
    m_problem = program + u": "_s + process.errorString();
    return false;
}

bool SecretService::lock()
{
    QDBusInterface service(u"org.freedesktop.secrets"_s, u"/org/freedesktop/secrets"_s,
                           u"org.freedesktop.Secret.Service"_s, QDBusConnection(connectionName));
    const QList<QDBusObjectPath> collections{QDBusObjectPath(u"/org/freedesktop/secrets/collection/login"_s)};
    return service.call(u"Lock"_s, QVariant::fromValue(collections)).type() == QDBusMessage::ReplyMessage;
}

bool SecretService::SilentPrompter::handleMessage(const QDBusMessage &message, const QDBusConnection &)
{
    if (message.interface() == "org.gnome.keyring.internal.Prompter"_L1)
        asked = true;
    return true; // taken, and never answered
}
