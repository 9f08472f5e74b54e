// SPDX-License-Identifier: GPL-3.0-or-later
// In which order, and with which scores, hits of words, of vectors and of both come.
#include "tests/engine/indexing/vectorstest.h"

using namespace Qt::Literals::StringLiterals;
using namespace enginehelp;
using Method = RetrievalSettings::Method;
using Reranking = RetrievalSettings::Reranking;

class TestRanking : public VectorsTest
{
    Q_OBJECT

private slots:
    void init() { renew(); }
    void cleanup() { m_engine.reset(); }

    void hybridHitsAreWeighedByWordsAndVectors()
    {
        index(u"animals"_s, animals);
        RetrievalSettings settings{.method = Method::Hybrid, .topK = 3, .reranking = Reranking::Weights};
        settings.weights = {.vector = 1, .keyword = 0, .embedding = {}};
        auto hits = m_engine->retrieve(m_dataset.row, u"elephants water"_s, settings);
        QCOMPARE(hits.size(), 3);
        QCOMPARE(hits.at(0).score, 0.5);
        QCOMPARE(hits.at(1).score, 0.25);
        settings.weights = {.vector = 0.5, .keyword = 0.5, .embedding = {}};
        hits = m_engine->retrieve(m_dataset.row, u"elephants water"_s, settings);
        QVERIFY(hits.at(0).score > 0.5 && hits.at(0).score < 0.75);
        settings.scoreThreshold = hits.at(1).score;
        QCOMPARE(m_engine->retrieve(m_dataset.row, u"elephants water"_s, settings).size(), 2);
    }

    void hybridHitsWithoutWeightsComeOnceEach()
    {
        index(u"animals"_s, animals);
        const auto hits = find(u"elephants water"_s, {.method = Method::Hybrid, .topK = 4});
        QCOMPARE(hits.size(), 4);
        const QStringList contents = texts(hits);
        QCOMPARE(QSet<QString>(contents.cbegin(), contents.cend()).size(), 4);
        QVERIFY(
            std::is_sorted(hits.begin(), hits.end(), [](const auto &a, const auto &b) { return a.score > b.score; }));
    }

    void aHitOfWordsAndVectorsHasTheHigherOfItsTwoScores()
    {
        const auto document = index(u"animals"_s, animals);
        const auto redis = chunks(*m_engine, document.row).at(2);
        m_engine->updateChunk(redis.row, {.keywords = QStringList{u"zebra"_s}});
        const QString query = u"zebra elephants"_s;
        const auto byVectors = scores(find(query, {.method = Method::Semantic, .topK = 4}));
        const auto byWords = scores(find(query, {.method = Method::FullText, .topK = 4}));
        const auto both = scores(find(query, {.method = Method::Hybrid, .topK = 4}));
        const QString elephants = u"Elephants drink water and eat grass every day."_s;
        QVERIFY(byWords.value(redis.content) > byVectors.value(redis.content));
        QVERIFY(byVectors.value(elephants) > byWords.value(elephants) && byWords.contains(elephants));
        QCOMPARE(both.value(redis.content), byWords.value(redis.content));
        QCOMPARE(both.value(elephants), byVectors.value(elephants));
    }

    void noMoreHitsComeThanAskedForWhereWordsAndVectorsFindOthers()
    {
        const auto document = index(u"animals"_s, animals);
        m_engine->updateChunk(chunks(*m_engine, document.row).at(2).row, {.keywords = QStringList{u"zebra"_s}});
        const QString query = u"zebra elephants"_s;
        QVERIFY(texts(find(query, {.method = Method::Semantic, .topK = 1}))
                != texts(find(query, {.method = Method::FullText, .topK = 1})));
        QCOMPARE(find(query, {.method = Method::Hybrid, .topK = 1}).size(), 1);
    }

    void aRerankModelHasTheLastWord()
    {
        index(u"animals"_s, animals);
        auto settings = reranked(Method::Semantic);
        auto hits = m_engine->retrieve(m_dataset.row, u"elephants water"_s, settings);
        QCOMPARE(hits.size(), 3);
        QCOMPARE(hits.at(0).score, 0.25);
        QCOMPARE(hits.at(1).score, 1.0 / 9);
        settings.scoreThreshold = 0.15;
        QCOMPARE(m_engine->retrieve(m_dataset.row, u"elephants water"_s, settings).size(), 1);
        settings.rerankModel.provider = u"a/b/c"_s;
        QVERIFY_THROWS_EXCEPTION(ModelError, m_engine->retrieve(m_dataset.row, u"elephants"_s, settings));
    }

    //! The chunk says one of the words often: its vector is less like the question's than the reranker finds the two.
    void theThresholdIsForTheScoreOfTheRerankModelAlone_data()
    {
        QTest::addColumn<Method>("method");
        QTest::newRow("vectors") << Method::Semantic;
        QTest::newRow("words") << Method::FullText;
        QTest::newRow("both") << Method::Hybrid;
    }
    void theThresholdIsForTheScoreOfTheRerankModelAlone()
    {
        QFETCH(const Method, method);
        const QString query = u"redis memory"_s;
        index(u"notes"_s, "Redis redis redis redis memory\n");
        const auto first = find(query, {.method = method});
        QVERIFY(!first.isEmpty() && first.constFirst().score < 0.9);
        auto settings = reranked(method);
        settings.scoreThreshold = 0.9;
        const auto hits = find(query, settings);
        QCOMPARE(hits.size(), 1);
        QCOMPARE(hits.constFirst().score, 1.0);
    }

    void ofAParentTheRerankModelReadsTheChildThatWasFound()
    {
        auto wanted = draft(u"animals"_s, "Elephants are large.\nTigers are striped.");
        wanted.docForm = parentChildForm;
        wanted.processRule = byParagraphs();
        settled(*m_engine, m_engine->createDocument(m_dataset.row, wanted, SameName::Overwrite).row);
        const auto hits = find(u"tigers"_s, reranked(Method::Semantic));
        QCOMPARE(texts(hits), QStringList{u"Elephants are large.\nTigers are striped."_s});
        QCOMPARE(hits.constFirst().children.constFirst().child.content, u"Tigers are striped."_s);
        QCOMPARE(hits.constFirst().score, 1.0 / 3); // one of three words, where the parent has five
    }

private:
    static RetrievalSettings reranked(Method method)
    {
        RetrievalSettings settings{.method = method, .topK = 3, .reranking = Reranking::Model};
        settings.rerankModel = {Models::provider(), u"fake-rerank"_s};
        return settings;
    }

    static QMap<QString, double> scores(const QList<HitRow> &hits)
    {
        QMap<QString, double> found;
        for (const HitRow &hit : hits)
            found.insert(hit.chunk.content, hit.score);
        return found;
    }
};

LOREDESK_TEST(tst_ranking, TestRanking)
#include "tst_ranking.moc"
