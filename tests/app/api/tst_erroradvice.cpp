// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/erroradvice.h"
#include "tests/app/api/apitest.h"

using namespace Qt::Literals::StringLiterals;
using Kind = ApiError::Kind;

//! The error table of the documentation and of recorded servers: a code, the kind it is, and what a person can do.
class TestErrorAdvice : public QObject
{
    Q_OBJECT

private slots:
    void everyCodeHasItsKindAndItsAdvice_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<QString>("advice");
        const auto row = [](const char *code, int status, Kind kind, const QString &advice) {
            QTest::newRow(code) << status << kind << advice;
        };
        row("unauthorized", 401, Kind::Unauthorized, u"Enter the key again"_s);
        row("forbidden", 403, Kind::Forbidden, u"use a key that may do it"_s);
        row("archived_document_immutable", 403, Kind::Forbidden, u"out of the archive"_s);
        row("not_found", 404, Kind::NotFound, u"Reload the list"_s);
        row("dataset_name_duplicate", 409, Kind::Conflict, u"Choose another name"_s);
        row("dataset_in_use", 409, Kind::Conflict, u"apps that use it"_s);
        row("file_too_large", 413, Kind::TooLarge, u"Split the file"_s);
        row("unsupported_file_type", 415, Kind::Unsupported, u"another format"_s);
        row("document_indexing", 400, Kind::Busy, u"when it is indexed"_s);
        row("dataset_not_initialized", 400, Kind::BadRequest, u"first document"_s);
        row("document_already_finished", 400, Kind::BadRequest, u"Reload"_s);
        row("high_quality_dataset_only", 400, Kind::BadRequest, u"to high quality"_s);
        row("invalid_metadata", 400, Kind::BadRequest, u"names and values"_s);
        row("no_file_uploaded", 400, Kind::BadRequest, u"Choose the file again"_s);
        row("too_many_files", 400, Kind::BadRequest, u"one file at a time"_s);
        row("filename_not_exists_error", 400, Kind::BadRequest, u"Give the file a name"_s);
        row("provider_not_initialize", 400, Kind::BadRequest, u"model settings"_s);
        row("provider_quota_exceeded", 400, Kind::QuotaExceeded, u"another key for the model"_s);
        row("pipeline_run_error", 500, Kind::Server, u"all that the pipeline asks for"_s);
        row("internal_server_error", 500, Kind::Server, u"log"_s);
        row("unknown", 500, Kind::Server, u"log"_s);
        // What is wrong with these is in their message.
        row("invalid_param", 400, Kind::BadRequest, QString());
        row("invalid_action", 400, Kind::BadRequest, QString());
        row("bad_request", 400, Kind::BadRequest, QString());
        row("method_not_allowed", 405, Kind::BadRequest, QString());
        row("unsupported_media_type", 415, Kind::Unsupported, QString());
    }
    void everyCodeHasItsKindAndItsAdvice()
    {
        QFETCH(int, status);
        QFETCH(QString, advice);
        const QByteArray body = QByteArray("{\"message\":\"It is so.\",\"code\":\"") + QTest::currentDataTag() + "\"}";

        const ApiError error = apiErrorFromHttp(status, body);

        QTEST(error.kind, "kind");
        QCOMPARE(adviceFor(error).isEmpty(), advice.isEmpty());
        QVERIFY2(adviceFor(error).contains(advice), qPrintable(adviceFor(error)));
        const bool isKey = error.kind == Kind::Unauthorized; // which has words of our own
        QVERIFY(sentenceFor(error).startsWith(isKey ? "The key was refused (401). Enter"_L1 : "It is so."_L1));
    }

    void aLimitOfTheRateSaysThatNothingIsSent()
    {
        const ApiError error = apiErrorFromHttp(
            403, "{\"code\":\"forbidden\",\"status\":403,\"message\":\"Sorry, you have reached the knowledge base "
                 "request rate limit of your subscription.\"}");

        QVERIFY(adviceFor(error).startsWith("Nothing is sent"_L1));
    }

    void aFileOfThisComputerIsNoMatterOfTheServer()
    {
        const ApiError error{.kind = Kind::Network,
                             .code = ApiError::localFile,
                             .message = u"a.txt cannot be written: no space left."_s,
                             .requestId = {}};

        QCOMPARE(sentenceFor(error), error.message);
    }

    void aMessageWithoutAFullStopGetsOne()
    {
        QVERIFY(sentenceFor(apiErrorFromHttp(400, "{\"code\":\"too_many_files\",\"message\":\"Two files\"}"))
                    .startsWith("Two files. Send"_L1));
    }
};

LOREDESK_TEST(tst_erroradvice, TestErrorAdvice)
#include "tst_erroradvice.moc"
