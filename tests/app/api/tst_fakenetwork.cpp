// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/apiclient.h"
#include "app/api/datasetsapi.h"
#include "tests/support/await.h"
#include "tests/support/fakenetwork.h"
#include "tests/support/testmain.h"

using namespace Qt::Literals::StringLiterals;

//! The fake has to be trusted before what is tested with it.
class TestFakeNetwork : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_network = std::make_unique<FakeNetwork>();
        m_client = std::make_unique<ApiClient>(*m_network);
        m_client->setServer(QUrl(u"https://api.test/v1"_s), "key");
    }

    void answersAreGivenInTurnAndTheLastOneStays()
    {
        m_network->answer(u"GET /v1/datasets/a"_s, QJsonObject{{u"id"_s, u"a"_s}, {u"name"_s, u"first"_s}});
        m_network->answer(u"GET /v1/datasets/a"_s, QJsonObject{{u"id"_s, u"a"_s}, {u"name"_s, u"second"_s}});

        QStringList names;
        for (int i = 0; i < 3; ++i)
            names.append(await(DatasetsApi(*m_client).get(u"a"_s))->name);

        QCOMPARE(names, (QStringList{u"first"_s, u"second"_s, u"second"_s}));
    }

    void aHangingRequestIsAnsweredWhenTheAnswerIsSet()
    {
        m_network->hang(u"GET /v1/datasets/a"_s);
        QString name;
        DatasetsApi(*m_client).get(u"a"_s)->then(this, [&](const Result<Dataset> &dataset) { name = dataset->name; });
        QTRY_COMPARE(m_network->hanging(), 1);

        m_network->answer(u"GET /v1/datasets/a"_s, QJsonObject{{u"id"_s, u"a"_s}, {u"name"_s, u"late"_s}});

        QTRY_COMPARE(name, u"late"_s);
        QCOMPARE(m_network->hanging(), 0);
    }

    void abortingIsCounted()
    {
        m_network->hang(u"GET /v1/datasets/a"_s);
        auto *call = DatasetsApi(*m_client).get(u"a"_s);
        QTRY_COMPARE(m_network->hanging(), 1);

        call->cancel();

        QCOMPARE(m_network->aborted, 1);
    }

    void bodiesAreRecorded()
    {
        m_network->answer(u"POST /v1/datasets"_s, QJsonObject{{u"id"_s, u"a"_s}});

        QVERIFY(await(DatasetsApi(*m_client).create({.name = u"Läse"_s, .description = {}})));

        QCOMPARE(m_network->requests.last().json()["name"_L1], u"Läse"_s);
        QCOMPARE(m_network->names(), QStringList{u"POST /v1/datasets"_s});
    }

    void aFunctionAnswersWhatHasNoAnswerOfItsOwn()
    {
        m_network->respond = [](const FakeNetwork::Request &request) -> std::optional<FakeNetwork::Answer> {
            return FakeNetwork::Answer{.body = "{\"id\":\"" + request.name.right(1).toUtf8() + "\"}"};
        };

        QCOMPARE(await(DatasetsApi(*m_client).get(u"z"_s))->id, u"z"_s);
    }

    void aRequestWithoutAnAnswerFailsTheTest()
    {
        QEXPECT_FAIL("", "the failure that is wanted", Continue);

        const auto answer = await(DatasetsApi(*m_client).get(u"unknown"_s));

        QCOMPARE(answer.error().httpStatus, 500);
    }

private:
    std::unique_ptr<FakeNetwork> m_network;
    std::unique_ptr<ApiClient> m_client;
};

LOREDESK_TEST(tst_fakenetwork, TestFakeNetwork)
#include "tst_fakenetwork.moc"
