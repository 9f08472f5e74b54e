// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/credentials.h"
#include "app/services/localserver.h"
#include "app/services/servers.h"
#include "tests/support/fakenetwork.h"
#include "tests/support/programs.h"
#include "tests/support/secretservice.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

//! The keychain asks the person to unlock it, and nobody is there.
class TestLockedKeychain : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_service = std::make_unique<SecretService>();
        QVERIFY2(m_service->problem().isEmpty(), qPrintable(m_service->problem()));
        Servers servers(m_network, m_credentials, m_folder.path());
        servers.add(u"Acme"_s, {QUrl(u"https://acme.test/v1"_s)}, "secret");
        QTRY_COMPARE_WITH_TIMEOUT(m_credentials.pending(), 0, 30'000);
        QVERIFY(m_credentials.isPersistent());
        QVERIFY(m_service->lock());
    }
    void cleanupTestCase() { m_service.reset(); }

    void aServerWaitsForTheKeychainAndTheRestGoesOn()
    {
        Credentials credentials;
        Servers servers(m_network, credentials, m_folder.path());
        int ticks = 0;
        QTimer heartbeat;
        connect(&heartbeat, &QTimer::timeout, this, [&] { ++ticks; });
        heartbeat.start(1);

        servers.load();

        QTRY_VERIFY_WITH_TIMEOUT(m_service->hasAsked(), 30'000);
        QTRY_COMPARE_WITH_TIMEOUT(servers.all().constLast()->state(), Server::State::WaitingForKeychain, 30'000);
        QVERIFY(ticks > 1);
        QCOMPARE(credentials.pending(), 1);
    }

    void thisComputerDoesNotWait()
    {
        Credentials credentials;
        Servers servers(m_network, credentials, m_folder.path());
        QFile orders(m_folder.filePath(u"orders"_s));
        QVERIFY(orders.open(QIODevice::WriteOnly) && orders.write("serve") > 0);
        orders.close();
        LocalServer local(servers.local(), credentials, m_folder.path(), programOfTests(u"test_mortalserver"_s));

        local.start();

        QTRY_COMPARE_WITH_TIMEOUT(servers.local().state(), Server::State::Ready, 30'000);
    }

private:
    std::unique_ptr<SecretService> m_service;
    FakeNetwork m_network;
    Credentials m_credentials;
    QTemporaryDir m_folder;
};

LOREDESK_TEST(tst_lockedkeychain, TestLockedKeychain)
#include "tst_lockedkeychain.moc"
