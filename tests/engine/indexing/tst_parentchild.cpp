// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/store/storeerror.h"
#include "tests/engine/indexing/driver.h"
#include "tests/engine/indexing/enginetest.h"

using namespace Qt::Literals::StringLiterals;
using namespace enginehelp;
using ParentMode = ProcessRule::ParentMode;
using Stage = IndexingStatus::Stage;

namespace {

const QByteArray animals
    = "Elephants are large.\nThey eat grass.\n\nTigers are striped.\nThey hunt deer.\n\nWhales swim.";

//! Paragraphs of some lines, of words that no other line has.
QString paragraphs(int count)
{
    QString text;
    for (int i = 0; i < count; ++i)
        text += QString::fromLatin1(lines("word" + QByteArray::number(i) + 'x', 6)) + u'\n';
    return text;
}

} // namespace

class TestParentChild : public EngineTest
{
    Q_OBJECT

private slots:
    void init() { renew(); }
    void cleanup() { m_engine.reset(); }

    void everyParagraphIsAParentAndEveryLineAChild()
    {
        const auto document = index(animals);
        QCOMPARE(document.stage, Stage::Completed);
        QCOMPARE(document.segmentCount, 3);
        QCOMPARE(document.completedSegments, 3);
        QCOMPARE(document.wordCount, 83);
        const auto parents = chunks(*m_engine, document.row);
        QCOMPARE(parents.at(0).content, u"Elephants are large.\nThey eat grass."_s);
        QVERIFY(!parents.at(0).keywords);
        // The hash is that of the real server: recordings/1.15.0, o004.
        QCOMPARE(parents.at(0).hash, u"34319d3474181b3aae3b096546ae48fb89c3f07db40fa8ce2bdd147396f76b79"_s);
        const auto first = ChildChunkStore(m_engine->read().db()).all(parents.at(0).row);
        QCOMPARE(first.size(), 2);
        QCOMPARE(first.at(1).content, u"They eat grass."_s);
        QCOMPARE(first.at(1).position, 2);
        QCOMPARE(first.at(1).wordCount, 15);
        QVERIFY(!first.at(1).isCustomized);
        QCOMPARE(childTexts(*m_engine, parents.at(2).row), QStringList{u"Whales swim."_s});
    }

    void aFullDocumentIsOneParent()
    {
        const auto document = index(animals, ParentMode::FullDoc);
        const auto parents = chunks(*m_engine, document.row);
        QCOMPARE(parents.size(), 1);
        QCOMPARE(parents.constFirst().content, QString::fromUtf8(animals));
        QCOMPARE(childTexts(*m_engine, parents.constFirst().row).size(), 5);
    }

    void theManyChildrenOfOneParentAreAllStoredAndFound()
    {
        const auto document = index(lines("word", 2'345), ParentMode::FullDoc);
        const auto all = ChildChunkStore(m_engine->read().db()).all(chunks(*m_engine, document.row).constFirst().row);
        QCOMPARE(all.size(), 2'345);
        for (int i = 0; i < 2'345; ++i) {
            QCOMPARE(all.at(i).position, i + 1);
            QCOMPARE(all.at(i).content, u"word%1 of word"_s.arg(i));
        }
        QCOMPARE(found(*m_engine, m_dataset.row, u"word2344"_s).size(), 1);
    }

    void aHitNamesTheChildrenAndHasTheScoreOfTheBest()
    {
        index(animals);
        const auto hits = retrieve(u"elephants grass tigers"_s, 10);
        QCOMPARE(hits.size(), 2);
        QCOMPARE(hits.at(0).chunk.content, u"Elephants are large.\nThey eat grass."_s);
        QCOMPARE(hits.at(0).children.size(), 2);
        QCOMPARE(hits.at(0).score, hits.at(0).children.at(0).score);
        QVERIFY(hits.at(0).children.at(0).score >= hits.at(0).children.at(1).score);
        QCOMPARE(hits.at(1).children.size(), 1);
        QCOMPARE(hits.at(1).children.at(0).child.content, u"Tigers are striped."_s);
    }

    void theNumberOfHitsCountsChildren()
    {
        index(animals);
        const auto hits = retrieve(u"they"_s, 2);
        int count = 0;
        for (const auto &hit : hits)
            count += int(hit.children.size());
        QCOMPARE(count, 2);
        QCOMPARE(retrieve(u"elephants grass"_s, 1).constFirst().children.size(), 1);
    }

    void aChildIsFoundAsSoonAsItIsWrittenChangedAndDeleted()
    {
        const auto parent = chunks(*m_engine, index(animals).row).constFirst();
        const auto child = m_engine->createChild(parent.row, u"A trumpet."_s);
        QCOMPARE(child.position, 3);
        QVERIFY(child.isCustomized);
        QCOMPARE(child.chunkId, parent.id);
        QCOMPARE(retrieve(u"trumpet"_s, 5).constFirst().children.constFirst().child, child);
        const auto changed = m_engine->updateChild(child.row, u"A whisper."_s);
        QCOMPARE(changed.id, child.id);
        QVERIFY(retrieve(u"trumpet"_s, 5).isEmpty());
        QCOMPARE(retrieve(u"whisper"_s, 5).constFirst().chunk, parent);
        m_engine->deleteChild(child.row);
        QVERIFY(retrieve(u"whisper"_s, 5).isEmpty());
        QVERIFY_THROWS_EXCEPTION(StoreError, m_engine->deleteChild(child.row));
    }

    void aChangedOneOfTheCutChildrenIsCustomized()
    {
        const auto parent = chunks(*m_engine, index(animals).row).constFirst();
        const auto cut = ChildChunkStore(m_engine->read().db()).all(parent.row).constFirst();
        QVERIFY(!cut.isCustomized);
        QVERIFY(m_engine->updateChild(cut.row, u"Elephants are grey."_s).isCustomized);
    }

    void aChangedParentKeepsItsChildrenUnlessTheyAreCutAnew()
    {
        const auto parent = chunks(*m_engine, index(animals).row).constFirst();
        m_engine->createChild(parent.row, u"A trumpet."_s);
        const auto edited = m_engine->updateChunk(parent.row, {.content = u"Giraffes are tall.\nThey sleep."_s});
        QVERIFY(edited.edited);
        QVERIFY(!edited.keywords);
        QCOMPARE(childTexts(*m_engine, parent.row).size(), 3);
        QVERIFY(retrieve(u"giraffes"_s, 5).isEmpty());
        QCOMPARE(retrieve(u"elephants"_s, 5).constFirst().chunk.content, u"Giraffes are tall.\nThey sleep."_s);

        m_engine->updateChunk(parent.row, {.regenerateChildren = true});
        QCOMPARE(childTexts(*m_engine, parent.row), (QStringList{u"Giraffes are tall."_s, u"They sleep."_s}));
        QCOMPARE(retrieve(u"giraffes"_s, 5).size(), 1);
        QVERIFY(retrieve(u"elephants trumpet"_s, 5).isEmpty());
    }

    void aWrittenParentGetsChildrenOfItsDocumentsRule()
    {
        const auto document = index(animals);
        const auto parent
            = m_engine->createChunks(document.row, {{u"New about owls.\nOwls fly at night."_s, {}, {}}}).constFirst();
        QCOMPARE(parent.keywords, QStringList());
        QCOMPARE(childTexts(*m_engine, parent.row), (QStringList{u"New about owls."_s, u"Owls fly at night."_s}));
        QCOMPARE(retrieve(u"night"_s, 5).constFirst().chunk.id, parent.id);
    }

    void theChildrenOfADisabledOrDeletedParentAreNotFound()
    {
        const auto document = index(animals);
        const auto parents = chunks(*m_engine, document.row);
        m_engine->updateChunk(parents.at(0).row, {.enabled = false});
        QVERIFY(retrieve(u"elephants"_s, 5).isEmpty());
        m_engine->updateChunk(parents.at(0).row, {.enabled = true});
        QCOMPARE(retrieve(u"elephants"_s, 5).size(), 1);
        m_engine->deleteChunk(parents.at(1).row);
        QVERIFY(retrieve(u"tigers"_s, 5).isEmpty());
        m_engine->changeDocuments({document.row}, DocumentAction::Disable);
        QVERIFY(retrieve(u"elephants"_s, 5).isEmpty());
        m_engine->changeDocuments({document.row}, DocumentAction::Enable);
        QCOMPARE(retrieve(u"elephants"_s, 5).size(), 1);
    }

    void theChildrenOfADocumentThatIsBeingIndexedAreNotWritten()
    {
        const auto wanted = parentDraft(paragraphs(3'000).toUtf8(), ParentMode::Paragraph);
        const auto document = m_engine->createDocument(m_dataset.row, wanted, SameName::Overwrite).row;
        while (chunks(*m_engine, document).isEmpty())
            QThread::yieldCurrentThread();
        const auto parent = chunks(*m_engine, document).constFirst();
        const auto child = ChildChunkStore(m_engine->read().db()).all(parent.row).constFirst();
        const auto indexing = StoreError::Kind::DocumentIndexing;
        QCOMPARE(errorOf([&] { m_engine->createChild(parent.row, u"x"_s); }), indexing);
        QCOMPARE(errorOf([&] { m_engine->updateChild(child.row, u"x"_s); }), indexing);
        QCOMPARE(errorOf([&] { m_engine->deleteChild(child.row); }), indexing);
    }

    void aDocumentThatIsReplacedHasOnlyItsNewChildren()
    {
        index(animals);
        index("Owls fly.\nThey see.");
        QVERIFY(retrieve(u"elephants"_s, 5).isEmpty());
        QCOMPARE(retrieve(u"owls"_s, 5).size(), 1);
    }

    void theIndexCanBeBuiltAnewFromTheStore()
    {
        const auto parent = chunks(*m_engine, index(animals).row).constFirst();
        m_engine->createChild(parent.row, u"A trumpet."_s);
        m_engine.reset();
        m_engine = std::make_unique<Engine>(options(m_folder->path(), true));
        QCOMPARE(retrieve(u"trumpet"_s, 5).constFirst().chunk, parent);
        QCOMPARE(retrieve(u"grass"_s, 5).constFirst().children.size(), 1);
    }

    void aRuleWithoutParentsOrChildrenFailsWithASentence_data()
    {
        QTest::addColumn<QJsonObject>("rule");
        QTest::addColumn<QString>("error");
        QJsonObject noChildren = byParagraphs();
        QJsonObject rules = noChildren["rules"_L1].toObject();
        rules.remove(u"subchunk_segmentation"_s);
        noChildren[u"rules"_s] = rules;
        const QString needed = u"A document of parents and children needs a process_rule of the mode hierarchical."_s;
        QTest::newRow("automatic") << QJsonObject{{u"mode"_s, u"automatic"_s}} << needed;
        QTest::newRow("custom") << byLines() << needed;
        QTest::newRow("no children") << noChildren << u"No subchunk segmentation found in rules."_s;
    }
    void aRuleWithoutParentsOrChildrenFailsWithASentence()
    {
        QFETCH(const QJsonObject, rule);
        QFETCH(const QString, error);
        auto wanted = parentDraft(animals, ParentMode::Paragraph);
        wanted.processRule = rule;
        const auto document
            = settled(*m_engine, m_engine->createDocument(m_dataset.row, wanted, SameName::Overwrite).row);
        QCOMPARE(document.stage, Stage::Failed);
        QCOMPARE(document.error, error);
        QCOMPARE(document.segmentCount, 0);
    }

    void nothingOfChildrenIsLostAtAnyPoint_data()
    {
        QTest::addColumn<QString>("point");
        for (const char *point : {"chunks-stored:1", "chunks-stored:3", "chunks-completed:1", "chunks-completed:2",
                                  "index-committed:1", "completed", "edit-committed:1", "edit-committed:2"})
            QTest::newRow(point) << QString::fromLatin1(point);
    }
    //! The process dies there; what was acknowledged, and the text in any case, is whole after the next start.
    void nothingOfChildrenIsLostAtAnyPoint()
    {
        QFETCH(const QString, point);
        m_engine.reset();
        qint64 document = 0;
        bool isEdited = false;
        {
            Driver driver(m_folder->path(), point);
            document = driver
                           .run({{u"do"_s, u"text"_s},
                                 {u"dataset"_s, m_dataset.row},
                                 {u"name"_s, u"animals"_s},
                                 {u"text"_s, paragraphs(250)},
                                 {u"rule"_s, byParagraphs()}})
                           .value_or(0);
            QVERIFY(document > 0);
            driver.run({{u"do"_s, u"wait"_s}});
            for (const QString &edit : {u"child"_s, u"regenerate"_s}) {
                if (driver.isAlive())
                    isEdited = driver.run({{u"do"_s, edit}, {u"document"_s, document}, {u"text"_s, edit}}).has_value();
            }
            QVERIFY2(!driver.isAlive() || point == "index-committed:1"_L1, "the process never came to the point");
        }
        m_engine = std::make_unique<Engine>(options(m_folder->path()));
        QCOMPARE(settled(*m_engine, document).stage, Stage::Completed);
        const auto parents = chunks(*m_engine, document);
        QCOMPARE(parents.size(), 250);
        for (int i = 1; i < parents.size(); ++i) {
            const auto all = ChildChunkStore(m_engine->read().db()).all(parents.at(i).row);
            QCOMPARE(all.size(), 6);
            if (i % 17 == 0) {
                const auto hits = retrieve(u"word%1x5"_s.arg(i), 5);
                QCOMPARE(hits.size(), 1);
                QCOMPARE(hits.constFirst().children.constFirst().child, all.constLast());
            }
        }
        const QStringList first = childTexts(*m_engine, parents.constFirst().row);
        const bool isChild = first.constLast() == "child"_L1 || first.constLast() == "regenerate"_L1;
        QVERIFY(isChild || !isEdited);
        QCOMPARE(retrieve(u"child"_s, 5).size(), first.contains(u"child"_s) ? 1 : 0);
        QCOMPARE(retrieve(u"regenerate"_s, 5).size(), first.contains(u"regenerate"_s) ? 1 : 0);
    }

private:
    DocumentDraft parentDraft(const QByteArray &text, ParentMode mode) const
    {
        DocumentDraft wanted = draft(u"animals"_s, text);
        wanted.docForm = parentChildForm;
        wanted.processRule = byParagraphs(mode);
        return wanted;
    }

    DocumentRow index(const QByteArray &text, ParentMode mode = ParentMode::Paragraph)
    {
        const auto row = m_engine->createDocument(m_dataset.row, parentDraft(text, mode), SameName::Overwrite).row;
        return settled(*m_engine, row);
    }

    QList<HitRow> retrieve(const QString &query, int topK)
    {
        return m_engine->retrieve(m_dataset.row, query, {RetrievalSettings::Method::Keyword, topK, {}});
    }
};

LOREDESK_TEST(tst_parentchild, TestParentChild)
#include "tst_parentchild.moc"
