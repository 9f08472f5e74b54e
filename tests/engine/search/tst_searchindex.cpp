// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/search/searchindex.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <thread>

using namespace Qt::Literals::StringLiterals;

class TestSearchIndex : public QObject
{
    Q_OBJECT

private:
    void add(qint64 row, const QString &text, const QString &language = u"english"_s)
    {
        m_index->put({{row, u"set"_s, u"document"_s, text, language}});
        m_index->commit(++m_revision);
    }

    QList<qint64> find(const QString &query, int topK = 10, const QString &dataset = u"set"_s)
    {
        QList<qint64> rows;
        for (const SearchHit &hit : m_index->search(dataset, query, topK))
            rows.append(hit.chunkRow);
        return rows;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SearchIndex> m_index;
    qint64 m_revision = 0;

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_index = std::make_unique<SearchIndex>(m_folder->filePath(u"index"_s));
        m_revision = 0;
    }

    void aWordIsFoundInAnyCaseAndForm()
    {
        add(1, u"Elephants were running through the grass."_s);
        add(2, u"A tiger sleeps."_s);

        QCOMPARE(find(u"ELEPHANT run"_s), QList<qint64>{1});
    }

    void anEditedChunkIsFoundByItsNewWordsOnly()
    {
        add(1, u"apple pie"_s);
        add(1, u"banana pie"_s);

        QCOMPARE(find(u"banana"_s), QList<qint64>{1});
        QCOMPARE(find(u"apple"_s), QList<qint64>{});
        QCOMPARE(m_index->size(), 1);
    }

    void aQuestionIsStemmedInEveryLanguageOfTheDataset()
    {
        add(1, u"Die Häuser stehen leer."_s, u"german"_s);
        add(2, u"The houses are empty."_s, u"english"_s);
        add(3, u"unbekannte Häuser"_s, {});

        QCOMPARE(find(u"Haus"_s), QList<qint64>{1});
        QCOMPARE(find(u"house"_s), QList<qint64>{2});
        QCOMPARE(find(u"häuser"_s).size(), 2);
    }

    void aWordIsFoundWithoutItsAccents()
    {
        add(1, u"Un café crème"_s, u"french"_s);
        add(2, u"Größe"_s, {});

        QCOMPARE(find(u"cafe creme"_s), QList<qint64>{1});
        QCOMPARE(find(u"grosse"_s), QList<qint64>{2});
    }

    void anyTwoCharactersInARowAreFound_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("chinese") << u"知识库管理工具"_s;
        QTest::newRow("japanese") << u"ナレッジベースを管理する"_s;
        QTest::newRow("korean") << u"지식베이스관리"_s;
        QTest::newRow("thai") << u"ภาษาไทยไม่มีช่องว่าง"_s;
    }

    void anyTwoCharactersInARowAreFound()
    {
        QFETCH(QString, text);
        add(1, text, {});
        add(2, u"something else"_s);

        for (int length = 2; length <= 4; ++length) {
            for (int from = 0; from + length <= text.size(); ++from)
                QCOMPARE(find(text.mid(from, length)), QList<qint64>{1});
        }
    }

    void operatorsInAQueryAreOnlyWords_data()
    {
        QTest::addColumn<QString>("query");
        for (const auto *query : {"apple AND (", "apple OR", "\"apple", "+apple -pie", "apple*", "NOT apple",
                                  "title:apple", "apple NEAR/0 x", "4 分 apple 5", "apple 和 p", "%apple% ' OR 1=1"})
            QTest::newRow(query) << QString::fromUtf8(query);
    }

    void operatorsInAQueryAreOnlyWords()
    {
        QFETCH(QString, query);
        add(1, u"an apple"_s);

        QCOMPARE(find(query), QList<qint64>{1});
    }

    void aQueryWithoutWordsFindsNothing()
    {
        add(1, u"an apple"_s);

        QCOMPARE(find({}), QList<qint64>{});
        QCOMPARE(find(u" ?! "_s), QList<qint64>{});
    }

    void anotherDatasetIsNotSearched()
    {
        add(1, u"apple"_s);
        m_index->put({{2, u"other"_s, u"document2"_s, u"apple"_s, u"english"_s}});
        m_index->commit(9);

        QCOMPARE(find(u"apple"_s, 10, u"other"_s), QList<qint64>{2});
    }

    void scoresDoNotDependOnOtherDatasets()
    {
        add(1, u"apple pie"_s);
        add(2, u"an apple a day keeps the doctor away"_s);
        const auto alone = m_index->search(u"set"_s, u"apple pie"_s, 10);

        for (int row = 10; row < 40; ++row)
            m_index->put({{row, u"other"_s, u"document2"_s, u"apple pie and much more "_s.repeated(row), {}}});
        m_index->commit(9);

        QCOMPARE(m_index->search(u"set"_s, u"apple pie"_s, 10), alone);
    }

    void scoresDoNotDependOnWhatIsNoLongerThere()
    {
        add(1, u"apple pie"_s);
        add(2, u"an apple a day keeps the doctor away"_s);
        const auto before = m_index->search(u"set"_s, u"apple pie"_s, 10);

        add(3, u"apple pie, and more of it "_s.repeated(50));
        add(4, u"pie"_s);
        add(4, u"pie, another one, which is larger"_s);
        m_index->remove({3, 4});
        m_index->commit(9);

        QCOMPARE(m_index->search(u"set"_s, u"apple pie"_s, 10), before);
    }

    void scoresDoNotDependOnHowManyAreAskedFor()
    {
        for (int row = 1; row <= 20; ++row)
            add(row, u"apple "_s + u"filler "_s.repeated(row));

        const auto all = m_index->search(u"set"_s, u"apple"_s, 20);
        const auto few = m_index->search(u"set"_s, u"apple"_s, 3);

        QCOMPARE(all.size(), 20);
        QCOMPARE(few, all.first(3));
        QVERIFY(all.first().score < 1 && all.last().score > 0);
        QVERIFY(std::is_sorted(all.begin(), all.end(), [](auto a, auto b) { return a.score > b.score; }));
    }

    void aThresholdGivesExactlyTheHitsThatReachIt()
    {
        for (int row = 1; row <= 20; ++row)
            add(row, u"apple "_s + u"filler "_s.repeated(row));
        const auto all = m_index->search(u"set"_s, u"apple"_s, 20);

        for (const SearchHit &hit : all) {
            const auto reached = std::count_if(all.begin(), all.end(),
                                               [&hit](const SearchHit &other) { return other.score >= hit.score; });
            QCOMPARE(m_index->search(u"set"_s, u"apple"_s, 20, hit.score).size(), reached);
        }
        QCOMPARE(m_index->search(u"set"_s, u"apple"_s, 20, 1.0).size(), 0);
        QCOMPARE(m_index->search(u"set"_s, u"apple"_s, 20, 0.0).size(), 20);
    }

    void noneIsAskedForNoneIsGiven()
    {
        add(1, u"apple"_s);

        QCOMPARE(find(u"apple"_s, 0), QList<qint64>{});
        QCOMPARE(find(u"apple"_s, -1), QList<qint64>{});
    }

    void aWordLongerThanATermIsFound()
    {
        const QString longWord = u"ä"_s.repeated(5000);
        add(1, longWord);

        QCOMPARE(find(longWord), QList<qint64>{1});
    }

    void whatIsRemovedIsNotFound()
    {
        add(1, u"apple"_s);
        add(2, u"apple"_s);
        m_index->put({{3, u"set"_s, u"document2"_s, u"apple"_s, {}}, {4, u"set2"_s, u"document3"_s, u"apple"_s, {}}});
        m_index->remove({1, 99});
        m_index->commit(10);
        QCOMPARE(find(u"apple"_s).size(), 2);

        m_index->removeDocument(u"document2"_s);
        m_index->removeDataset(u"set2"_s);
        m_index->commit(11);

        QCOMPARE(find(u"apple"_s), QList<qint64>{2});
        QCOMPARE(find(u"apple"_s, 10, u"set2"_s), QList<qint64>{});
    }

    void ofFewDocumentsAndOfManyOnlyTheirsAreFound_data()
    {
        QTest::addColumn<int>("documents");
        QTest::newRow("few") << 3;
        QTest::newRow("many") << 500;
    }

    //! Few are asked for their chunks, many chunks for their document: both ways the best of these come, and no other.
    void ofFewDocumentsAndOfManyOnlyTheirsAreFound()
    {
        QFETCH(int, documents);
        QList<SearchEntry> entries;
        for (int i = 1; i <= 1000; ++i) // the chunk i is of the document i
            entries.append({i, u"set"_s, QString::number(i), u"walrus "_s.repeated(1 + i % 7), u"english"_s});
        m_index->put(entries);
        m_index->commit(++m_revision);

        SearchScope scope{{}, [](qint64 chunk) { return chunk; }};
        for (int i = 1; i <= documents; ++i)
            scope.documents.insert(2 * i);
        const auto within = m_index->search(u"set"_s, u"walrus"_s, 1000, {}, scope);
        QCOMPARE(within.size(), documents);
        QList<SearchHit> expected;
        for (const SearchHit &hit : m_index->search(u"set"_s, u"walrus"_s, 1000)) {
            if (scope.documents.contains(hit.chunkRow))
                expected.append(hit);
        }
        QCOMPARE(within, expected);
        QCOMPARE(m_index->search(u"set"_s, u"walrus"_s, 2, {}, scope), expected.mid(0, 2));
    }

    void ofNoDocumentsNothingIsFound()
    {
        add(1, u"walrus"_s);
        QVERIFY(m_index->search(u"set"_s, u"walrus"_s, 10, {}, SearchScope{{}, [](qint64) { return 1; }}).isEmpty());
    }

    void theRevisionSurvivesARestart()
    {
        add(1, u"apple"_s);
        m_index->put({{2, u"set"_s, u"document"_s, u"never committed"_s, {}}});
        m_index->commit(42);

        m_index.reset();
        m_index = std::make_unique<SearchIndex>(m_folder->filePath(u"index"_s));

        QCOMPARE(m_index->revision(), 42);
        QVERIFY(!m_index->wasDamaged());
        QCOMPARE(find(u"apple"_s), QList<qint64>{1});
    }

    void aDamagedIndexIsEmptiedAndSaysSo()
    {
        add(1, u"apple"_s);
        m_index.reset();
        QDir folder(m_folder->filePath(u"index"_s));
        for (const QString &name : folder.entryList(QDir::Files)) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
            file.write("junk");
        }

        m_index = std::make_unique<SearchIndex>(folder.path());

        QVERIFY(m_index->wasDamaged());
        QCOMPARE(m_index->revision(), 0);
        add(1, u"apple again"_s);
        QCOMPARE(find(u"apple"_s), QList<qint64>{1});
    }

    void searchesRunBesideTheWriter()
    {
        add(1, u"apple"_s);
        std::atomic_bool ended = false;
        std::atomic_int failures = 0;
        std::thread reader([&] {
            while (!ended) {
                if (m_index->search(u"set"_s, u"apple"_s, 1).isEmpty())
                    ++failures;
            }
        });

        for (int row = 2; row < 60; ++row)
            add(row, u"apple and more %1"_s.arg(row));
        ended = true;
        reader.join();

        QCOMPARE(failures, 0);
    }

    void clearingForgetsEverything()
    {
        add(1, u"apple"_s);
        QCOMPARE(find(u"apple"_s).size(), 1);

        m_index->clear();

        QCOMPARE(find(u"apple"_s).size(), 0);
        QCOMPARE(m_index->revision(), 0);
    }
};

LOREDESK_TEST(tst_searchindex, TestSearchIndex)
#include "tst_searchindex.moc"
