// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/credentials.h"
#include "tests/support/secretservice.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

//! Against a real secret service.
class TestCredentials : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_service = std::make_unique<SecretService>();
        QVERIFY2(m_service->problem().isEmpty(), qPrintable(m_service->problem()));
    }
    void cleanupTestCase() { m_service.reset(); }

    void aKeyOutlivesTheProgram()
    {
        write(u"a"_s, "secret of a");

        QCOMPARE(read(u"a"_s), "secret of a");
    }

    void eachServerHasItsOwnKey()
    {
        write(u"a"_s, "secret of a");
        write(u"b"_s, "secret of b");

        QCOMPARE(read(u"a"_s), "secret of a");
        QCOMPARE(read(u"b"_s), "secret of b");
    }

    void aNewKeyReplacesTheOldOne()
    {
        write(u"a"_s, "old");
        write(u"a"_s, "new");

        QCOMPARE(read(u"a"_s), "new");
    }

    void aRemovedKeyIsGone()
    {
        write(u"a"_s, "secret of a");
        Credentials credentials;
        credentials.remove(u"a"_s);
        QTRY_COMPARE_WITH_TIMEOUT(credentials.pending(), 0, 30'000);

        QCOMPARE(read(u"a"_s), QByteArray());
    }

    void aKeyThatWasNeverStoredIsNoFailureOfTheKeychain()
    {
        Credentials credentials;
        bool answered = false;
        credentials.read(u"never"_s, this, [&](const auto &key) { answered = !key; });

        QTRY_VERIFY_WITH_TIMEOUT(answered, 30'000);
        QVERIFY(credentials.isPersistent());
    }

    void whoIsGoneIsNotTold()
    {
        Credentials credentials;
        {
            QObject listener;
            credentials.read(u"a"_s, &listener, [](const auto &) { QFAIL("told"); });
        }

        QTRY_COMPARE_WITH_TIMEOUT(credentials.pending(), 0, 30'000);
    }

private:
    //! By a program that ends right after.
    static void write(const QString &id, const QByteArray &key)
    {
        Credentials credentials;
        credentials.write(id, key);
        QTRY_COMPARE_WITH_TIMEOUT(credentials.pending(), 0, 30'000);
        QVERIFY(credentials.isPersistent());
    }

    //! By the next program.
    QByteArray read(const QString &id)
    {
        Credentials credentials;
        QByteArray found;
        credentials.read(id, this, [&](const auto &key) { found = key.value_or(QByteArray()); });
        [&] { QTRY_COMPARE_WITH_TIMEOUT(credentials.pending(), 0, 30'000); }();
        return found;
    }

    std::unique_ptr<SecretService> m_service;
};

LOREDESK_TEST(tst_credentials, TestCredentials)
#include "tst_credentials.moc"
