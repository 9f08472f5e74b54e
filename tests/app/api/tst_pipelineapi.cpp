// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/pipelineapi.h"
#include "tests/app/api/apitest.h"

#include <QTemporaryFile>

using namespace Qt::Literals::StringLiterals;

class TestPipelineApi : public ApiTest
{
    Q_OBJECT

private slots:
    void init() { renew(); }

    void sourcesAreRead()
    {
        answerAsRecorded(u"GET "_s + pipeline + u"/datasource-plugins"_s,
                         u"1.15.0/r006_listDatasourcePlugins__pipeline_published"_s);

        const auto sources = await(PipelineApi(*client).sources(u"d"_s));

        QCOMPARE(sources->size(), 1);
        QCOMPARE(sources->first().type, u"local_file"_s);
        QCOMPARE(sources->first().title, u"File"_s);
        QVERIFY(!sources->first().nodeId.isEmpty());
    }

    //! "false" is true to the servers (recordings 1.15.0, r003).
    void theDraftIsAskedForByAnEmptyText()
    {
        answerAsRecorded(u"GET "_s + pipeline + u"/datasource-plugins?is_published="_s,
                         u"1.15.0/r004_listDatasourcePlugins__pipeline_draft_0"_s);

        QVERIFY(await(PipelineApi(*client).sources(u"d"_s, false)));
    }

    void anOrdinaryDatasetHasNone()
    {
        answerAsRecorded(u"GET "_s + pipeline + u"/datasource-plugins"_s,
                         u"1.15.0/k011_listDatasourcePlugins__not_pipeline"_s);

        QCOMPARE(await(PipelineApi(*client).sources(u"d"_s)).error().message, u"Pipeline not found"_s);
    }

    void aFileIsUploadedAlone()
    {
        answerAsRecorded(u"POST /v1/datasets/pipeline/file-upload"_s, u"1.15.0/k001_uploadPipelineFile__ok"_s);
        QTemporaryFile file;
        QVERIFY(file.open() && file.write("pipeline file") > 0 && file.flush());

        const auto uploaded = await(PipelineApi(*client).uploadFile(file.fileName(), u"p.txt"_s));

        QCOMPARE(uploaded->extension, u"txt"_s);
        QCOMPARE(uploaded->size, 13);
        const QByteArray body = network->requests.last().body;
        QVERIFY(body.contains("name=\"file\"; filename=\"p.txt\""));
        QVERIFY(!body.contains("name=\"data\""));
    }

    void aRefusedFileIsExplained()
    {
        answerAsRecorded(u"POST /v1/datasets/pipeline/file-upload"_s, u"1.15.0/k007_uploadPipelineFile__too_large"_s);
        QTemporaryFile file;
        QVERIFY(file.open());

        const auto uploaded = await(PipelineApi(*client).uploadFile(file.fileName(), u"p.txt"_s));

        QVERIFY(uploaded.error().message.contains("too large"_L1));
    }

    void aPublishedPipelineAnswersWithItsDocuments()
    {
        answerAsRecorded(u"POST "_s + pipeline + u"/run"_s, u"1.15.0/r011_runPipeline__blocking"_s);

        const auto run = await(PipelineApi(*client).run(u"d"_s, {.sourceNodeId = u"n"_s}));

        QVERIFY(run);
        QVERIFY(!run->batch.isEmpty());
        QCOMPARE(run->documents.size(), 1);
        QCOMPARE(run->documents.first().name, u"pipe.txt"_s);
        QVERIFY(run->problem.isEmpty());
    }

    void aDraftTellsItsStepsAndHowItEnded()
    {
        answerAsRecorded(u"POST "_s + pipeline + u"/run"_s, u"1.15.0/r016_runPipeline__draft_streaming"_s);
        QStringList events;
        auto *call = PipelineApi(*client).run(u"d"_s, {.sourceNodeId = u"n"_s, .isPublished = false});
        connect(call, &CallBase::eventArrived, this,
                [&](const QJsonObject &event) { events.append(event["event"_L1].toString()); });

        const auto run = await(call);

        QVERIFY(run);
        QVERIFY(run->batch.isEmpty());
        QVERIFY(run->problem.startsWith("Failed to get tool runtime"_L1));
        QCOMPARE(events.first(), u"workflow_started"_s);
        QCOMPARE(events.last(), u"workflow_finished"_s);
        QVERIFY(events.contains(u"node_finished"_s));
    }

    void aStreamThatEndsTooEarlyIsAnError()
    {
        network->answer(u"POST "_s + pipeline + u"/run"_s,
                        {.body = "data: {\"event\":\"workflow_started\",\"data\":{}}\n\n",
                         .headers = {{"Content-Type", "text/event-stream"}}});

        const auto run = await(PipelineApi(*client).run(u"d"_s, {.sourceNodeId = u"n"_s, .isPublished = false}));

        QCOMPARE(run.error().kind, ApiError::Kind::Parse);
    }

    void aMissingInputIsReported()
    {
        answerAsRecorded(u"POST "_s + pipeline + u"/run"_s, u"1.15.0/r019_runPipeline__missing_inputs"_s);

        const auto run = await(PipelineApi(*client).run(u"d"_s, {.sourceNodeId = u"n"_s}));

        QCOMPARE(run.error().code, u"pipeline_run_error"_s);
    }

    //! Servers answer 200 and fail in an event.
    void aSourceThatFailsIsAnError()
    {
        answerAsRecorded(u"POST "_s + pipeline + u"/datasource/nodes/n/run"_s,
                         u"1.15.0/r009_runDatasourceNode__unknown_node"_s);

        const auto browsed = await(PipelineApi(*client).browse(u"d"_s, {.nodeId = u"n"_s, .type = u"x"_s}, {}));

        QCOMPARE(browsed.error().kind, ApiError::Kind::Server);
        QCOMPARE(browsed.error().message, u"Datasource node data not found"_s);
    }

    void aSourceThatIsReadGivesItsLastEvent()
    {
        network->answer(u"POST "_s + pipeline + u"/datasource/nodes/n/run"_s,
                        {.body = "data: {\"event\":\"datasource_processing\",\"completed\":1}\n\n"
                                 "data: {\"event\":\"datasource_completed\",\"data\":[{\"page\":1}]}\n\n",
                         .headers = {{"Content-Type", "text/event-stream; charset=utf-8"}}});

        const auto browsed = await(PipelineApi(*client).browse(u"d"_s, {.nodeId = u"n"_s, .type = u"x"_s}, {}));

        QCOMPARE((*browsed.operator->())["data"_L1].toArray().size(), 1);
    }

private:
    const QString pipeline = u"/v1/datasets/d/pipeline"_s;
};

LOREDESK_TEST(tst_pipelineapi, TestPipelineApi)
#include "tst_pipelineapi.moc"
