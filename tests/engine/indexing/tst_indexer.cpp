// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/extract/extractorpool.h"
#include "app/engine/indexing/indexer.h"
#include "app/engine/indexing/indexfollower.h"
#include "app/engine/store/uploadfiles.h"
#include "app/engine/vectors/models.h"
#include "tests/engine/indexing/enginehelp.h"
#include "tests/support/programs.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QTemporaryDir>

using namespace Qt::Literals::StringLiterals;
using namespace enginehelp;
using Stage = IndexingStatus::Stage;

namespace {

//! What an engine is made of, for what it would not do by itself.
struct Parts
{
    explicit Parts(const QString &folder)
        : store(folder)
        , uploads(store.folder())
        , index(store.folder() + u"/index"_s)
        , follower(store, index)
        , extractor(programOfTests(u"enginedriver"_s))
        , models({})
        , indexer({store, uploads, follower, extractor, models})
    {
        follower.catchUp(false);
    }

    DocumentRow insert(const DatasetRow &dataset, const QString &name, const QByteArray &bytes)
    {
        WriteTransaction writing(store);
        DocumentRow row;
        row.dataset = dataset.row;
        row.id = newId();
        row.name = name;
        row.processRuleId = DatasetStore(writing.db()).useRule(dataset.row, byLines()).id;
        row.upload = {newId(), name, u"txt"_s, {}, bytes.size(), 1};
        uploads.store(row.upload.id, bytes);
        row = DocumentStore(writing.db()).insert(row);
        writing.commit();
        return row;
    }

    DocumentRow find(qint64 row) { return *DocumentStore(ReadTransaction(store).db()).find(row); }

    Store store;
    const UploadFiles uploads;
    SearchIndex index;
    IndexFollower follower;
    ExtractorPool extractor;
    const Models models;
    Indexer indexer;
};

} // namespace

class TestIndexer : public QObject
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

    void aTextBecomesChunksThatAreFound()
    {
        const auto row = create(u"note"_s, "Elephants never forget.\nRedis keeps keys in memory.\n");
        const auto document = settled(*m_engine, row);
        QCOMPARE(document.stage, Stage::Completed);
        QCOMPARE(document.segmentCount, 2);
        QCOMPARE(document.completedSegments, 2);
        QCOMPARE(document.wordCount, 50);
        QCOMPARE(document.tokens, 0);
        const auto stored = chunks(*m_engine, row);
        QCOMPARE(stored.size(), 2);
        QCOMPARE(stored.at(1).content, u"Redis keeps keys in memory."_s);
        QCOMPARE(stored.at(1).position, 2);
        QCOMPARE(stored.at(1).status, Chunk::Status::Completed);
        QVERIFY(stored.at(1).enabled);
        QVERIFY(stored.at(1).keywords->contains(u"Redis"_s));
        QCOMPARE(found(*m_engine, m_dataset.row, u"elephants"_s), QStringList{u"Elephants never forget."_s});
    }

    void stampsFollowEachOther()
    {
        const auto document = settled(*m_engine, create(u"note"_s, lines("word", 20)));
        const QList<Stamp> stamps{document.createdAt, document.processingStartedAt, document.parsingCompletedAt,
                                  document.splittingCompletedAt, document.completedAt};
        for (qsizetype i = 1; i < stamps.size(); ++i)
            QVERIFY(stamps.at(i) >= stamps.at(i - 1) && stamps.at(i) > 0);
        QCOMPARE(document.stoppedAt, 0);
    }

    void progressOfABigDocumentMovesAndNeverGoesBack()
    {
        const auto row = create(u"big"_s, lines("word", 6'000));
        QList<Stage> stages;
        QSet<qint64> totals;
        QSet<qint64> completed;
        DocumentRow last;
        for (auto document = *find(*m_engine, row);; document = *find(*m_engine, row)) {
            QVERIFY(document.completedSegments <= document.segmentCount);
            QVERIFY(document.segmentCount >= last.segmentCount);
            QVERIFY(document.completedSegments >= last.completedSegments);
            if (stages.isEmpty() || stages.constLast() != document.stage)
                stages.append(document.stage);
            if (document.stage == Stage::Splitting)
                totals.insert(document.segmentCount);
            if (document.stage == Stage::Indexing)
                completed.insert(document.completedSegments);
            last = document;
            if (isFinal(document.stage))
                break;
        }
        QCOMPARE(last.stage, Stage::Completed);
        QCOMPARE(last.completedSegments, 6'000);
        QVERIFY(std::is_sorted(stages.cbegin(), stages.cend()));
        QVERIFY2(totals.size() > 2, "total_segments jumped");
        QVERIFY2(completed.size() > 5, "completed_segments jumped");
    }

    void completedMeansSearchable()
    {
        for (int i = 0; i < 20; ++i) {
            const QByteArray word = "unique" + QByteArray::number(i);
            settled(*m_engine, create(QString::fromLatin1(word), word + " is here\n"));
            QCOMPARE(found(*m_engine, m_dataset.row, QString::fromLatin1(word)).size(), 1);
        }
    }

    void aSmallDocumentDoesNotWaitForABigOne()
    {
        const auto big = create(u"big"_s, lines("word", 20'000));
        while (find(*m_engine, big)->stage != Stage::Indexing)
            QThread::yieldCurrentThread();
        const auto small = settled(*m_engine, create(u"small"_s, "a small one\n"));
        QCOMPARE(small.stage, Stage::Completed);
        QVERIFY(!isFinal(find(*m_engine, big)->stage));
    }

    void manyAreIndexedSideBySide()
    {
        QList<qint64> rows;
        for (int i = 0; i < 60; ++i)
            rows.append(create(u"%1"_s.arg(i), lines("word" + QByteArray::number(i) + "x", 1 + i * 7 % 50)));
        for (int i = 0; i < 60; ++i) {
            const auto document = settled(*m_engine, rows.at(i));
            QCOMPARE(document.stage, Stage::Completed);
            QCOMPARE(document.segmentCount, 1 + i * 7 % 50);
        }
    }

    void aFileThatCannotBeReadFailsWithASentenceAndNothingElse()
    {
        const auto broken = settled(*m_engine, create(u"broken.pdf"_s, "%PDF-1.7 is all there is", u"pdf"_s));
        QCOMPARE(broken.stage, Stage::Failed);
        QVERIFY(!broken.error.isEmpty());
        QVERIFY(broken.stoppedAt > 0);
        QCOMPARE(broken.segmentCount, 0);
        QCOMPARE(settled(*m_engine, create(u"fine"_s, "fine\n")).stage, Stage::Completed);
    }

    void aRuleThatCannotBeUsedFailsInTheWordsOfTheRealServer()
    {
        auto wrong = draft(u"note"_s, "some text\n");
        ProcessRule rule;
        rule.mode = ProcessRule::Mode::Custom;
        rule.segmentation.maxTokens = 5;
        wrong.processRule = rule.toJson();
        const auto document
            = settled(*m_engine, m_engine->createDocument(m_dataset.row, wrong, SameName::KeepBoth).row);
        QCOMPARE(document.stage, Stage::Failed);
        QCOMPARE(document.error, u"Custom segment length should be between 50 and 4000."_s);
        QVERIFY(document.parsingCompletedAt > 0);
    }

    void anEmptyFileFailsWithASentence()
    {
        const auto document = settled(*m_engine, create(u"empty"_s, ""));
        QCOMPARE(document.stage, Stage::Failed);
        QVERIFY(!document.error.isEmpty());
    }

    void aFullDiskFailsTheDocumentAndLaterOnesAreFine()
    {
        m_engine.reset();
        Parts parts(m_folder->path());
        const auto indexed = [&](const QString &name, const QByteArray &bytes) {
            const DocumentRow added = parts.insert(m_dataset, name, bytes);
            parts.indexer.add(added);
            for (;;) {
                const DocumentRow document = parts.find(added.row);
                if (isFinal(document.stage))
                    return document;
                QThread::yieldCurrentThread();
            }
        };
        {
            WriteTransaction writing(parts.store);
            const qint64 pages = Query(writing.db(), "PRAGMA page_count").first();
            writing.db().execute(("PRAGMA max_page_count = " + std::to_string(pages + 60)).c_str());
        }
        const auto tooBig = indexed(u"big"_s, lines("word", 9'000));
        QCOMPARE(tooBig.stage, Stage::Failed);
        QVERIFY2(tooBig.error.contains(u"space"_s), qUtf8Printable(tooBig.error));
        {
            WriteTransaction writing(parts.store);
            ChunkStore(writing.db()).removeSome(tooBig.row, 1'000'000);
            writing.commit();
        }
        QCOMPARE(indexed(u"small"_s, "a small one\n").stage, Stage::Completed);
    }

    void ofTwoStatesOfADocumentTheLaterOneIsIndexedWhicheverComesFirst()
    {
        m_engine.reset();
        Parts parts(m_folder->path());
        const DocumentRow earlier = parts.insert(m_dataset, u"note"_s, "walrus\n");
        DocumentRow later;
        {
            WriteTransaction writing(parts.store);
            later = DocumentStore(writing.db()).restart(earlier);
            writing.commit();
            parts.indexer.add(later); // and waits, since it is not its turn to write yet
            parts.indexer.add(earlier);
        }
        QTRY_COMPARE_WITH_TIMEOUT(parts.find(later.row).stage, Stage::Completed, 30'000);
    }

    void aDeletedDocumentStopsAndLeavesNothing()
    {
        const auto row = create(u"big"_s, lines("word", 20'000));
        while (find(*m_engine, row)->segmentCount == 0)
            QThread::yieldCurrentThread();
        m_engine->deleteDocument(row);
        QVERIFY(!find(*m_engine, row));
        QTRY_COMPARE_WITH_TIMEOUT(count("SELECT count(*) FROM documents"), 0, 60'000);
        QCOMPARE(count("SELECT count(*) FROM chunks"), 0);
        QCOMPARE(count("SELECT count(*) FROM uploads"), 0);
        QVERIFY(found(*m_engine, m_dataset.row, u"word"_s).isEmpty());
    }

    void aLongDocumentIsDeletedPieceByPieceToItsEnd()
    {
        const auto row = settled(*m_engine, create(u"long"_s, lines("word", 1'200))).row;
        m_engine->deleteDocument(row);
        QTRY_COMPARE_WITH_TIMEOUT(count("SELECT count(*) FROM documents"), 0, 60'000);
        QCOMPARE(count("SELECT count(*) FROM chunks"), 0);
    }

    void aDeletedDatasetStopsItsDocuments()
    {
        create(u"big"_s, lines("word", 20'000));
        create(u"small"_s, lines("word", 20));
        m_engine->deleteDataset(m_dataset.row);
        QTRY_COMPARE_WITH_TIMEOUT(count("SELECT count(*) FROM datasets"), 0, 60'000);
        QCOMPARE(count("SELECT count(*) FROM chunks"), 0);
        QCOMPARE(QDir(m_folder->path() + u"/uploads"_s).entryList(QDir::Files), QStringList());
    }

    void textThatReplacesAnotherOneWhileThatIsIndexedIsAllThereIs()
    {
        const auto row = create(u"same"_s, lines("old", 8'000));
        while (find(*m_engine, row)->segmentCount == 0)
            QThread::yieldCurrentThread();
        QCOMPARE(create(u"same"_s, lines("new", 30)), row);
        const auto document = settled(*m_engine, row);
        QCOMPARE(document.stage, Stage::Completed);
        QCOMPARE(document.segmentCount, 30);
        QCOMPARE(chunks(*m_engine, row).size(), 30);
        QVERIFY(found(*m_engine, m_dataset.row, u"old"_s).isEmpty());
        QCOMPARE(found(*m_engine, m_dataset.row, u"new7"_s).size(), 1);
    }

private:
    qint64 create(const QString &name, const QByteArray &bytes, const QString &extension = u"txt"_s)
    {
        return m_engine->createDocument(m_dataset.row, draft(name, bytes, extension), SameName::Overwrite).row;
    }

    qint64 count(const char *sql) { return Query(m_engine->read().db(), sql).first(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Engine> m_engine;
    DatasetRow m_dataset;
};

LOREDESK_TEST(tst_indexer, TestIndexer)
#include "tst_indexer.moc"
