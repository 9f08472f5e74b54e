// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/retrievalapi.h"
#include "tests/app/api/apitest.h"

using namespace Qt::Literals::StringLiterals;

class TestRetrievalApi : public ApiTest
{
    Q_OBJECT

private slots:
    void init() { renew(); }

    void hitsKeepTheServersOrder_data()
    {
        fixtureRows({u"0.11.1/384_retrieve_economy_keyword"_s, u"0.15.3/384_retrieve_economy_keyword"_s,
                     u"1.15.0/g001_retrieveSegments__keyword"_s});
    }
    void hitsKeepTheServersOrder()
    {
        QFETCH(QString, fixture);
        const auto recorded = FakeNetwork::recorded(fixture);
        const QJsonObject body = QJsonDocument::fromJson(recorded.body).object();
        network->answer(u"POST /v1/datasets/d1/retrieve"_s, recorded);

        const auto found = await(RetrievalApi(*client).retrieve(u"d1"_s, u"a question"_s, {}));

        QVERIFY(found);
        QCOMPARE(found->query, body["query"_L1]["content"_L1].toString());
        const QJsonArray records = body["records"_L1].toArray();
        QCOMPARE(found->hits.size(), records.size());
        for (qsizetype i = 0; i < records.size(); ++i)
            QCOMPARE(found->hits.at(i).chunk.id, records.at(i)["segment"_L1]["id"_L1].toString());
        QVERIFY(!found->hits.first().documentName.isEmpty());
    }

    //! Hybrid search without reranking gives a chunk twice, with the score of each search.
    void aChunkThatIsFoundTwiceIsOneHit_data()
    {
        fixtureRows({u"0.11.1/441_retrieve_hq_hybrid_plain"_s, u"0.15.3/441_retrieve_hq_hybrid_plain"_s});
    }
    void aChunkThatIsFoundTwiceIsOneHit()
    {
        QFETCH(QString, fixture);
        const auto recorded = FakeNetwork::recorded(fixture);
        const QJsonArray records = QJsonDocument::fromJson(recorded.body)["records"_L1].toArray();
        network->answer(u"POST /v1/datasets/d1/retrieve"_s, recorded);

        const auto found = await(RetrievalApi(*client).retrieve(u"d1"_s, u"q"_s, {}));

        QMap<QString, double> best;
        for (const auto record : records) {
            const QString id = record["segment"_L1]["id"_L1].toString();
            best[id] = std::max(best.value(id), record["score"_L1].toDouble());
        }
        QVERIFY(best.size() < records.size());
        QCOMPARE(found->hits.size(), best.size());
        for (const Hit &hit : found->hits)
            QCOMPARE(hit.score.value_or(0), best.value(hit.chunk.id));
    }

    void childrenThatWereFoundCarryTheirScores()
    {
        answerAsRecorded(u"POST /v1/datasets/d1/retrieve"_s, u"1.15.0/o066_retrieveSegments__hier_semantic"_s);

        const auto found = await(RetrievalApi(*client).retrieve(u"d1"_s, u"q"_s, {}));

        QVERIFY(!found->hits.first().chunk.children.isEmpty());
        QVERIFY(found->hits.first().chunk.children.first().score.has_value());
    }

    void theWholeRetrievalModelIsSent()
    {
        network->answer(u"POST /v1/datasets/d1/retrieve"_s, {.body = "{\"query\":{\"content\":\"q\"},\"records\":[]}"});

        QVERIFY(await(RetrievalApi(*client).retrieve(u"d1"_s, u"q"_s, {RetrievalSettings::Method::FullText, 9, 0.5})));

        QCOMPARE(sentJson(),
                 (QJsonObject{{u"query"_s, u"q"_s},
                              {u"retrieval_model"_s, QJsonObject{{u"search_method"_s, u"full_text_search"_s},
                                                                 {u"reranking_enable"_s, false},
                                                                 {u"reranking_mode"_s, {}},
                                                                 {u"reranking_model"_s, {}},
                                                                 {u"weights"_s, {}},
                                                                 {u"top_k"_s, 9},
                                                                 {u"score_threshold_enabled"_s, true},
                                                                 {u"score_threshold"_s, 0.5}}}}));
    }

    void scoresMayBeMissing()
    {
        network->answer(u"POST /v1/datasets/d1/retrieve"_s,
                        {.body = "{\"records\":[{\"segment\":{\"id\":\"a\"},\"score\":null},"
                                 "{\"segment\":{\"id\":\"b\"},\"score\":0.25}]}"});

        const auto found = await(RetrievalApi(*client).retrieve(u"d1"_s, u"q"_s, {}));

        QVERIFY(!found->hits.first().score);
        QCOMPARE(found->hits.last().score, 0.25);
    }

    void errorsAreReported_data()
    {
        fixtureRows({u"0.11.1/397_retrieve_query_251"_s, u"1.15.0/g020_retrieveSegments__query_251"_s,
                     u"1.15.0/q010_retrieveSegments__credential_removed"_s});
    }
    void errorsAreReported()
    {
        QFETCH(QString, fixture);
        answerAsRecorded(u"POST /v1/datasets/d1/retrieve"_s, fixture);

        QCOMPARE(await(RetrievalApi(*client).retrieve(u"d1"_s, u"q"_s, {})).error().kind, ApiError::Kind::BadRequest);
    }
};

LOREDESK_TEST(tst_retrievalapi, TestRetrievalApi)
#include "tst_retrievalapi.moc"
