// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/store/childchunkstore.h"

#include "app/engine/store/indexqueue.h"
#include "tests/engine/store/storetest.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TestChildChunkStore : public StoreTest
{
    Q_OBJECT

private slots:
    void init()
    {
        renew();
        m_dataset = rowmakers::dataset(db(), u"base"_s);
        m_document = rowmakers::document(db(), m_dataset, u"one"_s, parentChildForm);
        m_parent = rowmakers::chunk(db(), m_document, u"the parent"_s);
    }

    void whatWasStoredIsReadBack()
    {
        auto stored = rowmakers::child(db(), m_parent, u"Zwölf 犬"_s);
        QCOMPARE(children().find(m_parent.row, stored.id.toUpper()), stored);
        QCOMPARE(children().find(stored.row), stored);
        const auto other = rowmakers::chunk(db(), m_document, u"another"_s);
        QVERIFY(!children().find(other.row, stored.id));
        stored.content = u"changed"_s;
        stored.isCustomized = true;
        children().update(stored);
        QCOMPARE(children().find(stored.row), stored);
    }

    void noRowIsThatOfAChunkToo()
    {
        QSet<qint64> rows{m_parent.row};
        for (int i = 0; i < 3; ++i) {
            rows.insert(rowmakers::child(db(), m_parent, u"child"_s).row);
            rows.insert(rowmakers::chunk(db(), m_document, u"chunk"_s).row);
        }
        QCOMPARE(rows.size(), 7);
    }

    void aListGoesByPositionHasPagesAndCanBeFiltered()
    {
        for (const auto text : {"one", "two", "three", "four"})
            rowmakers::child(db(), m_parent, QString::fromLatin1(text));
        const auto page = children().list(m_parent.row, {}, {1, 2});
        QCOMPARE(page.total, 4);
        QCOMPARE(page.items.constFirst().content, u"two"_s);
        QCOMPARE(page.items.size(), 2);
        QCOMPARE(children().list(m_parent.row, u"O"_s, {}).total, 3);
        QCOMPARE(children().lastPosition(m_parent.row), 4);
    }

    void ofAParentChildDocumentTheChildrenAreSearched()
    {
        const auto child = rowmakers::child(db(), m_parent, u"the child"_s);
        const auto all = queue().allAfter(0, 10);
        QCOMPARE(all.size(), 2);
        QVERIFY(!all.at(0).isSearchable);
        QVERIFY(all.at(1).isSearchable);
        QCOMPARE(all.at(1).chunk, child.row);
        QCOMPARE(all.at(1).content, u"the child"_s);
        QVERIFY(!chunks().findSearchable(m_dataset.row, m_parent.row));
        const auto hit = chunks().findSearchable(m_dataset.row, child.row);
        QCOMPARE(hit->chunk, m_parent);
        QCOMPARE(hit->children.constFirst().child, child);
    }

    void ofAnotherDocumentTheyAreNot()
    {
        const auto document = rowmakers::document(db(), m_dataset, u"two"_s);
        const auto chunk = rowmakers::chunk(db(), document, u"text"_s);
        const auto child = rowmakers::child(db(), chunk, u"child"_s);
        const auto all = queue().allAfter(m_parent.row, 10);
        QVERIFY(all.at(0).isSearchable);
        QVERIFY(!all.at(1).isSearchable);
        QVERIFY(chunks().findSearchable(m_dataset.row, chunk.row));
        QVERIFY(!chunks().findSearchable(m_dataset.row, child.row));
    }

    void theIndexHearsOfTheChildrenWithTheirChunk()
    {
        const auto child = rowmakers::child(db(), m_parent, u"child"_s);
        const auto lastOfChild = [&] {
            qint64 last = 0;
            for (const auto &change : queue().changesAfter(0, 100)) {
                if (change.chunk == child.row)
                    last = change.revision;
            }
            return last;
        };
        QCOMPARE(lastOfChild(), 0);
        chunks().update(m_parent); // is as enabled as before
        QCOMPARE(lastOfChild(), 0);
        m_parent.enabled = false;
        chunks().update(m_parent);
        const qint64 disabled = lastOfChild();
        QVERIFY(disabled > 0);
        QVERIFY(!queue().changesOf({child.row}, 10).constFirst().isSearchable);
        chunks().enableAll(m_document.row, true, 5);
        const qint64 enabled = lastOfChild();
        QVERIFY(enabled > disabled);
        chunks().remove(m_parent);
        QVERIFY(lastOfChild() > enabled);
        QVERIFY(!children().find(child.row));
    }

    void aChunkThatIsCompletedBringsItsChildren()
    {
        const auto waiting = rowmakers::chunk(db(), m_document, u"waiting"_s, Chunk::Status::Waiting);
        const auto child = rowmakers::child(db(), waiting, u"child"_s);
        queue().clear(queue().last());
        chunks().complete(waiting, true, 5);
        const auto changes = queue().changesAfter(0, 10);
        QCOMPARE(changes.constLast().chunk, child.row);
        QVERIFY(changes.constLast().isSearchable);
    }

    void manyAreRemovedInSlices()
    {
        for (int i = 0; i < 5; ++i)
            rowmakers::child(db(), m_parent, u"child"_s);
        queue().clear(queue().last());
        QCOMPARE(chunks().removeSome(m_document.row, 4), 4);
        QCOMPARE(children().list(m_parent.row, {}, {}).total, 1);
        QCOMPARE(chunks().removeSome(m_document.row, 4), 2);
        QVERIFY(!chunks().find(m_parent.row));
        QCOMPARE(queue().changesAfter(0, 10).size(), 6);
    }

    void ofManyChildrenAFewComeFirst()
    {
        for (int i = 0; i < 5; ++i)
            rowmakers::child(db(), m_parent, u"child"_s);
        QCOMPARE(queue().changesOf({m_parent.row}, 3).size(), 4);
        QCOMPARE(queue().allAfter(0, 4).size(), 4);
    }

private:
    ChunkStore chunks() { return ChunkStore(db()); }
    ChildChunkStore children() { return ChildChunkStore(db()); }
    IndexQueue queue() { return IndexQueue(db()); }

    DatasetRow m_dataset;
    DocumentRow m_document;
    ChunkRow m_parent;
};

LOREDESK_TEST(tst_childchunkstore, TestChildChunkStore)
#include "tst_childchunkstore.moc"
