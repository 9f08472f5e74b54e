// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/modelcheck.h"

#include "tests/support/fakenetwork.h"
#include "tests/support/testmain.h"

#include <QJsonArray>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TestModelCheck : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_network = std::make_unique<FakeNetwork>();
        m_check = std::make_unique<ModelCheck>(*m_network);
    }

    void cleanup() { m_check.reset(); }

    void anEmbeddingTellsItsDimensions()
    {
        m_network->answer(
            u"POST /v1/embeddings"_s,
            QJsonObject{{u"data"_s, QJsonArray{QJsonObject{{u"embedding"_s, QJsonArray{0.1, 0.2, 0.3}}}}}});
        QSignalSpy succeeded(m_check.get(), &ModelCheck::succeeded);
        m_check->askForEmbedding({u"http://127.0.0.1:11434/v1/"_s, u"bge-m3, other"_s, "secret"});
        QTRY_COMPARE(succeeded.size(), 1);
        QCOMPARE(succeeded.first().first().toInt(), 3);
        const FakeNetwork::Request &request = m_network->requests.first();
        QCOMPARE(request.json()["model"_L1].toString(), u"bge-m3"_s);
        QCOMPARE(request.request.rawHeader("Authorization"), "Bearer secret");
    }

    void aRankingIsAskedForTwoTexts()
    {
        m_network->answer(u"POST /v1/rerank"_s,
                          QJsonObject{{u"results"_s, QJsonArray{QJsonObject{{u"index"_s, 0}}, QJsonObject{}}}});
        QSignalSpy succeeded(m_check.get(), &ModelCheck::succeeded);
        m_check->askForRanking({u"http://127.0.0.1:11434/v1"_s, u"ranker"_s, {}});
        QTRY_COMPARE(succeeded.size(), 1);
        QCOMPARE(m_network->requests.first().json()["documents"_L1].toArray().size(), 2);
    }

    void itsWordsAreToldWhenItRefuses()
    {
        m_network->answer(u"POST /v1/embeddings"_s,
                          QJsonObject{{u"error"_s, QJsonObject{{u"message"_s, u"model \"x\" not found"_s}}}}, 404);
        QCOMPARE(failure(), u"model \"x\" not found"_s);
    }

    void whatIsNoModelIsSaidToBeNone()
    {
        m_network->answer(u"POST /v1/embeddings"_s, QJsonObject{{u"hello"_s, u"world"_s}});
        QVERIFY(failure().contains(u"not as this kind of model"_s));
    }

    void nothingThereIsSaid()
    {
        m_network->fail(u"POST /v1/embeddings"_s, QNetworkReply::ConnectionRefusedError);
        QVERIFY(failure().contains(u"refused"_s));
    }

private:
    QString failure()
    {
        QString sentence;
        connect(m_check.get(), &ModelCheck::failed, this, [&](const QString &why) { sentence = why; });
        m_check->askForEmbedding({u"http://127.0.0.1:11434/v1"_s, u"x"_s, {}});
        [&] { QTRY_VERIFY(!sentence.isEmpty()); }();
        return sentence;
    }

    std::unique_ptr<FakeNetwork> m_network;
    std::unique_ptr<ModelCheck> m_check;
};

LOREDESK_TEST(tst_modelcheck, TestModelCheck)
#include "tst_modelcheck.moc"
