// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/servercheck.h"
#include "tests/support/fakenetwork.h"
#include "tests/support/rawserver.h"
#include "tests/support/testmain.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TestServerCheck : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_network = std::make_unique<FakeNetwork>();
        m_check = std::make_unique<ServerCheck>(*m_network);
        m_succeeded = std::make_unique<QSignalSpy>(m_check.get(), &ServerCheck::succeeded);
        m_failed = std::make_unique<QSignalSpy>(m_check.get(), &ServerCheck::failed);
        m_bound = std::make_unique<QSignalSpy>(m_check.get(), &ServerCheck::keyIsBound);
        m_asked = std::make_unique<QSignalSpy>(m_check.get(), &ServerCheck::confirmationNeeded);
    }

    void pastedAddressesBecomeBaseUrls_data()
    {
        QTest::addColumn<QString>("pasted");
        QTest::addColumn<QString>("base");
        const auto row
            = [](const QString &pasted, const QString &base) { QTest::newRow(qPrintable(pasted)) << pasted << base; };
        row(u"https://dify.test/v1"_s, u"https://dify.test/v1"_s);
        row(u"https://dify.test/v1/"_s, u"https://dify.test/v1"_s);
        row(u"  https://dify.test  "_s, u"https://dify.test/v1"_s);
        row(u"https://dify.test/"_s, u"https://dify.test/v1"_s);
        row(u"dify.test"_s, u"https://dify.test/v1"_s);
        row(u"dify.test:8443"_s, u"https://dify.test:8443/v1"_s);
        row(u"localhost:5001"_s, u"http://localhost:5001/v1"_s);
        row(u"127.0.0.1:5001/v1"_s, u"http://127.0.0.1:5001/v1"_s);
        row(u"[::1]:5001"_s, u"http://[::1]:5001/v1"_s);
        row(u"HTTP://Dify.Test"_s, u"http://dify.test/v1"_s);
        row(u"https://dify.test/datasets"_s, u"https://dify.test/v1"_s);
        row(u"https://dify.test/datasets/0b7e4edc/documents?page=2"_s, u"https://dify.test/v1"_s);
        row(u"https://dify.test/v1/datasets?page=1&limit=20"_s, u"https://dify.test/v1"_s);
        row(u"https://dify.test/signin#x"_s, u"https://dify.test/v1"_s);
        row(u"https://intra.test/tools-of-ours/dify"_s, u"https://intra.test/tools-of-ours/dify/v1"_s);
        row(u"https://intra.test/dify/datasets"_s, u"https://intra.test/dify/v1"_s);
        row(u"https://me:secret@dify.test/v1"_s, u"https://dify.test/v1"_s);
        row(u"https://cloud.dify.ai/datasets"_s, u"https://api.dify.ai/v1"_s);
        row(u"https://api.dify.ai/v1"_s, u"https://api.dify.ai/v1"_s);
    }
    void pastedAddressesBecomeBaseUrls()
    {
        QFETCH(QString, pasted);
        QFETCH(QString, base);
        QCOMPARE(ServerCheck::baseUrlFrom(pasted), QUrl(base));
    }

    void whatIsNoAddressIsInvalid_data()
    {
        QTest::addColumn<QString>("pasted");
        for (const auto &text : {u""_s, u"   "_s, u"ftp://dify.test"_s, u"file:///etc/passwd"_s, u"https://"_s,
                                 u"https://a b.test"_s, u"dataset-abcdef 123"_s})
            QTest::newRow(qPrintable(text.isEmpty() ? u"nothing"_s : text)) << text;
    }
    void whatIsNoAddressIsInvalid()
    {
        QFETCH(QString, pasted);
        QVERIFY(!ServerCheck::baseUrlFrom(pasted).isValid());
    }

    void aGoodServerTellsItsVersionAndItsDatasets()
    {
        m_network->answer(list, {.body = R"({"data":[],"total":31})", .headers = {{"X-Version", "1.15.0"}}});

        m_check->run(QUrl(u"https://dify.test/v1"_s), "key");

        QTRY_COMPARE(m_succeeded->size(), 1);
        QCOMPARE(m_succeeded->first(), (QVariantList{QUrl(u"https://dify.test/v1"_s), u"1.15.0"_s, qint64(31)}));
        QCOMPARE(m_network->requests.size(), 1);
    }

    void aRefusedKeyIsSaid()
    {
        m_network->answer(list,
                          {.status = 401, .body = R"({"code":"unauthorized","message":"Access token is invalid"})"});

        m_check->run(QUrl(u"https://dify.test/v1"_s), "key");

        QTRY_COMPARE(m_failed->size(), 1);
        QVERIFY(sentence().startsWith("The key was refused (401)."_L1));
    }

    void aBoundKeyIsOfferedItsDataset()
    {
        m_network->answer(list, {.status = 403, .body = R"({"code":"forbidden","message":"No."})"});

        m_check->run(QUrl(u"https://dify.test/v1"_s), "key");

        QTRY_COMPARE(m_bound->size(), 1);
        QVERIFY(m_failed->isEmpty());
    }

    void anotherKindOfServerIsSaid_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("a page") << 200 << QByteArray("<html>Welcome to nginx!</html>");
        QTest::newRow("other data") << 200 << QByteArray("{\"hello\":\"world\"}");
        QTest::newRow("no such page") << 404 << QByteArray("<html>404</html>");
    }
    void anotherKindOfServerIsSaid()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        m_network->answer(list, {.status = status, .body = body});

        m_check->run(QUrl(u"https://dify.test/v1"_s), "key");

        QTRY_COMPARE(m_failed->size(), 1);
        QVERIFY2(sentence().contains("not a knowledge API"_L1), qPrintable(sentence()));
    }

    void whatTheNetworkSaysIsSaidInItsOwnWords_data()
    {
        QTest::addColumn<QNetworkReply::NetworkError>("failure");
        QTest::addColumn<QString>("words");
        QTest::newRow("refused") << QNetworkReply::ConnectionRefusedError << u"refused"_s;
        QTest::newRow("unknown host") << QNetworkReply::HostNotFoundError << u"No server named dify.test"_s;
        QTest::newRow("time-out") << QNetworkReply::OperationCanceledError << u"did not answer in time"_s;
        QTest::newRow("certificate") << QNetworkReply::SslHandshakeFailedError << u"not secure"_s;
    }
    void whatTheNetworkSaysIsSaidInItsOwnWords()
    {
        QFETCH(QNetworkReply::NetworkError, failure);
        QFETCH(QString, words);
        m_network->fail(list, failure);

        m_check->run(QUrl(u"https://dify.test/v1"_s), "key");

        QTRY_COMPARE(m_failed->size(), 1);
        QVERIFY2(sentence().contains(words), qPrintable(sentence()));
        QCOMPARE(m_network->requests.size(), 1);
    }

    void aKeyInTheClearIsAskedForBeforeItIsSent()
    {
        m_network->answer(list, {.status = 401, .body = R"({"code":"unauthorized","message":"No key"})"});
        m_check->run(QUrl(u"http://dify.test/v1"_s), "key");
        QTRY_COMPARE(m_asked->size(), 1);
        QVERIFY(!m_network->requests.last().request.hasRawHeader("Authorization"));

        m_network->answer(list, {.body = R"({"data":[],"total":1})"});
        m_network->answer(list, {.body = R"({"data":[],"total":1})"});
        m_check->confirm();

        QTRY_COMPARE(m_network->requests.size(), 2);
        QCOMPARE(m_network->requests.last().request.rawHeader("Authorization"), "Bearer key");
    }

    void thisComputerNeedsNoConfirmation()
    {
        m_network->answer(list, {.body = R"({"data":[],"total":1})"});

        m_check->run(QUrl(u"http://127.0.0.1:5001/v1"_s), "key");

        QTRY_COMPARE(m_succeeded->size(), 1);
    }

    void aRedirectToHttpsOnTheSameHostIsAdoptedBeforeTheKeyIsSent()
    {
        m_network->answer(list,
                          {.status = 301, .headers = {{"Location", "https://dify.test/v1/datasets?page=1&limit=1"}}});
        m_network->answer(list, {.body = R"({"data":[],"total":2})"});

        m_check->run(QUrl(u"http://dify.test/v1"_s), "key");

        QTRY_COMPARE(m_succeeded->size(), 1);
        QCOMPARE(m_succeeded->first().first().toUrl(), QUrl(u"https://dify.test/v1"_s));
        QVERIFY(!m_network->requests.first().request.hasRawHeader("Authorization"));
        QCOMPARE(m_network->requests.last().request.url().scheme(), u"https"_s);
        QCOMPARE(m_network->requests.last().request.rawHeader("Authorization"), "Bearer key");
        QVERIFY(m_asked->isEmpty());
    }

    void aRedirectElsewhereIsSaidAndNotFollowed_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("target");
        const QString plain = u"http://dify.test/v1"_s;
        const QString secure = u"https://dify.test/v1"_s;
        QTest::newRow("another host") << plain << u"https://evil.test/v1/datasets?page=1&limit=1"_s;
        QTest::newRow("another path") << plain << u"https://dify.test/signin"_s;
        QTest::newRow("not encrypted") << plain << u"http://dify.test:81/v1/datasets?page=1&limit=1"_s;
        QTest::newRow("not encrypted any more") << secure << u"http://dify.test/v1/datasets?page=1&limit=1"_s;
        QTest::newRow("another port") << secure << u"https://dify.test:81/v1/datasets?page=1&limit=1"_s;
    }
    void aRedirectElsewhereIsSaidAndNotFollowed()
    {
        QFETCH(const QString, address);
        QFETCH(const QString, target);
        m_network->answer(list, {.status = 302, .headers = {{"Location", target.toUtf8()}}});

        m_check->run(QUrl(address), "key");

        QTRY_COMPARE(m_failed->size(), 1);
        QVERIFY(sentence().contains(target));
        QCOMPARE(m_network->requests.size(), 1);
    }

    void cancellingReportsNothing()
    {
        m_network->hang(list);
        m_check->run(QUrl(u"https://dify.test/v1"_s), "key");
        QTRY_COMPARE(m_network->hanging(), 1);

        m_check->cancel();

        QCOMPARE(m_network->aborted, 1);
        QVERIFY(m_failed->isEmpty() && m_succeeded->isEmpty());
    }

private:
    QString sentence() const { return m_failed->last().last().toString(); }

    const QString list = u"GET /v1/datasets?page=1&limit=1"_s;
    std::unique_ptr<FakeNetwork> m_network;
    std::unique_ptr<ServerCheck> m_check;
    std::unique_ptr<QSignalSpy> m_succeeded;
    std::unique_ptr<QSignalSpy> m_failed;
    std::unique_ptr<QSignalSpy> m_bound;
    std::unique_ptr<QSignalSpy> m_asked;
};

LOREDESK_TEST(tst_servercheck, TestServerCheck)
#include "tst_servercheck.moc"
