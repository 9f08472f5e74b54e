// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/store/chunkstore.h"

#include "app/engine/store/indexqueue.h"
#include "tests/engine/store/storetest.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TestChunkStore : public StoreTest
{
    Q_OBJECT

private slots:
    void init()
    {
        renew();
        m_dataset = rowmakers::dataset(db(), u"base"_s);
        m_document = rowmakers::document(db(), m_dataset, u"one"_s);
    }

    void whatWasStoredIsReadBack()
    {
        const auto stored = rowmakers::chunk(db(), m_document, u"Zwölf Boxkämpfer 犬"_s);
        QCOMPARE(chunks().find(stored.row), stored);
        QCOMPARE(chunks().find(m_document.row, stored.id.toUpper()), stored);
        QCOMPARE(stored.position, 1);
        const auto other = rowmakers::document(db(), m_dataset, u"two"_s);
        QVERIFY(!chunks().find(other.row, stored.id));
    }

    void aSummaryIsKept()
    {
        auto chunk = rowmakers::chunk(db(), m_document, u"text"_s);
        chunk.summary = u"in short"_s;
        chunks().update(chunk);
        QCOMPARE(chunks().find(chunk.row)->summary, u"in short"_s);
    }

    void theCountsOfTheDocumentFollow()
    {
        const auto counts = [&] {
            const auto document = *DocumentStore(db()).find(m_document.row);
            return std::pair(document.segmentCount, document.completedSegments);
        };
        const auto first = rowmakers::chunk(db(), m_document, u"a"_s, Chunk::Status::Waiting);
        QCOMPARE(counts(), (std::pair<qint64, qint64>{1, 0}));
        rowmakers::chunk(db(), m_document, u"b"_s);
        QCOMPARE(counts(), (std::pair<qint64, qint64>{2, 1}));
        chunks().complete(first, true, 5);
        QCOMPARE(counts(), (std::pair<qint64, qint64>{2, 2}));
        chunks().remove(*chunks().find(first.row));
        QCOMPARE(counts(), (std::pair<qint64, qint64>{1, 1}));
    }

    void aListGoesByPositionAndHasPages()
    {
        for (const char *text : {"a", "b", "c", "d"})
            rowmakers::chunk(db(), m_document, QString::fromLatin1(text));
        const auto page = chunks().list(m_document.row, {}, {1, 2});
        QCOMPARE(page.total, 4);
        QCOMPARE(texts(page.items), (QStringList{u"b"_s, u"c"_s}));
    }

    void aListCanBeFilteredByTextAndStatus()
    {
        rowmakers::chunk(db(), m_document, u"Größe 100%"_s);
        rowmakers::chunk(db(), m_document, u"größe"_s, Chunk::Status::Waiting);
        rowmakers::chunk(db(), m_document, u"other"_s);
        QCOMPARE(chunks().list(m_document.row, {u"GRÖSSE"_s, {}}, {}).total, 0);
        QCOMPARE(chunks().list(m_document.row, {u"GRÖßE"_s, {}}, {}).total, 2);
        QCOMPARE(chunks().list(m_document.row, {u"%"_s, {}}, {}).total, 1);
        QCOMPARE(texts(chunks().list(m_document.row, {u"größe"_s, {Chunk::Status::Waiting}}, {}).items),
                 QStringList{u"größe"_s});
        QCOMPARE(chunks().list(m_document.row, {{}, {Chunk::Status::Waiting, Chunk::Status::Completed}}, {}).total, 3);
        QCOMPARE(texts(chunks().list(m_document.row, {u"OTHER"_s, {}}, {}).items), QStringList{u"other"_s});
        const auto second = chunks().list(m_document.row, {u"g"_s, {}}, {1, 1});
        QCOMPARE(second.total, 2);
        QCOMPARE(texts(second.items), QStringList{u"größe"_s});
    }

    void everyChangeHasAGreaterRevision()
    {
        auto chunk = rowmakers::chunk(db(), m_document, u"first"_s);
        chunk.content = u"second"_s;
        chunks().update(chunk);
        chunks().remove(chunk);
        const auto changes = queue().changesAfter(0, 10);
        QCOMPARE(changes.size(), 3);
        QCOMPARE(queue().last(), changes.constLast().revision);
        for (qsizetype i = 1; i < changes.size(); ++i)
            QVERIFY(changes.at(i).revision > changes.at(i - 1).revision);
        // They tell how the chunk is now, so that following them twice is harmless.
        for (const auto &change : changes) {
            QCOMPARE(change.chunk, chunk.row);
            QVERIFY(!change.isSearchable);
        }
    }

    void aChangeTellsWhatTheIndexNeeds()
    {
        auto chunk = rowmakers::chunk(db(), m_document, u"first"_s);
        chunk.content = u"second"_s;
        chunk.answer = u"yes"_s;
        chunk.keywords = QStringList{u"a"_s, u"ü"_s};
        chunks().update(chunk);
        const auto change = queue().changesAfter(0, 10).constLast();
        QVERIFY(change.isSearchable);
        QCOMPARE(change.dataset, m_dataset.row);
        QCOMPARE(change.document, m_document.row);
        QCOMPARE(change.content, u"second"_s);
        QCOMPARE(change.answer, u"yes"_s);
        QCOMPARE(change.keywords, *chunk.keywords);
    }

    void whatTheIndexHasIsForgottenAndRevisionsAreNotGivenAgain()
    {
        rowmakers::chunk(db(), m_document, u"first"_s);
        const qint64 last = queue().last();
        queue().clear(last);
        QCOMPARE(queue().cleared(), last);
        QVERIFY(queue().changesAfter(0, 10).isEmpty());
        QCOMPARE(queue().last(), last);
        rowmakers::chunk(db(), m_document, u"second"_s);
        QVERIFY(queue().last() > last);
    }

    void aWaitingChunkIsNotYetForTheIndex()
    {
        auto chunk = rowmakers::chunk(db(), m_document, u"text"_s, Chunk::Status::Waiting);
        QVERIFY(queue().changesAfter(0, 10).isEmpty());
        QCOMPARE(chunks().waiting(m_document.row, 0, 10), QList{chunk});
        QVERIFY(chunks().waiting(m_document.row, chunk.row, 10).isEmpty());
        chunk.keywords = QStringList{u"text"_s};
        chunks().complete(chunk, true, 5);
        QVERIFY(chunks().waiting(m_document.row, 0, 10).isEmpty());
        QVERIFY(queue().changesAfter(0, 10).constFirst().isSearchable);
        QCOMPARE(chunks().find(chunk.row)->keywords, QStringList{u"text"_s});
    }

    void onlyEnabledChunksOfLivingDocumentsCanBeFound()
    {
        const auto chunk = rowmakers::chunk(db(), m_document, u"text"_s);
        QCOMPARE(chunks().findSearchable(m_dataset.row, chunk.row)->documentName, u"one"_s);
        QVERIFY(!chunks().findSearchable(m_dataset.row + 1, chunk.row));
        chunks().enableAll(m_document.row, false, 5);
        QVERIFY(!chunks().findSearchable(m_dataset.row, chunk.row));
        QCOMPARE(chunks().find(chunk.row)->disabledAt, 5);
        QVERIFY(!queue().changesAfter(0, 10).constLast().isSearchable);
        chunks().enableAll(m_document.row, true, 6);
        QVERIFY(chunks().findSearchable(m_dataset.row, chunk.row));
        QVERIFY(queue().allAfter(0, 10).constFirst().isSearchable);
        DocumentStore(db()).markDeleted(m_document.row);
        QVERIFY(!chunks().findSearchable(m_dataset.row, chunk.row));
        QVERIFY(!queue().changesAfter(0, 10).constLast().isSearchable);
        QVERIFY(!queue().allAfter(0, 10).constFirst().isSearchable);
        QVERIFY(queue().allAfter(chunk.row, 10).isEmpty());
    }

    void whatIsArchivedIsNotFoundWhateverIsDoneToIt()
    {
        auto document = m_document;
        document.archived = true;
        DocumentStore(db()).saveState(document);
        const auto chunk = rowmakers::chunk(db(), m_document, u"text"_s);
        QVERIFY(!chunks().findSearchable(m_dataset.row, chunk.row));
        QVERIFY(!queue().changesAfter(0, 10).constLast().isSearchable);
        document.archived = false;
        DocumentStore(db()).saveState(document);
        QCOMPARE(chunks().enableAll(m_document.row, true, 5), 1);
        QVERIFY(queue().changesAfter(0, 10).constLast().isSearchable);
    }

    void manyAreRemovedInSlices()
    {
        for (int i = 0; i < 5; ++i)
            rowmakers::chunk(db(), m_document, u"text"_s);
        queue().clear(queue().last());
        QCOMPARE(chunks().removeSome(m_document.row, 3), 3);
        QCOMPARE(chunks().removeSome(m_document.row, 3), 2);
        QCOMPARE(chunks().list(m_document.row, {}, {}).total, 0);
        QCOMPARE(queue().changesAfter(0, 10).size(), 5);
    }

private:
    ChunkStore chunks() { return ChunkStore(db()); }
    IndexQueue queue() { return IndexQueue(db()); }

    static QStringList texts(const QList<ChunkRow> &rows)
    {
        QStringList list;
        for (const auto &row : rows)
            list.append(row.content);
        return list;
    }

    DatasetRow m_dataset;
    DocumentRow m_document;
};

LOREDESK_TEST(tst_chunkstore, TestChunkStore)
#include "tst_chunkstore.moc"
