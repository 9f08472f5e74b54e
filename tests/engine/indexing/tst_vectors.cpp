// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/store/vectorstore.h"
#include "tests/engine/indexing/vectorstest.h"

using namespace Qt::Literals::StringLiterals;
using namespace enginehelp;
using Stage = IndexingStatus::Stage;

class TestVectors : public VectorsTest
{
    Q_OBJECT

private slots:
    void init() { renew(); }
    void cleanup() { m_engine.reset(); }

    void aDocumentIsFoundByWhatItMeansWhenItIsCompleted()
    {
        const auto document = index(u"animals"_s, animals);
        QCOMPARE(document.stage, Stage::Completed);
        const auto hits = find(u"elephants WATER"_s);
        QCOMPARE(hits.size(), 4);
        QCOMPARE(hits.at(0).chunk.content, u"Elephants drink water and eat grass every day."_s);
        QCOMPARE(hits.at(0).score, 0.5);
        QCOMPARE(hits.at(1).score, 0.25);
        QCOMPARE(hits.at(2).score, 0.0);
    }

    void tokensAreThoseThatTheEndpointCounted()
    {
        const auto document = index(u"animals"_s, animals);
        QCOMPARE(document.tokens, 8 + 8 + 6 + 8);
        QCOMPARE(chunks(*m_engine, document.row).at(2).tokens, 6);
        QVERIFY(!chunks(*m_engine, document.row).at(2).keywords);
    }

    void theThresholdKeepsExactlyTheHitsThatShowAtLeastThatScore()
    {
        index(u"animals"_s, animals);
        QCOMPARE(find(u"elephants water"_s, {.scoreThreshold = 0.5}).size(), 1);
        QCOMPARE(find(u"elephants water"_s, {.scoreThreshold = 0.500001}).size(), 0);
        QCOMPARE(find(u"elephants water"_s, {.scoreThreshold = 0.25}).size(), 2);
    }

    void whoWantsNoHitsAsksNoModel()
    {
        index(u"animals"_s, animals);
        const int asked = m_models->requests();
        QVERIFY(find(u"elephants"_s, {.topK = 0}).isEmpty());
        QCOMPARE(m_models->requests(), asked);
    }

    void aFailedEmbeddingFailsTheDocumentInTheEndpointsWordsAndTheNextTextRepairsIt()
    {
        auto document = index(u"salt"_s, "Good chunk about salt.\nBad chunk EMBEDFAIL here.\n");
        QCOMPARE(document.stage, Stage::Failed);
        QCOMPARE(document.error, u"fake embedding failure"_s);
        QVERIFY(find(u"salt"_s).isEmpty());
        document = index(u"salt"_s, "Good chunk about salt.\n");
        QCOMPARE(document.stage, Stage::Completed);
        QCOMPARE(texts(find(u"salt"_s)), QStringList{u"Good chunk about salt."_s});
    }

    void anEndpointThatIsAwayFailsTheDocumentInASentenceThatNamesIt()
    {
        const QString host = u"127.0.0.1:%1"_s.arg(m_models->url().port());
        m_models.reset();
        const auto document = index(u"salt"_s, "Good chunk about salt.\n");
        QCOMPARE(document.stage, Stage::Failed);
        QVERIFY2(document.error.startsWith(u"The embeddings endpoint at %1 cannot be reached: "_s.arg(host)),
                 qUtf8Printable(document.error));
    }

    void whatTheEndpointRefusesForAMomentIsAskedAgain()
    {
        m_models->failures = 2;
        QCOMPARE(index(u"animals"_s, animals).stage, Stage::Completed);
        m_models->failureStatus = 0;
        m_models->failures = 1;
        QCOMPARE(index(u"more"_s, "Penguins cannot fly.\n").stage, Stage::Completed);
    }

    void anEndpointThatTakesFewTextsAtOnceGetsFew()
    {
        m_models->mostTexts = 3;
        const auto document = index(u"lines"_s, lines("word", 40));
        QCOMPARE(document.stage, Stage::Completed);
        QCOMPARE(find(u"word"_s, {.topK = 100}).size(), 40);
    }

    void indexingGoesOnWhereTheServerStoppedAndEmbedsNothingTwice()
    {
        m_models->isSilent = true;
        const auto document = create(u"animals"_s, animals);
        while (m_models->requests() == 0)
            QThread::yieldCurrentThread();
        const auto before = chunks(*m_engine, document);
        m_engine->stopModels();
        m_engine.reset();
        m_models->isSilent = false;
        const int asked = m_models->requests();
        start();
        QCOMPARE(settled(*m_engine, document).stage, Stage::Completed);
        QCOMPARE(chunks(*m_engine, document).constFirst().id, before.constFirst().id);
        QCOMPARE(m_models->requests(), asked + 1);
        QCOMPARE(find(u"elephants"_s, {.scoreThreshold = 0.1}).size(), 2);
    }

    void aSlowEndpointDoesNotHoldUpADatasetWithoutVectors()
    {
        m_models->isSilent = true;
        create(u"animals"_s, animals);
        create(u"plants"_s, animals);
        create(u"stones"_s, animals);
        const auto economy = dataset(*m_engine, u"economy"_s);
        const auto document = m_engine->createDocument(economy.row, draft(u"note"_s, "walrus\n"), SameName::Overwrite);
        QCOMPARE(settled(*m_engine, document.row).stage, Stage::Completed);
        m_engine->stopModels();
    }

    void aTextThatIsReplacedGivesUpItsRequest()
    {
        m_models->isSilent = true;
        for (const QString &name : {u"first"_s, u"second"_s}) // as many as are asked for at once
            create(name, animals);
        while (m_models->requests() < 2)
            QThread::yieldCurrentThread();
        create(u"first"_s, "walrus\n");
        QTRY_COMPARE_WITH_TIMEOUT(m_models->requests(), 3, 30'000);
        m_engine->stopModels();
    }

    void whatIsReplacedInAnArchivedDocumentStaysHidden()
    {
        const auto document = index(u"note"_s, "walrus\n");
        m_engine->changeDocuments({document.row}, DocumentAction::Archive);
        index(u"note"_s, "lynx\n");
        QVERIFY(!chunks(*m_engine, document.row).constFirst().enabled);
        QVERIFY(find(u"lynx"_s, {.scoreThreshold = 0.1}).isEmpty());
    }

    void anEditedChunkIsFoundByItsNewMeaningAtOnce()
    {
        const auto document = index(u"animals"_s, animals);
        const auto chunk = chunks(*m_engine, document.row).at(2);
        const auto edited = m_engine->updateChunk(chunk.row, {.content = u"Whales swim."_s});
        QCOMPARE(edited.tokens, 2);
        QCOMPARE(texts(find(u"whales"_s, {.scoreThreshold = 0.1})), QStringList{u"Whales swim."_s});
        QVERIFY(find(u"redis"_s, {.scoreThreshold = 0.1}).isEmpty());
        m_engine->createChunks(document.row, {{u"Penguins walk"_s, {}, {}}});
        QCOMPARE(find(u"penguins"_s, {.scoreThreshold = 0.1}).size(), 1);
        m_engine->deleteChunk(chunk.row);
        QVERIFY(find(u"whales"_s, {.scoreThreshold = 0.1}).isEmpty());
    }

    void chunksThatCannotBeEmbeddedAreNotStored()
    {
        const auto document = index(u"animals"_s, animals);
        const auto failed = m_engine->createChunks(document.row, {{u"EMBEDFAIL"_s, {}, {}}, {u"fine"_s, {}, {}}});
        QCOMPARE(failed.size(), 2);
        QCOMPARE(failed.at(1).status, Chunk::Status::Failed);
        QCOMPARE(failed.at(1).error, u"fake embedding failure"_s);
        QVERIFY(!failed.at(1).enabled);
        QCOMPARE(chunks(*m_engine, document.row).size(), 4);
        QCOMPARE(m_engine->createChunks(document.row, {{u"fine"_s, {}, {}}}).constFirst().position, 5);
    }

    void anEditThatCannotBeEmbeddedIsStoredAsFailedAndRepairedByTheNext()
    {
        const auto document = index(u"animals"_s, animals);
        const auto chunk = chunks(*m_engine, document.row).constFirst();
        QCOMPARE(m_engine->updateChunk(chunk.row, {.content = u"EMBEDFAIL"_s}).status, Chunk::Status::Failed);
        const auto stored = chunks(*m_engine, document.row).constFirst();
        QCOMPARE(stored.content, u"EMBEDFAIL"_s);
        QCOMPARE(stored.status, Chunk::Status::Failed);
        QVERIFY(!stored.enabled);
        QCOMPARE(find(u"elephants"_s, {.scoreThreshold = 0.1}).size(), 1);
        const auto repaired = m_engine->updateChunk(chunk.row, {.content = u"Fixed whale"_s, .enabled = true});
        QCOMPARE(repaired.status, Chunk::Status::Completed);
        QCOMPARE(find(u"whale"_s, {.scoreThreshold = 0.1}).size(), 1);
    }

    void aDatasetGetsItsVectorsWhenItsTechniqueChangesAndItsTextsStay()
    {
        m_dataset = dataset(*m_engine, u"economy"_s);
        const auto document = index(u"animals"_s, animals);
        const auto chunk = chunks(*m_engine, document.row).constFirst();
        m_engine->updateChunk(chunk.row, {.content = u"Edited elephants"_s});
        changeModel(u"fake-embed"_s);
        const auto done = settled(*m_engine, document.row);
        QCOMPARE(done.stage, Stage::Completed);
        QCOMPARE(done.completedAt, document.completedAt);
        QCOMPARE(done.completedSegments, 4);
        QCOMPARE(chunks(*m_engine, document.row).constFirst().content, u"Edited elephants"_s);
        QCOMPARE(find(u"elephants"_s, {.scoreThreshold = 0.1}).size(), 2);
    }

    void anotherModelEmbedsAllTextsAgainAndTheSameOneNone()
    {
        const auto document = index(u"animals"_s, animals);
        changeModel(u"fake-embed-2"_s);
        settled(*m_engine, document.row);
        QCOMPARE(m_models->texts().size(), 8);
        m_engine->changeDataset(m_dataset.row, {.indexingTechnique = u"economy"_s});
        QCOMPARE(find(u"elephants"_s, {.scoreThreshold = 0.1}).size(), 2); // its vectors are still there
        const auto asked = m_models->texts().size();
        changeModel(u"fake-embed-2"_s);
        settled(*m_engine, document.row);
        QCOMPARE(m_models->texts().size(), asked);
    }

private:
    void changeModel(const QString &model)
    {
        m_engine->changeDataset(m_dataset.row, {.indexingTechnique = u"high_quality"_s,
                                                .embedding = EmbeddingModel{Models::provider(), model}});
    }
};

LOREDESK_TEST(tst_vectors, TestVectors)
#include "tst_vectors.moc"
