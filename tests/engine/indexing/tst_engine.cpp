// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/store/storeerror.h"
#include "tests/engine/indexing/enginetest.h"

#include <QDir>
#include <QFile>

using namespace Qt::Literals::StringLiterals;
using namespace enginehelp;
using Kind = StoreError::Kind;
using Stage = IndexingStatus::Stage;

//! What is found, what is there after a restart, and many threads at once.
class TestEngine : public EngineTest
{
    Q_OBJECT

private slots:
    void init() { renew(); }
    void cleanup() { m_engine.reset(); }

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
        start();
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
        start();
        index(u"second"_s, lines("lynx", 3'000)); // long enough for the queue to be shortened
        m_engine.reset();
        QVERIFY(QDir(now).removeRecursively());
        QVERIFY(QDir().rename(earlier, now));
        start();
        QCOMPARE(find(u"walrus"_s).size(), 1);
        QCOMPARE(find(u"lynx2999"_s).size(), 1);
    }

    void anIndexThatIsAheadOfTheStoreIsBuiltAnew()
    {
        const QString database = m_folder->path() + u"/loredesk.sqlite"_s;
        m_engine.reset();
        QVERIFY(QFile::copy(database, database + u".earlier"_s));
        start();
        index(u"lost"_s, "walrus\nlynx\n");
        m_engine.reset();
        QVERIFY(QFile::remove(database));
        QVERIFY(QFile::rename(database + u".earlier"_s, database));
        start();
        index(u"new"_s, "otter\n");
        QCOMPARE(find(u"otter"_s), QStringList{u"otter"_s});
        QVERIFY(find(u"walrus lynx"_s).isEmpty()); // whose rows the new chunks have
    }

    void onRequestTheIndexIsBuiltAnew()
    {
        index(u"note"_s, lines("word", 40));
        start(true);
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
    //! Damages the index of a folder with documents and opens it again.
    template <typename Damage>
    void breakIndex(Damage damage)
    {
        index(u"note"_s, lines("word", 40));
        m_engine.reset();
        QDir folder(m_folder->path() + u"/index"_s);
        damage(folder);
        start();
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
};

LOREDESK_TEST(tst_engine, TestEngine)
#include "tst_engine.moc"
