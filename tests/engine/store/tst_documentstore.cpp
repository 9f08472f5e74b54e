// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/store/documentstore.h"

#include "app/engine/store/uploadstore.h"
#include "tests/engine/store/storetest.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using Stage = IndexingStatus::Stage;
using Status = Document::Status;

class TestDocumentStore : public StoreTest
{
    Q_OBJECT

private slots:
    void init()
    {
        renew();
        m_dataset = rowmakers::dataset(db(), u"base"_s);
    }

    void whatWasStoredIsReadBack()
    {
        const auto stored = rowmakers::document(db(), m_dataset, u"one"_s);
        QCOMPARE(documents().find(stored.row), stored);
        QCOMPARE(documents().find(m_dataset.row, stored.id.toUpper()), stored);
        QCOMPARE(documents().findBatch(m_dataset.row, stored.batch), QList{stored});
        QCOMPARE(stored.position, 1);
        QCOMPARE(rowmakers::document(db(), m_dataset, u"two"_s).position, 2);
    }

    void anotherDatasetDoesNotHaveIt()
    {
        const auto other = rowmakers::dataset(db(), u"other"_s);
        const auto stored = rowmakers::document(db(), m_dataset, u"one"_s);
        QVERIFY(!documents().find(other.row, stored.id));
        QVERIFY(documents().findBatch(other.row, stored.batch).isEmpty());
        QCOMPARE(rowmakers::document(db(), other, u"first"_s).position, 1);
    }

    void documentsOfOneMomentHaveOneOrderOnAllPages()
    {
        for (int i = 0; i < 7; ++i)
            rowmakers::document(db(), m_dataset, QString::number(i));
        QStringList names;
        for (int offset = 0; offset < 9; offset += 3) {
            const auto page = documents().list(m_dataset.row, {}, {offset, 3});
            QCOMPARE(page.total, 7);
            for (const auto &document : page.items)
                names.append(document.name);
        }
        QCOMPARE(names, (QStringList{u"6"_s, u"5"_s, u"4"_s, u"3"_s, u"2"_s, u"1"_s, u"0"_s}));
    }

    void theKeywordIsPartOfTheNameAsWrittenWithWildcards_data()
    {
        QTest::addColumn<QString>("keyword");
        QTest::addColumn<QStringList>("found");
        QTest::newRow("part") << u"eport"_s << QStringList{u"Report [1].txt"_s, u"Report 2?.txt"_s};
        QTest::newRow("other capitals") << u"report"_s << QStringList();
        QTest::newRow("any text") << u"R%2"_s << QStringList{u"Report 2?.txt"_s};
        QTest::newRow("any character") << u"Report _?"_s << QStringList{u"Report 2?.txt"_s};
        QTest::newRow("a bracket is itself") << u"[1"_s << QStringList{u"Report [1].txt"_s};
        QTest::newRow("a question mark is itself") << u"[?"_s << QStringList();
    }
    void theKeywordIsPartOfTheNameAsWrittenWithWildcards()
    {
        QFETCH(const QString, keyword);
        QFETCH(const QStringList, found);
        for (const auto &name : {u"Report 2?.txt"_s, u"Report [1].txt"_s, u"Notes*"_s})
            rowmakers::document(db(), m_dataset, name);
        QStringList names;
        for (const auto &document : documents().list(m_dataset.row, {keyword, {}}, {}).items)
            names.append(document.name);
        QCOMPARE(names, found);
    }

    void aListCanHaveOneStatus()
    {
        const QList<std::pair<Status, DocumentRow>> all{
            make(Status::Queuing, Stage::Waiting),
            make(Status::Indexing, Stage::Parsing),
            make(Status::Indexing, Stage::Splitting),
            make(Status::Indexing, Stage::Indexing),
            make(Status::Failed, Stage::Failed),
            make(Status::Available, Stage::Completed),
            make(Status::Disabled, Stage::Completed, false),
            make(Status::Archived, Stage::Completed, true, true),
            make(Status::Archived, Stage::Completed, false, true),
        };
        for (const auto status : {Status::Queuing, Status::Indexing, Status::Paused, Status::Failed, Status::Available,
                                  Status::Disabled, Status::Archived}) {
            QList<qint64> expected;
            for (const auto &[shown, document] : all) {
                QCOMPARE(displayStatus(document), shown);
                if (shown == status)
                    expected.prepend(document.row);
            }
            const auto page = documents().list(m_dataset.row, {{}, status}, {});
            QList<qint64> rows;
            for (const auto &document : page.items)
                rows.append(document.row);
            QCOMPARE(rows, expected);
            QCOMPARE(page.total, expected.size());
        }
    }

    void ofSeveralWithOneNameTheFirstEnabledIsFound()
    {
        auto first = rowmakers::document(db(), m_dataset, u"same"_s);
        const auto second = rowmakers::document(db(), m_dataset, u"same"_s);
        QCOMPARE(documents().findEnabled(m_dataset.row, u"same"_s), first);
        first.enabled = false;
        documents().saveState(first);
        QCOMPARE(documents().findEnabled(m_dataset.row, u"same"_s), second);
        QVERIFY(!documents().findEnabled(m_dataset.row, u"Same"_s));
    }

    void workOnADocumentBegunAnewIsVoid()
    {
        auto old = rowmakers::document(db(), m_dataset, u"one"_s);
        rowmakers::chunk(db(), old, u"text"_s);
        auto anew = old;
        anew.batch = u"another"_s;
        anew.upload.id = newId();
        anew = documents().restart(anew);
        QCOMPARE(anew.generation, old.generation + 1);
        const auto found = *documents().find(anew.row);
        QCOMPARE(found.batch, u"another"_s);
        QCOMPARE(found.upload.id, anew.upload.id);
        QCOMPARE(found.segmentCount, 0);
        old.stage = Stage::Completed;
        QVERIFY(!documents().saveProgress(old));
        QCOMPARE(documents().find(anew.row)->stage, Stage::Waiting);
        QVERIFY(documents().saveProgress(anew));
    }

    void aDeletedOneIsNowhereAndWorkOnItIsVoid()
    {
        const auto document = rowmakers::document(db(), m_dataset, u"one"_s);
        documents().markDeleted(document.row);
        QVERIFY(!documents().find(document.row));
        QVERIFY(!documents().find(m_dataset.row, document.id));
        QCOMPARE(documents().list(m_dataset.row, {}, {}).total, 0);
        QVERIFY(!documents().saveProgress(document));
        QVERIFY(documents().unfinished().isEmpty());
        QCOMPARE(documents().deleted(10), QList{document.row});
        QCOMPARE(documents().remove(document.row), document.upload.id);
        QVERIFY(UploadStore(db()).ids().isEmpty());
        QVERIFY(documents().deleted(10).isEmpty());
    }

    void documentsOfADeletedDatasetAreDeleted()
    {
        const auto document = rowmakers::document(db(), m_dataset, u"one"_s);
        DatasetStore(db()).markDeleted(m_dataset.row);
        QVERIFY(!documents().find(document.row));
        QVERIFY(!documents().saveProgress(document));
        QVERIFY(documents().unfinished().isEmpty());
        QCOMPARE(documents().deleted(10), QList{document.row});
    }

    void whatWasInterruptedIsKnownOldestFirst()
    {
        const auto waiting = make(Status::Queuing, Stage::Waiting).second;
        const auto splitting = make(Status::Indexing, Stage::Splitting).second;
        make(Status::Available, Stage::Completed);
        make(Status::Failed, Stage::Failed);
        QCOMPARE(documents().unfinished(), (QList{waiting.row, splitting.row}));
    }

private:
    DocumentStore documents() { return DocumentStore(db()); }

    std::pair<Status, DocumentRow> make(Status shown, Stage stage, bool enabled = true, bool archived = false)
    {
        auto document = rowmakers::document(db(), m_dataset, u"x"_s);
        document.stage = stage;
        document.enabled = enabled;
        document.archived = archived;
        documents().saveState(document);
        documents().saveProgress(document);
        return {shown, document};
    }

    DatasetRow m_dataset;
};

LOREDESK_TEST(tst_documentstore, TestDocumentStore)
#include "tst_documentstore.moc"
