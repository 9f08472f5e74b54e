// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/documentsapi.h"
#include "tests/app/api/apitest.h"

using namespace Qt::Literals::StringLiterals;

//! Documents as they are listed, read, switched and removed, and how far their indexing is.
class TestDocumentsApi : public ApiTest
{
    Q_OBJECT

private slots:
    void init() { renew(); }

    void listReadsAPage_data()
    {
        fixtureRows({u"0.11.1/243_list_documents_page2_limit3"_s, u"0.15.3/243_list_documents_page2_limit3"_s});
    }
    void listReadsAPage()
    {
        QFETCH(QString, fixture);
        answerAsRecorded(u"GET /v1/datasets/d1/documents?page=2&limit=3"_s, fixture);

        const auto page = await(DocumentsApi(*client).list(u"d1"_s, 2, 3));

        QVERIFY(page);
        QCOMPARE(page->items.size(), 3);
        QVERIFY(page->total > 3);
        const Document failed = *std::find_if(page->items.cbegin(), page->items.cend(),
                                              [](const Document &document) { return !document.error.isEmpty(); });
        QCOMPARE(failed.status, Document::Status::Failed);
        QCOMPARE(failed.name, u"f.xls"_s);
        QCOMPARE(failed.size, 4);
        QVERIFY(failed.error.startsWith("Unsupported format"_L1));
    }

    void listSendsTheKeyword()
    {
        answerAsRecorded(u"GET /v1/datasets/d1/documents?page=1&limit=20&keyword=a%2Fb"_s,
                         u"1.15.0/c103_listDocuments__keyword"_s);

        QCOMPARE(await(DocumentsApi(*client).list(u"d1"_s, 1, 20, {.keyword = u"a/b"_s}))->items.size(), 1);
    }

    void listReportsADatasetThatIsGone()
    {
        answerAsRecorded(u"GET /v1/datasets/d1/documents?page=1&limit=20"_s,
                         u"1.15.0/c125_listDocuments__unknown_dataset"_s);

        QCOMPARE(await(DocumentsApi(*client).list(u"d1"_s, 1, 20)).error().kind, ApiError::Kind::NotFound);
    }

    void pollAsksForTheSameList()
    {
        answerAsRecorded(u"GET /v1/datasets/d1/documents?page=1&limit=20"_s, u"1.15.0/c103_listDocuments__keyword"_s);

        QVERIFY(await(DocumentsApi(*client).poll(u"d1"_s, 1, 20)));
    }

    void getReadsTheDetailForm()
    {
        answerAsRecorded(u"GET /v1/datasets/d1/documents/a"_s, u"1.15.0/e005_getDocumentDetail__file"_s);

        const auto document = await(DocumentsApi(*client).get(u"d1"_s, u"a"_s));

        QVERIFY(document);
        QCOMPARE(document->document.name, u"note.txt"_s);
        QCOMPARE(document->document.size, 183);
        QCOMPARE(document->document.status, Document::Status::Available);
        QCOMPARE(document->document.createdAt, 1795231614);
        QCOMPARE(document->docLanguage, u"English"_s);
        QVERIFY(document->chunkCount > 0);
        QVERIFY(document->completedAt > 1'700'000'000);
    }

    void getReportsADocumentThatIsGone()
    {
        answerAsRecorded(u"GET /v1/datasets/d1/documents/a"_s,
                         u"1.15.0/d087_getDocumentDetail__deleted_while_indexing"_s);

        QCOMPARE(await(DocumentsApi(*client).get(u"d1"_s, u"a"_s)).error().kind, ApiError::Kind::NotFound);
    }

    void removeTakesEveryFormOfYes_data()
    {
        fixtureRows({u"0.11.1/450_delete_document_ok"_s, u"0.15.3/450_delete_document_ok"_s,
                     u"1.15.0/d086_deleteDocument__indexing"_s, u"0.11.1/451_delete_document_again"_s});
    }
    void removeTakesEveryFormOfYes()
    {
        QFETCH(QString, fixture);
        answerAsRecorded(u"DELETE /v1/datasets/d1/documents/a"_s, fixture);

        QVERIFY(await(DocumentsApi(*client).remove(u"d1"_s, u"a"_s)));
    }

    void aNumberAsBodyIsAYesOfServersOfNine()
    {
        network->answer(u"DELETE /v1/datasets/d1/documents/a"_s, {.body = "204\n"});

        QVERIFY(await(DocumentsApi(*client).remove(u"d1"_s, u"a"_s)));
    }

    void removeReportsAnArchivedDocument()
    {
        answerAsRecorded(u"DELETE /v1/datasets/d1/documents/a"_s, u"1.15.0/d050_deleteDocument__archived"_s);

        QCOMPARE(await(DocumentsApi(*client).remove(u"d1"_s, u"a"_s)).error().code, u"archived_document_immutable"_s);
    }

    void setStatusNamesTheActionAndTheDocuments_data()
    {
        QTest::addColumn<int>("action");
        QTest::addColumn<QString>("name");
        QTest::newRow("enable") << int(DocumentsApi::Action::Enable) << u"enable"_s;
        QTest::newRow("disable") << int(DocumentsApi::Action::Disable) << u"disable"_s;
        QTest::newRow("archive") << int(DocumentsApi::Action::Archive) << u"archive"_s;
        QTest::newRow("un_archive") << int(DocumentsApi::Action::Unarchive) << u"un_archive"_s;
    }
    void setStatusNamesTheActionAndTheDocuments()
    {
        QFETCH(int, action);
        QFETCH(QString, name);
        answerAsRecorded(u"PATCH /v1/datasets/d1/documents/status/"_s + name,
                         u"1.15.0/d002_batchUpdateDocumentStatus__disable"_s);

        QVERIFY(await(DocumentsApi(*client).setStatus(u"d1"_s, {u"a"_s, u"b"_s}, DocumentsApi::Action(action))));

        QCOMPARE(sentJson(), (QJsonObject{{u"document_ids"_s, QJsonArray{u"a"_s, u"b"_s}}}));
    }

    void setStatusReportsALock()
    {
        answerAsRecorded(u"PATCH /v1/datasets/d1/documents/status/un_archive"_s,
                         u"1.15.0/d091_batchUpdateDocumentStatus__un_archive_indexing"_s);

        const auto done = await(DocumentsApi(*client).setStatus(u"d1"_s, {u"a"_s}, DocumentsApi::Action::Unarchive));

        QCOMPARE(done.error().kind, ApiError::Kind::Busy);
    }

    void indexingStatusReadsEveryStage_data()
    {
        QTest::addColumn<QString>("fixture");
        QTest::addColumn<int>("stage");
        const auto row = [](const char *fixture, IndexingStatus::Stage stage) {
            QTest::newRow(fixture) << QString(QLatin1StringView(fixture)) << int(stage);
        };
        row("0.11.1/089_indexing_status_completed", IndexingStatus::Stage::Completed);
        row("0.11.1/127_indexing_status_max_tokens_49", IndexingStatus::Stage::Failed);
        row("0.15.3/089_indexing_status_completed", IndexingStatus::Stage::Completed);
        row("1.15.0/c003_getDocumentIndexingStatus__right_after_create", IndexingStatus::Stage::Indexing);
        row("1.15.0/c005_getDocumentIndexingStatus__completed", IndexingStatus::Stage::Completed);
        row("1.15.0/c055_getDocumentIndexingStatus__custom_max_49", IndexingStatus::Stage::Failed);
        row("1.15.0/d072_getDocumentIndexingStatus__slow_mid", IndexingStatus::Stage::Splitting);
        // Which says 1 of 0: progress is never more than all.
        row("1.15.0/c011_getDocumentIndexingStatus__same_name_right_after", IndexingStatus::Stage::Waiting);
    }
    void indexingStatusReadsEveryStage()
    {
        QFETCH(QString, fixture);
        QFETCH(int, stage);
        answerAsRecorded(u"GET /v1/datasets/d1/documents/b1/indexing-status"_s, fixture);

        const auto statuses = await(DocumentsApi(*client).indexingStatus(u"d1"_s, u"b1"_s));

        QVERIFY(statuses);
        QCOMPARE(statuses->size(), 1);
        QCOMPARE(int(statuses->first().stage), stage);
        QVERIFY(statuses->first().completedSegments <= statuses->first().totalSegments);
        QCOMPARE(!statuses->first().error.isEmpty(), stage == int(IndexingStatus::Stage::Failed));
    }

    void indexingStatusReportsABatchThatIsGone()
    {
        answerAsRecorded(u"GET /v1/datasets/d1/documents/b1/indexing-status"_s,
                         u"1.15.0/c008_getDocumentIndexingStatus__unknown_batch"_s);

        QCOMPARE(await(DocumentsApi(*client).indexingStatus(u"d1"_s, u"b1"_s)).error().kind, ApiError::Kind::NotFound);
    }
};

LOREDESK_TEST(tst_documentsapi, TestDocumentsApi)
#include "tst_documentsapi.moc"
