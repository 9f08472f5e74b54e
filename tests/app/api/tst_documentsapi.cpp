// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/datasetsapi.h"
#include "app/api/documentsapi.h"
#include "tests/app/api/apitest.h"

#include <QTemporaryDir>
#include <QTemporaryFile>

using namespace Qt::Literals::StringLiterals;

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

    void createByTextReadsTheDocumentAndItsBatch_data()
    {
        fixtureRows({u"0.11.1/087_create_by_text_ok_underscore"_s, u"0.15.3/087_create_by_text_ok_underscore"_s,
                     u"1.15.0/c002_createDocumentFromText__ok"_s});
    }
    void createByTextReadsTheDocumentAndItsBatch()
    {
        QFETCH(QString, fixture);
        answerAsRecorded(u"POST /v1/datasets/d1/document/create-by-text"_s, fixture);

        const auto created = await(DocumentsApi(*client).createByText(u"d1"_s, u"Note"_s, u"Some text"_s, {}));

        QVERIFY(created);
        QCOMPARE(created->document.id.size(), 36);
        QVERIFY(created->batch.startsWith("2026"_L1));
        QVERIFY(isBeingIndexed(created->document.status));
        QCOMPARE(sentJson()["name"_L1], u"Note"_s);
        QCOMPARE(sentJson()["text"_L1], u"Some text"_s);
    }

    void everyCreateSaysHowToIndex()
    {
        answerAsRecorded(u"POST /v1/datasets/d1/document/create-by-text"_s,
                         u"1.15.0/c002_createDocumentFromText__ok"_s);

        QVERIFY(await(DocumentsApi(*client).createByText(u"d1"_s, u"Note"_s, u"Text"_s, {})));

        QCOMPARE(sentJson()["indexing_technique"_L1], u"economy"_s);
        QCOMPARE(sentJson()["process_rule"_L1]["mode"_L1], u"automatic"_s);
        QCOMPARE(sentJson()["doc_form"_L1], u"text_model"_s);
    }

    void createReportsABadRequest()
    {
        answerAsRecorded(u"POST /v1/datasets/d1/document/create-by-text"_s,
                         u"1.15.0/c125_listDocuments__unknown_dataset"_s);

        QCOMPARE(await(DocumentsApi(*client).createByText(u"d1"_s, u"n"_s, u"t"_s, {})).error().kind,
                 ApiError::Kind::NotFound);
    }

    void separatorsGoAsTheServerReadsThem_data()
    {
        QTest::addColumn<QByteArray>("version");
        QTest::addColumn<QString>("separator");
        QTest::addColumn<QString>("sent");
        QTest::newRow("1.15") << QByteArray("1.15.0") << u"。"_s << u"\\u3002"_s;
        QTest::newRow("1.15, beyond the first plane") << QByteArray("1.15.0") << u"x😀"_s << u"x\\U0001f600"_s;
        QTest::newRow("1.15, Latin") << QByteArray("1.15.0") << u"§é"_s << u"\\u00a7\\u00e9"_s;
        QTest::newRow("1.15, plain") << QByteArray("1.15.0") << u"\n\n###"_s << u"\n\n###"_s;
        QTest::newRow("1.9") << QByteArray("1.9.0") << u"。"_s << u"。"_s;
        QTest::newRow("0.11") << QByteArray("0.11.1") << u"。"_s << u"。"_s;
        QTest::newRow("ours") << QByteArray() << u"。"_s << u"\\u3002"_s;
    }
    void separatorsGoAsTheServerReadsThem()
    {
        QFETCH(QByteArray, version);
        QFETCH(QString, separator);
        const QString create = u"POST /v1/datasets/d1/document/create-by-text"_s;
        FakeNetwork::Answer answer{.body = "{\"document\":{\"id\":\"a\"},\"batch\":\"b\"}"};
        if (!version.isEmpty())
            answer.headers.append({"X-Version", version});
        network->answer(create, answer);
        QVERIFY(await(DocumentsApi(*client).createByText(u"d1"_s, u"first"_s, u"t"_s, {})));
        CreateOptions options;
        ProcessRule rule;
        rule.segmentation.separator = separator;
        rule.subchunkSegmentation.separator = separator;
        options.technique = Dataset::Technique::HighQuality;
        options.structure = ChunkStructure(ChunkStructure::Form::ParentChild, rule);

        QVERIFY(await(DocumentsApi(*client).createByText(u"d1"_s, u"second"_s, u"t"_s, options)));

        const QJsonValue rules = sentJson()["process_rule"_L1]["rules"_L1];
        QTEST(rules["segmentation"_L1]["separator"_L1].toString(), "sent");
        QTEST(rules["subchunk_segmentation"_L1]["separator"_L1].toString(), "sent");
    }

    void createByFileSendsTheFileAndItsOptions_data()
    {
        fixtureRows({u"0.11.1/154_create_by_file_ok_hyphen"_s, u"0.15.3/154_create_by_file_ok_hyphen"_s,
                     u"1.15.0/e004_createDocumentFromFile__ok"_s});
    }
    void createByFileSendsTheFileAndItsOptions()
    {
        QFETCH(QString, fixture);
        answerAsRecorded(u"POST /v1/datasets/d1/document/create-by-file"_s, fixture);
        CreateOptions options;
        options.replaceSameName = true;

        const auto created = await(DocumentsApi(*client).createByFile(u"d1"_s, file(), u"note.txt"_s, options));

        QVERIFY(created);
        QVERIFY(!created->batch.isEmpty());
        const QByteArray body = network->requests.last().body;
        QVERIFY(body.contains("the content of the file"));
        QVERIFY(body.contains("\"duplicate\":true"));
        QVERIFY(body.contains("\"indexing_technique\":\"economy\""));
        QVERIFY(body.contains("\"process_rule\":{\"mode\":\"automatic\"}"));
        QVERIFY(body.contains("\"doc_form\":\"text_model\""));
    }

    void aFileRefusedWithoutAWordIsExplained()
    {
        answerAsRecorded(u"POST /v1/datasets/d1/document/create-by-file"_s,
                         u"1.15.0/e059_createDocumentFromFile__size_over_15MB"_s);

        const auto created = await(DocumentsApi(*client).createByFile(u"d1"_s, file(), u"note.txt"_s, {}));

        QCOMPARE(created.error().kind, ApiError::Kind::BadRequest);
        QVERIFY(created.error().message.contains("too large"_L1));
    }

    void updateByFileSendsTheFormOfTheDocument_data()
    {
        fixtureRows({u"0.11.1/276_update_by_file_ok"_s, u"0.15.3/276_update_by_file_ok"_s,
                     u"1.15.0/e097_updateDocumentByFile__post_update_by_file"_s});
    }
    void updateByFileSendsTheFormOfTheDocument()
    {
        QFETCH(QString, fixture);
        tellVersion(fixture.section(u'/', 0, 0));
        answerAsRecorded(fixture.startsWith("1.15"_L1) ? u"PATCH /v1/datasets/d1/documents/a"_s
                                                       : u"POST /v1/datasets/d1/documents/a/update-by-file"_s,
                         fixture);

        const auto updated = await(DocumentsApi(*client).updateByFile(
            u"d1"_s, u"a"_s, file(), {.name = u"new.txt"_s, .form = ChunkStructure::Form::QuestionAnswer}));

        QVERIFY(updated);
        QVERIFY(!updated->batch.isEmpty());
        QVERIFY(network->requests.last().body.contains("\"doc_form\":\"qa_model\""));
    }

    void updateByFileReportsWhatIsTooLarge()
    {
        tellVersion(u"1.9.0"_s);
        answerAsRecorded(u"POST /v1/datasets/d1/documents/a/update-by-file"_s,
                         u"1.15.0/e101_updateDocumentByFile__post_too_large"_s);

        const auto updated = await(DocumentsApi(*client).updateByFile(u"d1"_s, u"a"_s, file(), {.name = u"new.txt"_s}));

        QCOMPARE(updated.error().kind, ApiError::Kind::TooLarge);
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

    //! It would end completed and without a chunk (recordings 1.15.0, o013 to o017).
    void aParentChildDocumentAlwaysHasAParentChildRule()
    {
        for (const auto mode : {ProcessRule::Mode::Automatic, ProcessRule::Mode::Custom}) {
            ProcessRule rule;
            rule.mode = mode;

            QCOMPARE(ChunkStructure(ChunkStructure::Form::ParentChild, rule).rule().mode,
                     ProcessRule::Mode::Hierarchical);
        }
    }

    //! Its chunks would stay disabled for good (recordings 1.15.0, o105 to o107).
    void aParentChildDocumentInAnEconomyDatasetIsNotSent()
    {
        CreateOptions options;
        options.structure = ChunkStructure(ChunkStructure::Form::ParentChild, {});

        const auto byText = await(DocumentsApi(*client).createByText(u"d1"_s, u"n"_s, u"t"_s, options));
        const auto byFile = await(DocumentsApi(*client).createByFile(u"d1"_s, file(), u"n.txt"_s, options));

        QCOMPARE(byText.error().kind, ApiError::Kind::BadRequest);
        QCOMPARE(byFile.error().message, byText.error().message);
        QVERIFY(network->requests.isEmpty());
    }

    void ourOwnServerTakesIt()
    {
        network->answer(u"GET /v1/datasets/version"_s, FakeNetwork::Answer{.headers = {{"X-Loredesk", "1"}}});
        await(DatasetsApi(*client).get(u"version"_s));
        answerAsRecorded(u"POST /v1/datasets/d1/document/create-by-text"_s,
                         u"1.15.0/c002_createDocumentFromText__ok"_s);
        CreateOptions options;
        options.structure = ChunkStructure(ChunkStructure::Form::ParentChild, {});

        QVERIFY(await(DocumentsApi(*client).createByText(u"d1"_s, u"n"_s, u"t"_s, options)));
        QCOMPARE(sentJson()["doc_form"_L1], u"hierarchical_model"_s);
        QCOMPARE(sentJson()["process_rule"_L1]["mode"_L1], u"hierarchical"_s);
    }

    //! They end completed and without a chunk (findings of 0.11.1, 3).
    void blankTextsAreNotSent()
    {
        QCOMPARE(await(DocumentsApi(*client).createByText(u"d1"_s, u"n"_s, u" \n"_s, {})).error().kind,
                 ApiError::Kind::BadRequest);
        QCOMPARE(await(DocumentsApi(*client).updateByText(u"d1"_s, u"a"_s, u""_s, {.name = u"n"_s})).error().kind,
                 ApiError::Kind::BadRequest);
        QVERIFY(network->requests.isEmpty());
    }

    void updateByTextReadsTheDocument()
    {
        answerAsRecorded(u"POST /v1/datasets/d1/documents/a/update-by-text"_s,
                         u"1.15.0/c126_updateDocumentByText__ok_with_rule"_s);

        const auto updated = await(DocumentsApi(*client).updateByText(u"d1"_s, u"a"_s, u"new text"_s,
                                                                      {.name = u"n"_s, .rule = ProcessRule()}));

        QVERIFY(!updated->batch.isEmpty());
        QCOMPARE(sentJson(), (QJsonObject{{u"name"_s, u"n"_s},
                                          {u"text"_s, u"new text"_s},
                                          {u"process_rule"_s, QJsonObject{{u"mode"_s, u"automatic"_s}}}}));
    }

    void updateByTextReportsADocumentThatIsNotAvailable()
    {
        answerAsRecorded(u"POST /v1/datasets/d1/documents/a/update-by-text"_s,
                         u"1.15.0/c066_updateDocumentByText__error_document"_s);

        const auto updated
            = await(DocumentsApi(*client).updateByText(u"d1"_s, u"a"_s, u"new text"_s, {.name = u"n"_s}));

        QCOMPARE(updated.error().message, u"Document is not available"_s);
    }

    void aRuleAloneMakesTheChunksAnew()
    {
        answerAsRecorded(u"POST /v1/datasets/d1/documents/a/update-by-text"_s,
                         u"1.15.0/c134_updateDocumentByText__rule_only"_s);

        QVERIFY(await(DocumentsApi(*client).updateRule(u"d1"_s, u"a"_s, {.rule = ProcessRule()})));

        QCOMPARE(sentJson(), (QJsonObject{{u"process_rule"_s, QJsonObject{{u"mode"_s, u"automatic"_s}}}}));
    }

    //! It wants a technique with every update (recordings 0.15.3, update_by_file_ok_hyphen_no_data).
    void serversOfFifteenAreToldATechnique()
    {
        tellVersion(u"0.15.3"_s);
        answerAsRecorded(u"POST /v1/datasets/d1/documents/a/update-by-file"_s, u"0.15.3/276_update_by_file_ok"_s);

        QVERIFY(await(DocumentsApi(*client).updateByFile(u"d1"_s, u"a"_s, file(), {.name = u"n"_s})));

        QVERIFY(network->requests.last().body.contains("\"indexing_technique\":\"economy\""));
    }

    void theOriginalHasASignedAddress_data()
    {
        QTest::addColumn<QString>("fixture");
        QTest::addColumn<QString>("path");
        QTest::newRow("0.15.3") << u"0.15.3/515_upload_file_existing_document"_s << u"upload-file"_s;
        QTest::newRow("1.15.0") << u"1.15.0/e107_downloadDocument__ok"_s << u"download"_s;
    }
    void theOriginalHasASignedAddress()
    {
        QFETCH(QString, fixture);
        QFETCH(QString, path);
        tellVersion(fixture.section(u'/', 0, 0));
        answerAsRecorded(u"GET /v1/datasets/d1/documents/a/"_s + path, fixture);

        const auto url = await(DocumentsApi(*client).originalUrl(u"d1"_s, u"a"_s));

        QVERIFY(url->path().endsWith("/file-preview"_L1));
        QVERIFY(url->query().contains("as_attachment=true"_L1));
    }

    void anAddressThatIsNotOfTheWebIsNotTaken()
    {
        network->answer(u"GET /v1/datasets/d1/documents/a/download"_s,
                        QJsonObject{{u"url"_s, u"file:///etc/passwd"_s}});

        QCOMPARE(await(DocumentsApi(*client).originalUrl(u"d1"_s, u"a"_s)).error().kind, ApiError::Kind::Parse);
    }

    void anOriginalGoesToDiskWithoutTheKey()
    {
        answerAsRecorded(u"GET /files/f?sign=s"_s, u"1.15.0/e113_fileContent__text_document"_s);
        const QTemporaryDir folder;
        const QString saveAs = folder.filePath(u"original.txt"_s);

        QVERIFY(await(DocumentsApi(*client).download(QUrl(u"https://files.test/files/f?sign=s"_s), saveAs)));

        QFile saved(saveAs);
        QVERIFY(saved.open(QIODevice::ReadOnly));
        QCOMPARE(saved.readAll(), "Text for download.");
        QVERIFY(!network->requests.last().request.hasRawHeader("Authorization"));
    }

    void aDownloadThatFailsLeavesTheOldFileAlone_data()
    {
        QTest::addColumn<FakeNetwork::Answer>("answer");
        QTest::newRow("refused") << FakeNetwork::recorded(u"1.15.0/e109_fileContent__signed_url_bad_sign"_s);
        QTest::newRow("a page") << FakeNetwork::Answer{.body = "<html>Sign in</html>",
                                                       .headers = {{"Content-Type", "text/html"}}};
        QTest::newRow("lost") << FakeNetwork::Answer{.status = 0, .failure = QNetworkReply::TimeoutError};
    }
    void aDownloadThatFailsLeavesTheOldFileAlone()
    {
        QFETCH(FakeNetwork::Answer, answer);
        network->answer(u"GET /files/f"_s, answer);
        const QString old = file();

        QVERIFY(!await(DocumentsApi(*client).download(QUrl(u"https://files.test/files/f"_s), old)));

        QFile kept(old);
        QVERIFY(kept.open(QIODevice::ReadOnly));
        QCOMPARE(kept.readAll(), "the content of the file");
    }

    void aFileThatCannotBeWrittenIsSaidBeforeAnythingIsAsked()
    {
        const auto done
            = await(DocumentsApi(*client).download(QUrl(u"https://files.test/files/f"_s), u"/nowhere/at/all/x"_s));

        QVERIFY(done.error().message.contains("/nowhere/at/all/x"_L1));
        QVERIFY(network->requests.isEmpty());
    }

    void manyOriginalsComeAsOneZip()
    {
        answerAsRecorded(u"POST /v1/datasets/d1/documents/download-zip"_s, u"1.15.0/e117_downloadDocumentsZip__ok"_s);
        const QTemporaryDir folder;
        const QString saveAs = folder.filePath(u"all.zip"_s);

        QVERIFY(await(DocumentsApi(*client).downloadZip(u"d1"_s, {u"a"_s, u"b"_s}, saveAs)));

        QCOMPARE(QFileInfo(saveAs).size(), 1019);
        QCOMPARE(sentJson(), (QJsonObject{{u"document_ids"_s, QJsonArray{u"a"_s, u"b"_s}}}));
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

private:
    void tellVersion(const QString &version)
    {
        network->answer(u"GET /v1/datasets/version"_s,
                        FakeNetwork::Answer{.headers = {{"X-Version", version.toLatin1()}}});
        await(DatasetsApi(*client).get(u"version"_s));
    }

    QString file()
    {
        m_file = std::make_unique<QTemporaryFile>();
        if (!m_file->open() || m_file->write("the content of the file") < 0 || !m_file->flush())
            qFatal("cannot write the test's file");
        return m_file->fileName();
    }

    std::unique_ptr<QTemporaryFile> m_file;
};

LOREDESK_TEST(tst_documentsapi, TestDocumentsApi)
#include "tst_documentsapi.moc"
