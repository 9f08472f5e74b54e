// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/apiclient.h"
#include "app/api/datasetsapi.h"
#include "tests/support/await.h"
#include "tests/support/fakenetwork.h"
#include "tests/support/testmain.h"

#include <QSignalSpy>

using namespace Qt::Literals::StringLiterals;

class TestApiClient : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_network = std::make_unique<FakeNetwork>();
        m_client = std::make_unique<ApiClient>(*m_network);
        m_client->setServer(QUrl(u"https://api.test/v1"_s), "key");
        m_client->setRetries(3, 1);
        for (const char c : "abcdefgh")
            m_network->hang(u"GET /v1/datasets/"_s + QLatin1Char(c));
    }

    void theKeyAndTheNameOfTheProgramGoWithEveryRequest()
    {
        m_network->answer(u"GET /v1/datasets/x"_s, QJsonObject{{u"id"_s, u"x"_s}});

        QVERIFY(await(DatasetsApi(*m_client).get(u"x"_s)));

        const QNetworkRequest sent = m_network->requests.last().request;
        QCOMPARE(sent.rawHeader("Authorization"), "Bearer key");
        QCOMPARE(sent.rawHeader("User-Agent"), "Loredesk/" LOREDESK_VERSION);
        QCOMPARE(sent.attribute(QNetworkRequest::RedirectPolicyAttribute).toInt(),
                 int(QNetworkRequest::ManualRedirectPolicy));
    }

    void reservedCharactersOfAQueryAreEscaped()
    {
        const QString request = u"GET /v1/datasets?page=1&limit=20&keyword=C%2B%2B%20%26%20100%25%20%E6%96%87"_s;
        m_network->answer(request, QJsonObject{{u"data"_s, QJsonArray()}});

        QVERIFY(await(DatasetsApi(*m_client).list(1, 20, {.keyword = u"C++ & 100% 文"_s})));
    }

    void fourRequestsRunAtOnceAndTheRestWait()
    {
        for (const char c : {'a', 'b', 'c', 'd', 'e'})
            read(c);
        QTRY_COMPARE(m_network->hanging(), 4);

        m_network->answer(u"GET /v1/datasets/a"_s, QJsonObject{{u"id"_s, u"a"_s}});

        QTRY_COMPARE(m_network->names().constLast(), u"GET /v1/datasets/e"_s);
    }

    void whatAPersonWaitsForGoesBeforeAPoll()
    {
        for (const char c : {'a', 'b', 'c', 'd'})
            read(c);
        read('e', ApiClient::Priority::Poll);
        read('f', ApiClient::Priority::Interactive);
        QTRY_COMPARE(m_network->hanging(), 4);

        m_network->answer(u"GET /v1/datasets/a"_s, QJsonObject{{u"id"_s, u"a"_s}});

        QTRY_COMPARE(m_network->requests.size(), 5);
        QCOMPARE(m_network->names().constLast(), u"GET /v1/datasets/f"_s);
    }

    void transfersLeaveOnePlaceFree()
    {
        for (const char c : {'a', 'b', 'c', 'd'})
            read(c, ApiClient::Priority::Transfer);
        QTRY_COMPARE(m_network->hanging(), 3);

        read('e');

        QTRY_COMPARE(m_network->names().constLast(), u"GET /v1/datasets/e"_s);
        QCOMPARE(m_network->requests.size(), 4);
    }

    void aReadIsTriedAgainWhenTheConnectionIsLost()
    {
        m_network->fail(u"GET /v1/datasets/x"_s, QNetworkReply::RemoteHostClosedError);
        m_network->fail(u"GET /v1/datasets/x"_s, QNetworkReply::ConnectionRefusedError);
        m_network->answer(u"GET /v1/datasets/x"_s, QJsonObject{{u"id"_s, u"x"_s}});

        QVERIFY(await(DatasetsApi(*m_client).get(u"x"_s)));
        QCOMPARE(m_network->requests.size(), 3);
    }

    void aReadIsNotTriedForEver()
    {
        m_network->fail(u"GET /v1/datasets/x"_s, QNetworkReply::RemoteHostClosedError);

        const auto answer = await(DatasetsApi(*m_client).get(u"x"_s));

        QCOMPARE(answer.error().kind, ApiError::Kind::Network);
        QCOMPARE(m_network->requests.size(), 4);
    }

    void aWriteIsNotTriedAgain()
    {
        m_network->fail(u"POST /v1/datasets"_s, QNetworkReply::RemoteHostClosedError);

        QVERIFY(!await(DatasetsApi(*m_client).create({.name = u"x"_s, .description = {}})));
        QCOMPARE(m_network->requests.size(), 1);
    }

    void whatIsGoneAlreadyCountsAsDeleted()
    {
        m_network->answer(u"DELETE /v1/datasets/x"_s,
                          QJsonObject{{u"code"_s, u"not_found"_s}, {u"message"_s, u"Dataset not found."_s}}, 404);

        QVERIFY(await(DatasetsApi(*m_client).remove(u"x"_s)));
    }

    void aPageThatIsNotFoundDoesNotCountAsDeleted()
    {
        m_network->answer(u"DELETE /v1/datasets/x"_s, {.status = 404, .body = "<!doctype html><title>404</title>"});

        QCOMPARE(await(DatasetsApi(*m_client).remove(u"x"_s)).error().kind, ApiError::Kind::NotFound);
    }

    void cancellingAbortsAndReportsNothing()
    {
        QPointer<CallBase> call = read('a', ApiClient::Priority::Interactive, [] { QFAIL("reported"); });
        QTRY_COMPARE(m_network->hanging(), 1);

        call->cancel();

        QCOMPARE(m_network->aborted, 1);
        QTRY_VERIFY(!call);
    }

    void cancellingWhatStillWaitsSendsNothing()
    {
        read('a', ApiClient::Priority::Interactive, [] { QFAIL("reported"); })->cancel();
        read('b');

        QTRY_COMPARE(m_network->hanging(), 1);
        QCOMPARE(m_network->names(), QStringList{u"GET /v1/datasets/b"_s});
    }

    void cancellingBeforeTheNextTrySendsNothingMore()
    {
        m_network->fail(u"GET /v1/datasets/x"_s, QNetworkReply::RemoteHostClosedError);
        m_client->setRetries(3, 60'000);
        QPointer<CallBase> call = DatasetsApi(*m_client).get(u"x"_s);
        connect(call, &CallBase::finished, this, [] { QFAIL("reported"); });
        QTRY_COMPARE(m_network->requests.size(), 1);
        QCoreApplication::processEvents(); // the failure arrives

        call->cancel();

        QTRY_VERIFY(!call);
        QCOMPARE(m_network->requests.size(), 1);
    }

    void aKeyPastedWithALineEndIsSentWithoutIt()
    {
        m_client->setServer(QUrl(u"https://api.test/v1"_s), " key\r\nX-Other: 1\n");
        m_network->answer(u"GET /v1/datasets/x"_s, QJsonObject{{u"id"_s, u"x"_s}});

        QVERIFY(await(DatasetsApi(*m_client).get(u"x"_s)));

        QCOMPARE(m_network->requests.last().request.rawHeader("Authorization"), "Bearer key X-Other: 1");
    }

    void requestsThatWaitGoToTheNewAddress()
    {
        for (const char c : {'a', 'b', 'c', 'd'})
            read(c);
        read('e');
        QTRY_COMPARE(m_network->hanging(), 4);

        m_client->setServer(QUrl(u"https://moved.test/v1"_s), "key");
        m_network->answer(u"GET /v1/datasets/a"_s, QJsonObject{{u"id"_s, u"a"_s}});

        QTRY_COMPARE(m_network->requests.size(), 5);
        QCOMPARE(m_network->requests.last().request.url().host(), u"moved.test"_s);
    }

    void aDeadListenerAbortsTheRequest()
    {
        auto listener = std::make_unique<QObject>();
        DatasetsApi(*m_client).get(u"a"_s)->then(listener.get(), [](const auto &) { QFAIL("reported"); });
        QTRY_COMPARE(m_network->hanging(), 1);

        listener.reset();

        QCOMPARE(m_network->aborted, 1);
    }

    void aCallNobodyListensToGoesAwayByItself()
    {
        m_network->answer(u"GET /v1/datasets/x"_s, QJsonObject{{u"id"_s, u"x"_s}});
        const QPointer<CallBase> call = DatasetsApi(*m_client).get(u"x"_s);

        QTRY_VERIFY(!call);
    }

    void callsDieUnreportedWithTheirClient()
    {
        QPointer<CallBase> running = read('a', ApiClient::Priority::Interactive, [] { QFAIL("reported"); });
        QTRY_COMPARE(m_network->hanging(), 1);
        QPointer<CallBase> waiting = read('b', ApiClient::Priority::Interactive, [] { QFAIL("reported"); });

        m_client.reset();

        QVERIFY(!running && !waiting);
        QCOMPARE(m_network->aborted, 1);
    }

    void aHandlerMayDeleteTheClient()
    {
        m_network->answer(u"GET /v1/datasets/x"_s, QJsonObject{{u"id"_s, u"x"_s}});
        DatasetsApi(*m_client).get(u"x"_s)->then(this, [this](const auto &) { m_client.reset(); });

        QTRY_VERIFY(!m_client);
    }

    void theVersionOfTheServerIsRemembered()
    {
        m_network->answer(u"GET /v1/datasets/x"_s, {.status = 401, .headers = {{"X-Version", "1.15.0"}}});

        QVERIFY(!await(DatasetsApi(*m_client).get(u"x"_s)));

        QCOMPARE(m_client->serverVersion(), u"1.15.0"_s);
    }

    void aRedirectIsNotFollowed()
    {
        m_network->answer(u"GET /v1/datasets/x"_s,
                          {.status = 302, .headers = {{"Location", "https://elsewhere.test/v1"}}});

        const auto answer = await(DatasetsApi(*m_client).get(u"x"_s));

        QCOMPARE(answer.error().kind, ApiError::Kind::Parse);
        QCOMPARE(answer.error().redirect, QUrl(u"https://elsewhere.test/v1"_s));
        QVERIFY(answer.error().message.contains("elsewhere.test"_L1));
        QCOMPARE(m_network->requests.size(), 1);
    }

    void aRefusalThatNamesAnAddressIsNoRedirect()
    {
        m_network->answer(u"GET /v1/datasets/x"_s, {.status = 404,
                                                    .body = R"({"message":"Dataset not found."})",
                                                    .headers = {{"Location", "https://elsewhere.test/v1"}}});

        const auto answer = await(DatasetsApi(*m_client).get(u"x"_s));

        QCOMPARE(answer.error().message, u"Dataset not found."_s);
        QVERIFY(answer.error().redirect.isEmpty());
    }

    void aRateLimitHoldsEveryRequest_data()
    {
        QTest::addColumn<FakeNetwork::Answer>("refusal");
        QTest::addColumn<int>("seconds");
        QTest::newRow("429 with a time") << FakeNetwork::Answer{.status = 429, .headers = {{"Retry-After", "12"}}}
                                         << 12;
        QTest::newRow("429 without") << FakeNetwork::Answer{.status = 429} << 60;
        QTest::newRow("403 with the text") << rateLimit() << 60;
    }
    void aRateLimitHoldsEveryRequest()
    {
        QFETCH(FakeNetwork::Answer, refusal);
        QFETCH(int, seconds);
        m_network->answer(u"POST /v1/datasets/x/retrieve"_s, refusal);

        const auto refused = await(m_client->tell("POST", u"/datasets/x/retrieve"_s, {}));
        const auto before = QDateTime::currentDateTimeUtc();
        read('a', ApiClient::Priority::Interactive);
        read('b', ApiClient::Priority::Poll);
        read('c', ApiClient::Priority::Transfer);
        QCoreApplication::processEvents();

        QCOMPARE(refused.error().kind, ApiError::Kind::RateLimited);
        QCOMPARE(refused.error().retryAfter, seconds);
        QVERIFY(m_client->heldUntil() > before);
        QVERIFY(m_client->heldUntil() <= before.addSecs(seconds));
        QCOMPARE(m_network->requests.size(), 1);
    }

    void whatWasHeldIsSentWhenTheServerIsFreeAgain()
    {
        m_client->setHold(50);
        m_network->answer(u"POST /v1/datasets/x/retrieve"_s, rateLimit());
        QSignalSpy changed(m_client.get(), &ApiClient::heldUntilChanged);

        QVERIFY(!await(m_client->tell("POST", u"/datasets/x/retrieve"_s, {})));
        QCOMPARE(changed.size(), 1);
        read('a');

        QTRY_COMPARE(m_network->hanging(), 1);
        QCOMPARE(changed.size(), 2);
        QVERIFY(!m_client->heldUntil().isValid());
    }

    void aRefusedWriteIsNotSentAgain()
    {
        m_client->setHold(1);
        m_network->answer(u"POST /v1/datasets/x/retrieve"_s, rateLimit());
        m_network->answer(u"GET /v1/datasets/y"_s, QJsonObject{{u"id"_s, u"y"_s}});

        QVERIFY(!await(m_client->tell("POST", u"/datasets/x/retrieve"_s, {})));
        QVERIFY(await(DatasetsApi(*m_client).get(u"y"_s)));

        QCOMPARE(m_network->requests.size(), 2);
    }

    void otherRefusalsHoldNothing_data()
    {
        QTest::addColumn<QByteArray>("message");
        QTest::newRow("vector space") << QByteArray(
            "The capacity of the vector space has reached the limit of your subscription.");
        QTest::newRow("documents") << QByteArray("The number of documents has reached the limit of your subscription.");
        QTest::newRow("no API access") << QByteArray("Dataset api access is not enabled.");
        QTest::newRow("bound key") << QByteArray("This key is bound to a dataset.");
    }
    void otherRefusalsHoldNothing()
    {
        QFETCH(QByteArray, message);
        m_network->answer(u"GET /v1/datasets/x"_s,
                          {.status = 403, .body = "{\"code\":\"forbidden\",\"message\":\"" + message + "\"}"});

        QVERIFY(!await(DatasetsApi(*m_client).get(u"x"_s)));

        QVERIFY(!m_client->heldUntil().isValid());
        QCOMPARE(m_network->requests.size(), 1);
    }

private:
    static FakeNetwork::Answer rateLimit()
    {
        return {.status = 403,
                .body = "{\"code\":\"forbidden\",\"message\":\"Sorry, you have reached the knowledge base request rate "
                        "limit of your subscription.\",\"status\":403}"};
    }

    CallBase *read(
        char dataset, ApiClient::Priority priority = ApiClient::Priority::Interactive,
        const std::function<void()> &reported = [] {})
    {
        const auto any = +[](const QJsonObject &object) { return std::optional(object); };
        return m_client->get(u"/datasets/"_s + QLatin1Char(dataset), {}, any, priority)
            ->then(this, [reported](const auto &) { reported(); });
    }

    std::unique_ptr<FakeNetwork> m_network;
    std::unique_ptr<ApiClient> m_client;
};

LOREDESK_TEST(tst_apiclient, TestApiClient)
#include "tst_apiclient.moc"
