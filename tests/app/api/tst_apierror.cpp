// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/apierror.h"
#include "tests/support/fakenetwork.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using Kind = ApiError::Kind;

Q_DECLARE_METATYPE(ApiError::Kind)

class TestApiError : public QObject
{
    Q_OBJECT

private slots:
    void recordedErrorsAreToldApart_data()
    {
        QTest::addColumn<QString>("fixture");
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("message");
        const auto row = [](const char *fixture, Kind kind, const QString &code, const QString &message) {
            QTest::newRow(fixture) << QString(QLatin1StringView(fixture)) << kind << code << message;
        };
        // The standard envelope.
        row("0.11.1/006_auth_unknown_key", Kind::Unauthorized, u"unauthorized"_s, u"Access token is invalid"_s);
        row("1.15.0/a006_auth__wrong_key", Kind::Unauthorized, u"unauthorized"_s, u"Access token is invalid"_s);
        row("1.15.0/b106_getDatasetDetail__api_disabled", Kind::Forbidden, u"forbidden"_s,
            u"Dataset api access is not enabled."_s);
        row("1.15.0/d050_deleteDocument__archived", Kind::Forbidden, u"archived_document_immutable"_s,
            u"The archived document is not editable."_s);
        row("1.15.0/b112_deleteDataset__again", Kind::NotFound, u"not_found"_s, u"Dataset not found."_s);
        row("0.15.3/451_delete_document_again", Kind::NotFound, u"not_found"_s, u"Document Not Exists."_s);
        row("0.15.3/017_create_dataset_duplicate_name", Kind::Conflict, u"dataset_name_duplicate"_s,
            u"The dataset name already exists. Please modify your dataset name."_s);
        row("0.15.3/065_get_dataset_not_in_this_version", Kind::BadRequest, u"method_not_allowed"_s,
            u"The method is not allowed for the requested URL."_s);
        row("1.15.0/e016_createDocumentFromFile__no_file", Kind::BadRequest, u"no_file_uploaded"_s,
            u"Please upload your file."_s);
        row("1.15.0/e092_updateDocument__unsupported", Kind::Unsupported, u"unsupported_file_type"_s,
            u"File type not allowed."_s);
        row("1.15.0/q004_listSegments__credential_removed", Kind::BadRequest, u"provider_not_initialize"_s,
            u"Model fake-embed credentials is not initialized."_s);
        // 400 that means something else than a bad request.
        row("1.15.0/b067_updateDataset__rename_dup", Kind::Conflict, u"invalid_param"_s,
            u"Dataset name already exists"_s);
        row("1.15.0/d026_batchUpdateDocumentStatus__enable_locked_or_not", Kind::Busy, u"invalid_action"_s,
            u"Document:alpha is being indexed, please try again later"_s);
        row("1.15.0/d074_batchUpdateDocumentStatus__disable_indexing", Kind::Busy, u"invalid_action"_s,
            u"Document: slow1 is not completed."_s);
        row("1.15.0/f072_updateSegment__disable_again", Kind::Busy, u"invalid_param"_s,
            u"Segment is indexing, please try again later"_s);
        row("0.11.1/291_create_segments_waiting_document", Kind::Busy, u"not_found"_s, u"Document is not completed."_s);
        row("0.15.3/371_update_segment_disabled_edit", Kind::BadRequest, u"invalid_param"_s,
            u"Can't update disabled segment"_s);
        // `params` and no status; `error` alone; validators' prose.
        row("0.11.1/032_create_dataset_permission_null", Kind::BadRequest, u"invalid_param"_s,
            u"Invalid permission."_s);
        row("0.11.1/327_create_segments_chunks_key", Kind::BadRequest, QString(), u"Segments is required"_s);
        row("1.15.0/f027_createSegments__missing", Kind::BadRequest, QString(),
            u"1 validation error for SegmentCreatePayload\nsegments\n  Field required"_s);
        // 500 with and without a status, and one that carries its SQL.
        row("0.11.1/016_create_dataset_high_quality_no_model", Kind::Server, u"unknown"_s, u"Internal Server Error"_s);
        row("1.15.0/b050_listDatasets__page_huge", Kind::Server, u"unknown"_s, u"Internal Server Error"_s);
        row("1.15.0/g079_retrieveSegments__filter_year___abc", Kind::Server, u"internal_server_error"_s,
            u"(psycopg2.errors.InvalidTextRepresentation) invalid input syntax for type double precision: \"abc\""_s);
        // Nothing said at all.
        row("1.15.0/e093_updateDocument__too_large", Kind::TooLarge, u"file_too_large"_s,
            u"The server does not take anything this large (413)."_s);
        row("0.15.3/215_create_by_file_too_large", Kind::BadRequest, u"invalid_param"_s,
            u"The server refused the request without saying why (400)."_s);
        row("1.15.0/a017_routing__unknown_path", Kind::NotFound, QString(),
            u"There is nothing at this address (404)."_s);
    }
    void recordedErrorsAreToldApart()
    {
        QFETCH(QString, fixture);
        const auto answer = FakeNetwork::recorded(fixture);

        const ApiError error = apiErrorFromHttp(answer.status, answer.body);

        QTEST(error.kind, "kind");
        QTEST(error.code, "code");
        QTEST(error.message, "message");
        QCOMPARE(error.httpStatus, answer.status);
    }

    //! Not recorded: they need a paid plan, or a server of 1.9.
    void otherErrorsAreToldApart_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<Kind>("kind");
        const auto says = [](const char *message) -> QByteArray {
            return QByteArray("{\"code\":\"forbidden\",\"status\":403,\"message\":\"") + message + "\"}";
        };
        QTest::newRow("rate limit")
            << 403 << says("Sorry, you have reached the knowledge base request rate limit of your subscription.")
            << Kind::RateLimited;
        QTest::newRow("vector space")
            << 403 << says("The capacity of the vector space has reached the limit of your subscription.")
            << Kind::QuotaExceeded;
        QTest::newRow("documents") << 403 << says("The number of documents has reached the limit of your subscription.")
                                   << Kind::QuotaExceeded;
        QTest::newRow("upgrade") << 403
                                 << says("To unlock this feature and elevate your Dify experience, please upgrade to a "
                                         "paid plan.")
                                 << Kind::QuotaExceeded;
        QTest::newRow("model quota") << 400 << QByteArray("{\"code\":\"provider_quota_exceeded\",\"message\":\"x\"}")
                                     << Kind::QuotaExceeded;
        QTest::newRow("429") << 429 << QByteArray() << Kind::RateLimited;
        QTest::newRow("document_indexing")
            << 400 << QByteArray("{\"code\":\"document_indexing\",\"message\":\"x\"}") << Kind::Busy;
        QTest::newRow("nginx 413") << 413 << QByteArray("<html>413</html>") << Kind::TooLarge;
        QTest::newRow("nginx 502") << 502 << QByteArray("<html>Bad Gateway</html>") << Kind::Server;
        QTest::newRow("teapot") << 418 << QByteArray("not JSON {") << Kind::BadRequest;
        QTest::newRow("moved") << 301 << QByteArray() << Kind::Parse;
    }
    void otherErrorsAreToldApart()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);

        const ApiError error = apiErrorFromHttp(status, body);

        QTEST(error.kind, "kind");
        QVERIFY(!error.message.isEmpty());
    }

    void fieldErrorsOfNineAreSaidWithTheirFields()
    {
        const ApiError error = apiErrorFromHttp(
            400,
            "{\"errors\":{\"name\":\"Missing required parameter\"},\"message\":\"Input payload validation failed\"}");

        QCOMPARE(error.message, u"name: Missing required parameter"_s);
    }

    void hintsForDevelopersAreLeftOut()
    {
        const ApiError error = apiErrorFromHttp(
            404, "{\"code\":\"not_found\",\"message\":\"Document not found. You have requested this URI "
                 "[/v1/datasets/x] but did you mean /v1/datasets ?\"}");

        QCOMPARE(error.message, u"Document not found."_s);
    }

    void messagesOfOtherTypesAreNoReasonToFail()
    {
        QCOMPARE(apiErrorFromHttp(400, "{\"code\":7,\"message\":{\"a\":1},\"errors\":[2]}").kind, Kind::BadRequest);
        QCOMPARE(apiErrorFromHttp(400, "[1]").kind, Kind::BadRequest);
        QCOMPARE(apiErrorFromHttp(400, "{\"message\":").kind, Kind::BadRequest);
    }
};

LOREDESK_TEST(tst_apierror, TestApiError)
#include "tst_apierror.moc"
