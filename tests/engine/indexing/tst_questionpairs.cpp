// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/store/storeerror.h"
#include "tests/engine/indexing/enginetest.h"

using namespace Qt::Literals::StringLiterals;
using namespace enginehelp;
using Kind = StoreError::Kind;
using Stage = IndexingStatus::Stage;

class TestQuestionPairs : public EngineTest
{
    Q_OBJECT

private slots:
    void init() { renew(); }
    void cleanup() { m_engine.reset(); }

    void thePairsOfATextAreItsChunks()
    {
        const auto pairs = index("Q1: What is Redis? A1: A store. Q2: What is Qt? A2: A toolkit.");
        QCOMPARE(pairs.size(), 2);
        QCOMPARE(pairs.at(1).content, u"What is Qt?"_s);
        QCOMPARE(pairs.at(1).answer, u"A toolkit."_s);
        QCOMPARE(pairs.at(1).wordCount, 11);
        QVERIFY(pairs.at(1).keywords->contains(u"Qt"_s));
        QCOMPARE(found(*m_engine, m_dataset.row, u"toolkit"_s), QStringList{u"What is Qt?"_s});
    }

    void theRowsOfATableAreItsChunks()
    {
        const auto pairs
            = index("question,answer\nWhat is A?,A is a letter\n\"What, then, is B?\",B is a letter\n", u"csv"_s);
        QCOMPARE(pairs.size(), 2);
        QCOMPARE(pairs.at(1).content, u"What, then, is B?"_s);
        QCOMPARE(pairs.at(1).answer, u"B is a letter"_s);
    }

    void aTextWithoutPairsWouldNeedAModel()
    {
        QCOMPARE(errorOf([&] { create("Elephants are large animals.", u"txt"_s); }), Kind::ModelMissing);
        const auto document = settled(*m_engine, create("animal,size\nelephant,large\n", u"csv"_s));
        QCOMPARE(document.stage, Stage::Failed);
        QVERIFY(document.error.contains(u"needs a language model"_s));
    }

    void contentTakesItsAnswerAlongAndNothingElseDoes()
    {
        const auto chunk = index("Q1: What is Redis? A1: A store.").constFirst();
        const auto both
            = m_engine->updateChunk(chunk.row, {.content = u"What is Redis really?"_s, .answer = u"A cache"_s});
        QCOMPARE(both.answer, u"A cache"_s);
        QCOMPARE(both.wordCount, 28);
        QCOMPARE(m_engine->updateChunk(chunk.row, {.enabled = false}).answer, u"A cache"_s);
        QCOMPARE(m_engine->updateChunk(chunk.row, {.enabled = true}).answer, u"A cache"_s);
        QCOMPARE(m_engine->updateChunk(chunk.row, {.keywords = QStringList{u"k"_s}}).answer, u"A cache"_s);
        QCOMPARE(m_engine->updateChunk(chunk.row, {.answer = u"A store"_s}).content, u"What is Redis really?"_s);
        QCOMPARE(m_engine->updateChunk(chunk.row, {.content = u"What is Redis really?"_s}).answer, QString());
    }

    void anotherQuestionWithoutAnAnswerIsRefused()
    {
        const auto chunk = index("Q1: What is Redis? A1: A store.").constFirst();
        QCOMPARE(errorOf([&] { m_engine->updateChunk(chunk.row, {.content = u"Changed?"_s}); }), Kind::Refused);
        QCOMPARE(chunks(*m_engine, chunk.document).constFirst(), chunk);
    }

private:
    qint64 create(const QByteArray &bytes, const QString &extension)
    {
        DocumentDraft wanted = draft(u"questions"_s, bytes, extension);
        wanted.docForm = questionForm;
        return m_engine->createDocument(m_dataset.row, wanted, SameName::Overwrite).row;
    }

    QList<ChunkRow> index(const QByteArray &bytes, const QString &extension = u"txt"_s)
    {
        return chunks(*m_engine, settled(*m_engine, create(bytes, extension)).row);
    }
};

LOREDESK_TEST(tst_questionpairs, TestQuestionPairs)
#include "tst_questionpairs.moc"
