// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/http/access.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

//! What a check says; empty if it lets pass.
template <typename Check>
QString refusalOf(Check check)
{
    try {
        check();
    } catch (const http::Refusal &refusal) {
        return u"%1 %2: %3"_s.arg(refusal.status).arg(QString::fromLatin1(refusal.code), refusal.message);
    }
    return {};
}

} // namespace

class TestAccess : public QObject
{
    Q_OBJECT

private slots:
    void theKeyIsAskedInTheWordsOfTheRecordings_data()
    {
        const QString missing = u"401 unauthorized: Authorization header must be provided and start with 'Bearer'"_s;
        const QString scheme = u"401 unauthorized: Authorization scheme must be 'Bearer'"_s;
        const QString invalid = u"401 unauthorized: Access token is invalid"_s;
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QString>("refusal");
        QTest::newRow("right") << QByteArray("Bearer the-key") << QString();
        QTest::newRow("small letters") << QByteArray("bearer the-key") << QString();
        QTest::newRow("two spaces") << QByteArray("Bearer  the-key") << QString();
        QTest::newRow("none") << QByteArray() << missing;
        QTest::newRow("scheme alone") << QByteArray("Bearer") << missing;
        QTest::newRow("key alone") << QByteArray("the-key") << missing;
        QTest::newRow("another scheme") << QByteArray("Basic the-key") << scheme;
        QTest::newRow("wrong") << QByteArray("Bearer another") << invalid;
        QTest::newRow("beginning") << QByteArray("Bearer the-ke") << invalid;
        QTest::newRow("longer") << QByteArray("Bearer the-key2") << invalid;
        QTest::newRow("other letters") << QByteArray("Bearer THE-KEY") << invalid;
        QTest::newRow("no-break space") << QByteArray("Bearer \xa0the-key") << invalid;
    }

    void theKeyIsAskedInTheWordsOfTheRecordings()
    {
        QFETCH(QByteArray, header);
        QFETCH(QString, refusal);
        const http::Access access("the-key", {});
        QCOMPARE(refusalOf([&] { access.requireKey(header); }), refusal);
    }

    void onlyNamesOfThisServerAreAnswered_data()
    {
        QTest::addColumn<QByteArray>("host");
        QTest::addColumn<bool>("ours");
        QTest::newRow("address") << QByteArray("127.0.0.1:8020") << true;
        QTest::newRow("name") << QByteArray("LocalHost:8020") << true;
        QTest::newRow("name with dot") << QByteArray("localhost.") << true;
        QTest::newRow("IPv6") << QByteArray("[::1]:8020") << true;
        QTest::newRow("allowed") << QByteArray("desk.example:80") << true;
        QTest::newRow("another") << QByteArray("example.com") << false;
        QTest::newRow("begins alike") << QByteArray("localhost.example.com") << false;
        QTest::newRow("none") << QByteArray() << false;
        QTest::newRow("only a port") << QByteArray(":8020") << false;
        QTest::newRow("broken") << QByteArray("[") << false;
    }

    void onlyNamesOfThisServerAreAnswered()
    {
        QFETCH(QByteArray, host);
        QFETCH(bool, ours);
        const http::Access access("the-key", {u"Desk.example"_s});
        QCOMPARE(refusalOf([&] { access.requireHost(host); }).isEmpty(), ours);
    }
};

LOREDESK_TEST(tst_access, TestAccess)

#include "tst_access.moc"
