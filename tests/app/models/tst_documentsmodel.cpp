// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/documentsmodel.h"

#include "app/api/documentsapi.h"
#include "tests/app/models/fakelist.h"
#include "tests/app/models/treetext.h"
#include "tests/support/testmain.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

using Status = Document::Status;

class TestDocumentsModel : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void init()
    {
        m_server = std::make_unique<FakeList>(u"/datasets/d/documents"_s);
        m_api = std::make_unique<DocumentsApi>(m_server->client);
        m_model = std::make_unique<DocumentsModel>();
        m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get());
    }

    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
        m_api.reset();
        m_server.reset();
    }

    void showsADocumentInItsColumns()
    {
        m_server->rows = {{{u"id"_s, u"1"_s},
                           {u"name"_s, u"a.pdf"_s},
                           {u"display_status"_s, u"available"_s},
                           {u"word_count"_s, 1204},
                           {u"tokens"_s, 300},
                           {u"hit_count"_s, 31},
                           {u"created_at"_s, 1}}};
        load();

        const auto text = [this](int column) { return m_model->index(0, column).data().toString(); };
        QCOMPARE(text(DocumentsModel::NameColumn), u"a.pdf"_s);
        QCOMPARE(text(DocumentsModel::StatusColumn), u"Available"_s);
        QCOMPARE(text(DocumentsModel::WordsColumn), u"1,204"_s);
        QCOMPARE(text(DocumentsModel::HitsColumn), u"31"_s);
        QCOMPARE(text(DocumentsModel::SizeColumn), QString());
        QCOMPARE(text(DocumentsModel::AddedColumn), u"1/1/70"_s);
    }

    void metadataFieldsAreColumnsBehindTheOthers()
    {
        m_server->rows = {withMetadata(u"1"_s, u"Bob"_s, 9), withMetadata(u"2"_s, u"ann"_s, 10), row(u"3"_s)};
        load();
        m_model->setMetadataFields({author(), pages()});
        const int first = DocumentsModel::ColumnCount;
        QCOMPARE(m_model->columnCount(), first + 2);
        QCOMPARE(m_model->headerData(first, Qt::Horizontal).toString(), u"author"_s);
        QCOMPARE(m_model->index(0, first).data().toString(), u"Bob"_s);
        QCOMPARE(m_model->index(0, first + 1).data().toString(), u"9"_s);
        QCOMPARE(m_model->index(2, first).data().toString(), QString());

        m_model->sort(first); // as people sort words
        QCOMPARE(treeText(*m_model), (QStringList{u"3"_s, u"2"_s, u"1"_s}));
        m_model->sort(first + 1, Qt::DescendingOrder); // as numbers
        QCOMPARE(treeText(*m_model), (QStringList{u"2"_s, u"1"_s, u"3"_s}));
    }

    void aColumnThatGoesTakesItsOrderWithIt()
    {
        m_server->rows = {withMetadata(u"1"_s, u"Bob"_s, 9), withMetadata(u"2"_s, u"Ann"_s, 10)};
        load();
        m_model->setMetadataFields({author(), pages()});
        m_model->sort(DocumentsModel::ColumnCount);
        m_model->setMetadataFields({pages()});
        QCOMPARE(m_model->columnCount(), DocumentsModel::ColumnCount + 1);
        QCOMPARE(m_model->sortColumn(), -1);
        QCOMPARE(treeText(*m_model), (QStringList{u"1"_s, u"2"_s}));
    }

    void aFailureIsShownInTheServersWords()
    {
        m_server->rows = {{{u"id"_s, u"1"_s}, {u"display_status"_s, u"error"_s}, {u"error"_s, u"<b>broken</b>"_s}}};
        load();
        const QModelIndex status = m_model->index(0, DocumentsModel::StatusColumn);
        QCOMPARE(status.data().toString(), u"Failed: <b>broken</b>"_s);
        QVERIFY(!status.data(Qt::ToolTipRole).toString().contains(u"<b>"_s));
        QCOMPARE(status.data(DocumentsModel::ErrorRole).toString(), u"<b>broken</b>"_s);
    }

    void sortsNamesAsPeopleDoAndFetchesTheRestForIt()
    {
        m_server->append(u"Z"_s, 100);
        for (const auto &name : {u"file10"_s, u"File9"_s, u"äpfel"_s, u"birne"_s})
            m_server->rows.append({{u"id"_s, name}, {u"name"_s, name}});
        open();
        QTRY_COMPARE(m_model->rowCount(), 100);

        m_model->sort(DocumentsModel::NameColumn);
        QTRY_COMPARE(m_model->state(), LoadState::Complete);
        QCOMPARE(treeText(*m_model).mid(0, 6),
                 (QStringList{u"äpfel"_s, u"birne"_s, u"File9"_s, u"file10"_s, u"Z1"_s, u"Z2"_s}));

        m_model->sort(DocumentsModel::NameColumn, Qt::DescendingOrder);
        QCOMPARE(treeText(*m_model).mid(0, 2), (QStringList{u"Z100"_s, u"Z99"_s}));
        m_model->sort(-1);
        QCOMPARE(treeText(*m_model).constLast(), u"birne"_s);
    }

    void sortsNumbersAsNumbers()
    {
        for (const int count : {9, 100, 20})
            m_server->rows.append(
                {{u"id"_s, QString::number(count)}, {u"name"_s, QString::number(count)}, {u"word_count"_s, count}});
        load();
        m_model->sort(DocumentsModel::WordsColumn);
        QCOMPARE(treeText(*m_model), (QStringList{u"9"_s, u"20"_s, u"100"_s}));
    }

    void filtersByTextAndStatusAndCounts()
    {
        m_server->append(u"good"_s, 150, {{u"display_status"_s, u"available"_s}});
        m_server->append(u"bad"_s, 30, {{u"display_status"_s, u"error"_s}});
        open();
        QTRY_COMPARE(m_model->rowCount(), 100);

        m_model->setStatusFilter(Status::Failed);
        QTRY_COMPARE(m_model->rowCount(), 30);
        QCOMPARE(m_model->count(Status::Available), 150);
        QCOMPARE(m_model->count(Status::Failed), 30);
        QCOMPARE(m_model->count(Status::Disabled), 0);

        m_model->setTextFilter(u"BAD1"_s);
        QCOMPARE(m_model->rowCount(), 11);
        m_model->setStatusFilter({});
        m_model->setTextFilter({});
        QCOMPARE(m_model->rowCount(), 180);
        QCOMPARE(treeText(*m_model).mid(148, 4), (QStringList{u"good149"_s, u"good150"_s, u"bad1"_s, u"bad2"_s}));
    }

    void aRowThatChangesKeepsItsPlaceUntilReload()
    {
        m_server->append(u"a"_s, 3, {{u"display_status"_s, u"available"_s}});
        load();
        m_model->setStatusFilter(Status::Available);
        m_model->sort(DocumentsModel::NameColumn);

        Document changed = m_model->document(m_model->index(0, 0));
        changed.name = u"z"_s;
        changed.status = Status::Disabled;
        m_model->put(changed);
        QCOMPARE(treeText(*m_model), (QStringList{u"z"_s, u"a2"_s, u"a3"_s}));
        QCOMPARE(m_model->count(Status::Disabled), 1);

        m_server->rows[0][u"name"_s] = u"z"_s;
        m_server->rows[0][u"display_status"_s] = u"available"_s;
        m_model->reload();
        QTRY_COMPARE(m_model->state(), LoadState::Complete);
        QCOMPARE(treeText(*m_model), (QStringList{u"a2"_s, u"a3"_s, u"z"_s}));
    }

    void theCurrentRowSurvivesReloadSortAndFilter()
    {
        m_server->append(u"a"_s, 120);
        load();
        const QPersistentModelIndex current = m_model->indexOf(u"a7"_s);
        QSignalSpy resets(m_model.get(), &QAbstractItemModel::modelReset);

        m_server->rows.remove(0, 3);
        m_server->rows.insert(1, {{u"id"_s, u"n"_s}, {u"name"_s, u"n"_s}});
        m_model->reload();
        QTRY_COMPARE(m_model->state(), LoadState::Complete);
        QCOMPARE(current.data().toString(), u"a7"_s);
        m_model->sort(DocumentsModel::NameColumn, Qt::DescendingOrder);
        QCOMPARE(current.data().toString(), u"a7"_s);
        m_model->setTextFilter(u"7"_s);
        QCOMPARE(current.data().toString(), u"a7"_s);
        m_model->setTextFilter({});
        QCOMPARE(current.data().toString(), u"a7"_s);
        QCOMPARE(resets.size(), 0);
    }

    void manyScatteredRowsComeAndGoWithoutLosingTheCurrentOne()
    {
        m_server->append(u"a"_s, 1000);
        load();
        m_model->fetchAll();
        QTRY_COMPARE(m_model->state(), LoadState::Complete);
        const QPersistentModelIndex current = m_model->indexOf(u"a500"_s);

        m_model->setTextFilter(u"5"_s); // 271 rows in many places
        QCOMPARE(m_model->rowCount(), 271);
        QCOMPARE(current.data().toString(), u"a500"_s);
        m_model->setTextFilter({});
        QCOMPARE(m_model->rowCount(), 1000);
        QCOMPARE(current.row(), 499);
        QCOMPARE(m_model->index(998, 0).data().toString(), u"a999"_s);
    }

    void anotherDatasetReplacesTheRowsAndDropsTheLatePage()
    {
        m_server->append(u"a"_s, 5);
        open();
        m_server->network.answer(
            u"GET /v1/datasets/e/documents?page=1&limit=100"_s,
            QJsonObject{{u"data"_s, QJsonArray{QJsonObject{{u"id"_s, u"x"_s}, {u"name"_s, u"x"_s}}}}, {u"total"_s, 1}});
        m_model->open(*m_api, u"s"_s, u"e"_s);
        m_model->fetchMore({});
        QTRY_COMPARE(m_model->state(), LoadState::Complete);
        QCOMPARE(treeText(*m_model), QStringList{u"x"_s});
        m_model->close();
        QCOMPARE(m_model->rowCount(), 0);
        QVERIFY(!m_model->canFetchMore({}));
    }

    void newDocumentsAppearOnTopTogether()
    {
        m_server->append(u"a"_s, 2);
        load();
        QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
        for (const auto &id : {u"n1"_s, u"n2"_s, u"n3"_s}) {
            Document document;
            document.id = document.name = id;
            m_model->put(document);
        }
        QTRY_COMPARE(m_model->rowCount(), 5);
        QCOMPARE(treeText(*m_model), (QStringList{u"n3"_s, u"n2"_s, u"n1"_s, u"a1"_s, u"a2"_s}));
        QCOMPARE(inserted.size(), 1);
        QCOMPARE(m_model->total(), 5);
    }

    void progressIsShownUntilTheDocumentIsSettled()
    {
        m_server->append(u"a"_s, 2, {{u"display_status"_s, u"queuing"_s}});
        QSignalSpy found(m_model.get(), &DocumentsModel::foundBeingIndexed);
        load();
        QCOMPARE(found.value(0), (QVariantList{QStringList{u"a1"_s, u"a2"_s}}));

        Progress progress{
            .kind = Progress::Kind::Indexing, .stage = IndexingStatus::Stage::Indexing, .completed = 61, .total = 98};
        m_model->setProgress(u"a1"_s, progress);
        const QModelIndex status = m_model->index(0, DocumentsModel::StatusColumn);
        QCOMPARE(status.data().toString(), u"61 of 98 chunks"_s);
        QCOMPARE(status.data(DocumentsModel::ProgressRole).value<Progress>(), progress);
        QCOMPARE(m_model->count(Status::Indexing), 1);

        Document document = m_model->document(status);
        document.status = Status::Available;
        m_model->put(document);
        m_model->setProgress(u"a1"_s, progress); // an older answer
        QCOMPARE(status.data().toString(), u"Available"_s);
        QCOMPARE(status.data(DocumentsModel::ProgressRole).value<Progress>(), Progress());
        QCOMPARE(m_model->count(Status::Indexing), 0);
    }

    void aSortedModelTakesLaterPagesInOrder()
    {
        for (int number = 349; number >= 0; --number)
            m_server->rows.append({{u"id"_s, QString::number(number)}, {u"word_count"_s, (number * 37) % 350}});
        m_model->sort(DocumentsModel::WordsColumn);
        open();
        m_model->fetchAll();
        QTRY_COMPARE(m_model->state(), LoadState::Complete);
        for (int row = 0; row < 350; ++row)
            QCOMPARE(m_model->document(m_model->index(row, 0)).wordCount, row);
    }

    void fiftyThousandDocumentsAreSortedFilteredAndReloaded()
    {
        m_tester.reset(); // looks at every row on every signal
        constexpr int count = 50'000;
        m_server->append(u"document "_s, count, {{u"display_status"_s, u"available"_s}});
        m_model->sort(DocumentsModel::NameColumn, Qt::DescendingOrder);
        open();
        QTRY_COMPARE_WITH_TIMEOUT(m_model->state(), LoadState::Complete, 90'000);
        QCOMPARE(m_model->rowCount(), count);
        QCOMPARE(m_model->index(0, 0).data().toString(), u"document 50000"_s);
        QCOMPARE(m_model->index(count - 1, 0).data().toString(), u"document 1"_s);

        const QPersistentModelIndex current = m_model->indexOf(u"document 777"_s);
        m_model->setTextFilter(u"7"_s);
        QVERIFY(m_model->rowCount() > 10'000);
        m_model->setTextFilter({});
        m_model->sort(DocumentsModel::NameColumn);
        QCOMPARE(current.row(), 776);

        m_server->rows.removeIf([](const QJsonObject &row) { return row[u"id"_s].toString().endsWith(u'3'); });
        m_model->reload();
        QTRY_COMPARE_WITH_TIMEOUT(m_model->state(), LoadState::Complete, 90'000);
        QCOMPARE(m_model->rowCount(), count - count / 10);
        QCOMPARE(current.data().toString(), u"document 777"_s);
    }

    void showsTheServersError()
    {
        m_server->network.answer(u"GET /v1/datasets/d/documents?page=1&limit=100"_s,
                                 QJsonObject{{u"message"_s, u"Access token is invalid"_s}}, 401);
        open();
        QTRY_COMPARE(m_model->state(), LoadState::Failed);
        QCOMPARE(m_model->error().kind, ApiError::Kind::Unauthorized);
    }

private:
    static MetadataField author() { return {.id = u"f1"_s, .name = u"author"_s}; }
    static MetadataField pages() { return {.id = u"f2"_s, .name = u"pages"_s, .type = MetadataType::Number}; }

    static QJsonObject row(const QString &id) { return {{u"id"_s, id}, {u"name"_s, id}}; }

    static QJsonObject withMetadata(const QString &id, const QString &author, int pages)
    {
        QJsonObject object = row(id);
        object[u"doc_metadata"_s] = QJsonArray{QJsonObject{{u"id"_s, u"f1"_s}, {u"value"_s, author}},
                                               QJsonObject{{u"id"_s, u"f2"_s}, {u"value"_s, pages}}};
        return object;
    }

    void open()
    {
        m_model->open(*m_api, u"s"_s, u"d"_s);
        m_model->fetchMore({});
    }

    void load()
    {
        open();
        m_model->fetchAll();
        QTRY_COMPARE(m_model->state(), LoadState::Complete);
    }

    std::unique_ptr<FakeList> m_server;
    std::unique_ptr<DocumentsApi> m_api;
    std::unique_ptr<DocumentsModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

LOREDESK_TEST(tst_documentsmodel, TestDocumentsModel)
#include "tst_documentsmodel.moc"
