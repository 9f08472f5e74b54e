// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/datasetsapi.h"
#include "app/api/documentsapi.h"
#include "tests/app/api/apitest.h"

using namespace Qt::Literals::StringLiterals;

//! Documents as they are created and updated.
class TestDocumentWrites : public ApiTest
{
    Q_OBJECT

private slots:
    void init() { renew(); }

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
};

LOREDESK_TEST(tst_documentwrites, TestDocumentWrites)
#include "tst_documentwrites.moc"
