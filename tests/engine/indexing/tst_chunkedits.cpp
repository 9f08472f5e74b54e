// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/store/storeerror.h"
#include "tests/engine/indexing/enginetest.h"

using namespace Qt::Literals::StringLiterals;
using namespace enginehelp;
using Kind = StoreError::Kind;

//! Single chunks, added, changed and removed.
class TestChunkEdits : public EngineTest
{
    Q_OBJECT

private slots:
    void init() { renew(); }
    void cleanup() { m_engine.reset(); }

    void anEditedChunkIsFoundByItsNewWordsAndNotByItsOldOnesAtOnce()
    {
        const auto document = index(u"note"_s, "walrus in winter\nlynx in summer\n");
        const auto chunk = chunks(*m_engine, document).constFirst();
        const auto edited = m_engine->updateChunk(chunk.row, {.content = u"penguin in spring"_s});
        QCOMPARE(find(u"penguin"_s), QStringList{u"penguin in spring"_s});
        QVERIFY(find(u"walrus"_s).isEmpty());
        QCOMPARE(*edited.keywords, (QStringList{u"penguin"_s, u"spring"_s}));
        QCOMPARE(edited.wordCount, 17);
        QVERIFY(edited.hash != chunk.hash);
        QCOMPARE(edited.id, chunk.id);
        QCOMPARE(enginehelp::find(*m_engine, document)->wordCount, 31);
    }

    void keywordsCanBeGivenAndStayWithTheSameText()
    {
        const auto document = index(u"note"_s, "walrus in winter\n");
        const auto chunk = chunks(*m_engine, document).constFirst();
        m_engine->updateChunk(chunk.row, {.keywords = QStringList{u"odobenus"_s}});
        QCOMPARE(find(u"odobenus"_s), QStringList{u"walrus in winter"_s});
        const auto same
            = m_engine->updateChunk(chunk.row, {.content = u"walrus in winter"_s, .keywords = QStringList()});
        QCOMPARE(*same.keywords, QStringList{u"odobenus"_s});
    }

    void addedChunksAreFoundAndCounted()
    {
        const auto document = index(u"note"_s, "one\n");
        const auto added
            = m_engine->createChunks(document, {{u"walrus two"_s, {}, {}}, {u"lynx three"_s, {}, {u"cat"_s}}});
        QCOMPARE(added.size(), 2);
        QCOMPARE(added.at(1).position, 3);
        QCOMPARE(*added.at(1).keywords, QStringList{u"cat"_s});
        QCOMPARE(find(u"walrus"_s), QStringList{u"walrus two"_s});
        QCOMPARE(find(u"cat"_s), QStringList{u"lynx three"_s});
        QCOMPARE(enginehelp::find(*m_engine, document)->segmentCount, 3);
        // The hash is that of the real server: recordings/1.15.0, c177.
        QCOMPARE(m_engine->createChunks(document, {{u"y"_s, {}, {}}}).constFirst().hash,
                 u"1809ef33ea26c38533067de91cd35541625e2307aa7b91a2ccd418f8fe092e37"_s);
    }

    void aDeletedChunkIsGoneAtOnceAndPositionsAreNotGivenAgain()
    {
        const auto document = index(u"note"_s, "walrus\nlynx\n");
        const auto chunk = chunks(*m_engine, document).constFirst();
        m_engine->deleteChunk(chunk.row);
        QVERIFY(find(u"walrus"_s).isEmpty());
        QCOMPARE(enginehelp::find(*m_engine, document)->completedSegments, 1);
        QCOMPARE(m_engine->createChunks(document, {{u"new"_s, {}, {}}}).constFirst().position, 3);
        QCOMPARE(errorOf([&] { m_engine->deleteChunk(chunk.row); }), Kind::NotFound);
    }

    void aDisabledChunkIsNotFoundAndRefusesEdits()
    {
        const auto document = index(u"note"_s, "walrus\n");
        const auto chunk = chunks(*m_engine, document).constFirst();
        const auto disabled = m_engine->updateChunk(chunk.row, {.content = u"ignored"_s, .enabled = false});
        QVERIFY(!disabled.enabled);
        QVERIFY(disabled.disabledAt > 0);
        QCOMPARE(disabled.content, u"walrus"_s);
        QVERIFY(find(u"walrus"_s).isEmpty());
        QCOMPARE(errorOf([&] { m_engine->updateChunk(chunk.row, {.content = u"x"_s}); }), Kind::ChunkDisabled);
        QCOMPARE(m_engine->updateChunk(chunk.row, {.content = u"lynx"_s, .enabled = true}).disabledAt, 0);
        QCOMPARE(find(u"lynx"_s), QStringList{u"lynx"_s});
    }

    void chunksOfADocumentThatIsBeingIndexedAreNotWritten()
    {
        const auto document = create(u"big"_s, lines("word", 20'000));
        while (chunks(*m_engine, document).isEmpty())
            QThread::yieldCurrentThread();
        const auto chunk = chunks(*m_engine, document).constFirst();
        QCOMPARE(errorOf([&] { m_engine->createChunks(document, {{u"x"_s, {}, {}}}); }), Kind::DocumentIndexing);
        QCOMPARE(errorOf([&] { m_engine->updateChunk(chunk.row, {.content = u"x"_s}); }), Kind::DocumentIndexing);
        QCOMPARE(errorOf([&] { m_engine->deleteChunk(chunk.row); }), Kind::DocumentIndexing);
    }

    void aDocumentThatIsSwitchedOffTakesNoChunks()
    {
        const auto document = index(u"note"_s, "walrus\n");
        m_engine->changeDocuments({document}, DocumentAction::Disable);
        QCOMPARE(errorOf([&] { m_engine->createChunks(document, {{u"x"_s, {}, {}}}); }), Kind::DocumentNotAvailable);
        QCOMPARE(chunks(*m_engine, document).size(), 1);
    }

    void anEditIsFoundWhileABigDocumentIsIndexed()
    {
        const auto small = index(u"small"_s, "walrus\n");
        const auto chunk = chunks(*m_engine, small).constFirst();
        const auto big = create(u"big"_s, lines("word", 20'000));
        while (enginehelp::find(*m_engine, big)->completedSegments == 0)
            QThread::yieldCurrentThread();
        for (int i = 0; i < 5; ++i) {
            const QString word = u"edit%1"_s.arg(i);
            m_engine->updateChunk(chunk.row, {.content = word});
            QCOMPARE(find(word), QStringList{word});
        }
        QVERIFY(!isFinal(enginehelp::find(*m_engine, big)->stage));
    }
};

LOREDESK_TEST(tst_chunkedits, TestChunkEdits)
#include "tst_chunkedits.moc"
