// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/store/storeerror.h"
#include "tests/engine/indexing/enginehelp.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace Qt::Literals::StringLiterals;
using namespace enginehelp;
using Kind = StoreError::Kind;
using Stage = IndexingStatus::Stage;

class TestEngine : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_engine.reset();
        m_folder = std::make_unique<QTemporaryDir>();
        m_engine = std::make_unique<Engine>(options(m_folder->path()));
        m_dataset = dataset(*m_engine);
    }
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
        m_engine->changeDocuments({document}, DocumentAction::Disable);
        QVERIFY(find(u"word"_s).isEmpty());
        m_engine->changeDocuments({document}, DocumentAction::Enable);
        // All may still be found when the index has not come to the hiding; then they are hidden and come back.
        // So a sight of all is enough: QTRY_COMPARE would look twice.
        QVERIFY(QTest::qWaitFor([&] { return find(u"word2499"_s).size() == 1; }, 60'000));
        QVERIFY(QTest::qWaitFor([&] { return find(u"word"_s, 3'000).size() == 2'500; }, 60'000));
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

    void hitsAreBestFirstWithTheirDocumentAndFromThisDatasetAlone()
    {
        index(u"first"_s, "walrus walrus walrus\nwalrus and many other animals of the north\nlynx\n");
        const auto other = dataset(*m_engine, u"other"_s);
        settled(*m_engine, m_engine->createDocument(other.row, draft(u"x"_s, "walrus\n"), SameName::Overwrite).row);
        const auto hits = m_engine->retrieve(m_dataset.row, u"walrus"_s, {RetrievalSettings::Method::Keyword, 10, {}});
        QCOMPARE(hits.size(), 2);
        QCOMPARE(hits.constFirst().chunk.content, u"walrus walrus walrus"_s);
        QCOMPARE(hits.constFirst().documentName, u"first"_s);
        QVERIFY(hits.at(0).score > hits.at(1).score && hits.at(1).score > 0 && hits.at(0).score < 1);
        QCOMPARE(find(u"walrus"_s, 1).size(), 1);
        QVERIFY(find(u"walrus"_s, 0).isEmpty());
        QCOMPARE(errorOf([&] { m_engine->retrieve(4711, u"x"_s, {}); }), Kind::NotFound);
    }

    void everythingIsThereAtTheNextStart()
    {
        const auto document = index(u"note"_s, lines("word", 40));
        m_engine.reset();
        m_engine = std::make_unique<Engine>(options(m_folder->path()));
        QCOMPARE(find(u"word7"_s), QStringList{u"word7 of word"_s});
        QCOMPARE(enginehelp::find(*m_engine, document)->segmentCount, 40);
    }

    void aMissingIndexIsBuiltAnew()
    {
        breakIndex([](QDir &index) { QVERIFY(index.removeRecursively()); });
    }

    void aDamagedIndexIsBuiltAnew()
    {
        breakIndex([](QDir &index) {
            for (const QString &name : index.entryList(QDir::Files)) {
                QFile file(index.filePath(name));
                QVERIFY(file.open(QFile::WriteOnly));
                file.write("not an index");
            }
        });
    }

    void anIndexOfAnEarlierTimeIsBroughtUpToDate()
    {
        index(u"first"_s, "walrus\n");
        m_engine.reset();
        const QString now = m_folder->path() + u"/index"_s;
        const QString earlier = m_folder->path() + u"/earlier"_s;
        QVERIFY(copy(now, earlier));
        m_engine = std::make_unique<Engine>(options(m_folder->path()));
        index(u"second"_s, lines("lynx", 3'000)); // long enough for the queue to be shortened
        m_engine.reset();
        QVERIFY(QDir(now).removeRecursively());
        QVERIFY(QDir().rename(earlier, now));
        m_engine = std::make_unique<Engine>(options(m_folder->path()));
        QCOMPARE(find(u"walrus"_s).size(), 1);
        QCOMPARE(find(u"lynx2999"_s).size(), 1);
    }

    void anIndexThatIsAheadOfTheStoreIsBuiltAnew()
    {
        const QString database = m_folder->path() + u"/loredesk.sqlite"_s;
        m_engine.reset();
        QVERIFY(QFile::copy(database, database + u".earlier"_s));
        m_engine = std::make_unique<Engine>(options(m_folder->path()));
        index(u"lost"_s, "walrus\nlynx\n");
        m_engine.reset();
        QVERIFY(QFile::remove(database));
        QVERIFY(QFile::rename(database + u".earlier"_s, database));
        m_engine = std::make_unique<Engine>(options(m_folder->path()));
        index(u"new"_s, "otter\n");
        QCOMPARE(find(u"otter walrus lynx"_s), QStringList{u"otter"_s});
    }

    void onRequestTheIndexIsBuiltAnew()
    {
        index(u"note"_s, lines("word", 40));
        m_engine.reset();
        m_engine = std::make_unique<Engine>(options(m_folder->path(), true));
        QCOMPARE(find(u"word7"_s).size(), 1);
        QCOMPARE(find(u"word"_s, 100).size(), 40);
    }

    void ofManyThatOverwriteOneDocumentAtOnceTheLastOneStays()
    {
        std::vector<std::thread> threads;
        for (int thread = 0; thread < 4; ++thread) {
            threads.emplace_back([&, thread] {
                for (int i = 0; i < 15; ++i)
                    create(u"same"_s, lines("t" + QByteArray::number(thread) + 'x', 10 + thread));
            });
        }
        for (auto &thread : threads)
            thread.join();
        const auto documents = DocumentStore(m_engine->read().db()).list(m_dataset.row, {}, {});
        QCOMPARE(documents.total, 1);
        const auto document = settled(*m_engine, documents.items.constFirst().row);
        QCOMPARE(document.stage, Stage::Completed);
        QCOMPARE(chunks(*m_engine, document.row).size(), document.segmentCount);
        const QString word = chunks(*m_engine, document.row).constFirst().content.section(u' ', 2);
        QCOMPARE(find(word, 100).size(), document.segmentCount);
    }

    void manyThreadsMayUseItAtOnce()
    {
        const auto document = index(u"note"_s, lines("word", 8));
        const auto all = chunks(*m_engine, document);
        std::vector<std::thread> threads;
        std::atomic_int wrong = 0;
        for (int thread = 0; thread < 4; ++thread) {
            threads.emplace_back([&, thread] {
                for (int i = 0; i < 10; ++i) {
                    const QString word = u"thread%1x%2"_s.arg(thread).arg(i);
                    m_engine->updateChunk(all.at(thread).row, {.content = word});
                    wrong += find(word) != QStringList{word};
                }
            });
        }
        for (auto &thread : threads)
            thread.join();
        QCOMPARE(wrong.load(), 0);
    }

private:
    qint64 create(const QString &name, const QByteArray &bytes)
    {
        return m_engine->createDocument(m_dataset.row, draft(name, bytes), SameName::Overwrite).row;
    }

    qint64 index(const QString &name, const QByteArray &bytes)
    {
        const auto document = settled(*m_engine, create(name, bytes));
        return document.stage == Stage::Completed ? document.row : -1;
    }

    QStringList find(const QString &query, int topK = 10) { return found(*m_engine, m_dataset.row, query, topK); }

    //! Damages the index of a folder with documents and opens it again.
    template <typename Damage>
    void breakIndex(Damage damage)
    {
        index(u"note"_s, lines("word", 40));
        m_engine.reset();
        QDir folder(m_folder->path() + u"/index"_s);
        damage(folder);
        m_engine = std::make_unique<Engine>(options(m_folder->path()));
        QCOMPARE(find(u"word7"_s), QStringList{u"word7 of word"_s});
        QCOMPARE(find(u"word"_s, 100).size(), 40);
    }

    static bool copy(const QString &from, const QString &to)
    {
        bool ok = QDir().mkpath(to);
        for (const QString &name : QDir(from).entryList(QDir::Files))
            ok = ok && QFile::copy(from + u'/' + name, to + u'/' + name);
        return ok;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Engine> m_engine;
    DatasetRow m_dataset;
};

LOREDESK_TEST(tst_engine, TestEngine)
#include "tst_engine.moc"
