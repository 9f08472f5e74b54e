// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/store/storeerror.h"
#include "app/engine/store/uploadstore.h"
#include "tests/engine/indexing/enginetest.h"

using namespace Qt::Literals::StringLiterals;
using namespace enginehelp;
using Kind = StoreError::Kind;
using Stage = IndexingStatus::Stage;

//! Documents, overwritten, updated, switched off and archived.
class TestDocumentEdits : public EngineTest
{
    Q_OBJECT

private slots:
    void init() { renew(); }
    void cleanup() { m_engine.reset(); }

    void aDocumentCanBeSwitchedOffAndOn_data()
    {
        QTest::addColumn<DocumentAction>("off");
        QTest::addColumn<DocumentAction>("on");
        QTest::newRow("disable") << DocumentAction::Disable << DocumentAction::Enable;
        QTest::newRow("archive") << DocumentAction::Archive << DocumentAction::Unarchive;
    }
    void aDocumentCanBeSwitchedOffAndOn()
    {
        QFETCH(const DocumentAction, off);
        QFETCH(const DocumentAction, on);
        const auto document = index(u"note"_s, "walrus\nlynx\n");
        m_engine->changeDocuments({document}, off);
        QVERIFY(find(u"walrus"_s).isEmpty());
        QVERIFY(!chunks(*m_engine, document).constFirst().enabled);
        QCOMPARE(DatasetStore(m_engine->read().db()).find(m_dataset.row)->availableDocumentCount, 0);
        m_engine->changeDocuments({document, 12'345}, off);
        m_engine->changeDocuments({document}, on);
        QCOMPARE(find(u"walrus"_s), QStringList{u"walrus"_s});
        QVERIFY(chunks(*m_engine, document).constFirst().enabled);
    }

    void aLongDocumentIsHiddenAtOnceAndComesBackLittleByLittle()
    {
        const auto document = index(u"long"_s, lines("word", 2'500));
        const QString other = u"the last word of a long sentence that speaks of other things besides"_s;
        index(u"other"_s, other.toUtf8());
        m_engine->changeDocuments({document}, DocumentAction::Disable);
        QCOMPARE(find(u"word"_s), QStringList{other}); // what is hidden takes no place, wherever the index has come to
        m_engine->changeDocuments({document}, DocumentAction::Enable);
        // All may still be found when the index has not come to the hiding; then they are hidden and come back.
        // So a sight of all is enough: QTRY_COMPARE would look twice.
        QVERIFY(QTest::qWaitFor([&] { return find(u"word2499"_s).size() == 1; }, 60'000));
        QVERIFY(QTest::qWaitFor([&] { return find(u"word"_s, 3'000).size() == 2'501; }, 60'000));
    }

    void whatIsArchivedWhileItIsReplacedStaysHidden()
    {
        const auto document = index(u"note"_s, "walrus\n");
        m_engine->changeDocuments({document}, DocumentAction::Archive);
        QCOMPARE(create(u"note"_s, "lynx\n"), document);
        const auto settledRow = settled(*m_engine, document);
        QVERIFY(settledRow.archived);
        QCOMPARE(displayStatus(settledRow), Document::Status::Archived);
        QVERIFY(find(u"lynx"_s).isEmpty());
        QCOMPARE(errorOf([&] { m_engine->deleteDocument(document); }), Kind::DocumentArchived);
        m_engine->changeDocuments({document}, DocumentAction::Unarchive);
        QCOMPARE(find(u"lynx"_s), QStringList{u"lynx"_s});
    }

    void theChunksOfAnArchivedDocumentCanBeWrittenButAreNotFound()
    {
        const auto document = index(u"note"_s, "walrus\n");
        m_engine->changeDocuments({document}, DocumentAction::Archive);
        const auto chunk = chunks(*m_engine, document).constFirst();
        QVERIFY(!chunk.enabled);
        QCOMPARE(errorOf([&] { m_engine->updateChunk(chunk.row, {.content = u"x"_s}); }), Kind::ChunkDisabled);
        m_engine->changeDocuments({document}, DocumentAction::Disable);
        m_engine->changeDocuments({document}, DocumentAction::Enable);
        QVERIFY(m_engine->updateChunk(chunk.row, {.content = u"lynx"_s}).enabled);
        QVERIFY(m_engine->createChunks(document, {{u"lynx two"_s, {}, {}}}).constFirst().enabled);
        QVERIFY(find(u"lynx"_s).isEmpty());
        m_engine->changeDocuments({document}, DocumentAction::Unarchive);
        QCOMPARE(find(u"lynx"_s).size(), 2);
    }

    void onlyCompletedDocumentsCanBeDisabledAndThenNoneIs()
    {
        const auto fine = index(u"fine"_s, "walrus\n");
        const auto big = create(u"big"_s, lines("word", 20'000));
        QCOMPARE(errorOf([&] {
                     m_engine->changeDocuments({fine, big}, DocumentAction::Disable);
                 }),
                 Kind::DocumentIndexing);
        QVERIFY(enginehelp::find(*m_engine, fine)->enabled);
    }

    void theSameNameOverwritesInPlaceOrIsKeptBesides()
    {
        const auto first = index(u"note"_s, "walrus\n");
        const auto before = *enginehelp::find(*m_engine, first);
        const auto again = m_engine->createDocument(m_dataset.row, draft(u"note"_s, "lynx\n"), SameName::Overwrite);
        QCOMPARE(again.row, first);
        QCOMPARE(again.id, before.id);
        QCOMPARE(again.position, before.position);
        QVERIFY(again.batch != before.batch);
        QCOMPARE(again.createdFrom, u"api"_s);
        settled(*m_engine, first);
        QCOMPARE(find(u"lynx"_s).size(), 1);
        QVERIFY(find(u"walrus"_s).isEmpty());
        QVERIFY(!QFile::exists(m_engine->uploadFile(before.upload)));
        QVERIFY(!UploadStore(m_engine->read().db()).find(before.upload.id));
        const auto second = m_engine->createDocument(m_dataset.row, draft(u"note"_s, "otter\n"), SameName::KeepBoth);
        QVERIFY(second.row != first);
        settled(*m_engine, second.row);
        QCOMPARE(find(u"lynx"_s).size(), 1);
        QCOMPARE(find(u"otter"_s).size(), 1);
    }

    void anUpdateKeepsIdAndBatchAndReplacesTheChunks()
    {
        const auto document = index(u"note"_s, "walrus\n");
        const auto before = *enginehelp::find(*m_engine, document);
        const auto old = chunks(*m_engine, document).constFirst();
        const auto updated = m_engine->updateDocument(document, draft(u"renamed"_s, "lynx\n"));
        QCOMPARE(updated.id, before.id);
        QCOMPARE(updated.batch, before.batch);
        QCOMPARE(updated.createdFrom, u"web"_s);
        QCOMPARE(updated.stage, Stage::Waiting);
        QCOMPARE(settled(*m_engine, document).name, u"renamed"_s);
        const auto now = chunks(*m_engine, document);
        QCOMPARE(now.size(), 1);
        QVERIFY(now.constFirst().id != old.id);
        QCOMPARE(errorOf([&] { m_engine->updateChunk(old.row, {.content = u"x"_s}); }), Kind::NotFound);
        QVERIFY(find(u"walrus"_s).isEmpty());
    }

    void anUpdateByRuleAloneCutsTheSameFileAnew()
    {
        const auto document = index(u"note"_s, "walrus\nlynx\n");
        DocumentDraft onlyRule;
        onlyRule.processRule = ProcessRule().toJson();
        const auto updated = m_engine->updateDocument(document, onlyRule);
        QCOMPARE(updated.name, u"note"_s);
        QVERIFY(QFile::exists(m_engine->uploadFile(updated.upload)));
        settled(*m_engine, document);
        QCOMPARE(chunks(*m_engine, document).size(), 1);
    }

    void onlyAnAvailableDocumentCanBeUpdated()
    {
        const auto document = index(u"note"_s, "walrus\n");
        m_engine->changeDocuments({document}, DocumentAction::Disable);
        QCOMPARE(errorOf([&] { m_engine->updateDocument(document, draft(u"note"_s, "x")); }),
                 Kind::DocumentNotAvailable);
        QCOMPARE(errorOf([&] { m_engine->updateDocument(4711, draft(u"note"_s, "x")); }), Kind::NotFound);
        QCOMPARE(QDir(m_folder->path() + u"/uploads"_s).entryList(QDir::Files).size(), 1);
    }

    void theFirstDocumentDecidesTechniqueFormAndSettings()
    {
        const auto fresh = m_engine->createDataset({u"fresh"_s, {}, u"only_me"_s, {}, {}});
        auto first = draft(u"note"_s, "walrus\n");
        first.indexingTechnique = u"economy"_s;
        first.retrievalModel = {{u"top_k"_s, 3}};
        m_engine->createDocument(fresh.row, first, SameName::Overwrite);
        first.retrievalModel = {{u"top_k"_s, 9}};
        m_engine->createDocument(fresh.row, first, SameName::Overwrite);
        const auto now = *DatasetStore(m_engine->read().db()).find(fresh.row);
        QCOMPARE(now.indexingTechnique, u"economy"_s);
        QCOMPARE(now.docForm, u"text_model"_s);
        QCOMPARE(now.retrievalModel, (QJsonObject{{u"top_k"_s, 3}}));
    }

    void aDocumentWithoutARuleTakesTheLatestOfTheDatasetElseTheAutomaticOne()
    {
        const auto ruleOf = [&](const DocumentRow &document) {
            return DatasetStore(m_engine->read().db()).rule(document.processRuleId)->rule;
        };
        auto plain = draft(u"a"_s, "walrus\n");
        plain.processRule = {};
        QCOMPARE(ruleOf(m_engine->createDocument(m_dataset.row, plain, SameName::KeepBoth))["mode"_L1].toString(),
                 u"automatic"_s);
        m_engine->createDocument(m_dataset.row, draft(u"b"_s, "walrus\n"), SameName::KeepBoth);
        QCOMPARE(ruleOf(m_engine->createDocument(m_dataset.row, plain, SameName::KeepBoth)), byLines());
    }

    void aFileThatWasReceivedIsTakenOver()
    {
        const QString path = m_engine->temporaryFolder() + u"/received"_s;
        QFile file(path);
        QVERIFY(file.open(QFile::WriteOnly));
        file.write("walrus\n");
        file.close();
        auto received = draft(u"note"_s, {});
        received.upload->temporaryFile = path;
        const auto document = m_engine->createDocument(m_dataset.row, received, SameName::Overwrite);
        QCOMPARE(document.upload.size, 7);
        QVERIFY(!QFile::exists(path));
        settled(*m_engine, document.row);
        QCOMPARE(find(u"walrus"_s).size(), 1);
    }
};

LOREDESK_TEST(tst_documentedits, TestDocumentEdits)
#include "tst_documentedits.moc"
