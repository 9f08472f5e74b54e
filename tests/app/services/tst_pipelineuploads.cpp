// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/services/queuetest.h"
#include "tests/support/testmain.h"

#include <QJsonDocument>
#include <QSignalSpy>

using namespace Qt::Literals::StringLiterals;

//! Files on their way through a pipeline, against a server made of recorded answers.
class TestPipelineUploads : public QueueTest
{
    Q_OBJECT

private slots:
    void init() { renew(); }
    void cleanup() { close(); }

    void aFileIsUploadedRunAndFollowedUntilItIsIndexed()
    {
        QSignalSpy created(m_queue.get(), &TransferQueue::created);
        m_queue->add({file(u"pipe.txt"_s)});
        QTRY_COMPARE(m_queue->at(0).state, State::Finished);

        QCOMPARE(m_dataset->count(upload), 1);
        const QJsonObject wish = QJsonDocument::fromJson(m_dataset->created.value(0)).object();
        QCOMPARE(wish["start_node_id"_L1].toString(), u"1752479895761"_s);
        QCOMPARE(wish["datasource_type"_L1].toString(), u"local_file"_s);
        QCOMPARE(wish["is_published"_L1].toBool(), true);
        QCOMPARE(wish["response_mode"_L1].toString(), u"blocking"_s);
        QCOMPARE(wish["inputs"_L1]["delimiter"_L1].toString(), u"\n\n"_s);
        const QJsonValue item = wish["datasource_info_list"_L1][0];
        QCOMPARE(item["reference"_L1], item["related_id"_L1]);
        QCOMPARE(item["transfer_method"_L1].toString(), u"local_file"_s);
        QCOMPARE(m_queue->at(0).documentId, m_dataset->documents.value(0).id);
        QCOMPARE(m_queue->at(0).batch, m_dataset->documents.value(0).batch);
        QVERIFY(created.value(0).value(1).value<Document>().createdAt > 0);
        QCOMPARE(m_dataset->count(u"POST /v1/datasets/d/document/"_s), 0); // which would go past the pipeline
    }

    //! Servers make the document, refuse the inputs, and leave it waiting.
    void aRefusedRunLeavesNothingBehind()
    {
        m_dataset->requiredInputs = {u"delimiter"_s, u"tone"_s};
        m_dataset->add(u"pipe.txt"_s, u"completed"_s);
        m_queue->add({file(u"pipe.txt"_s)});
        QTRY_COMPARE(m_queue->at(0).state, State::Failed);

        QCOMPARE(m_queue->at(0).message, u"tone is required in input form. Fill in all that the pipeline asks for."_s);
        QCOMPARE(m_dataset->documents.size(), 1);
        QCOMPARE(m_dataset->documents.first().status, u"completed"_s); // the one that was there
    }

    void oneThatFailedCanBeSentAgain()
    {
        m_dataset->requiredInputs = {u"tone"_s};
        m_queue->add({file(u"pipe.txt"_s)});
        QTRY_COMPARE(m_queue->at(0).state, State::Failed);
        m_dataset->requiredInputs.clear();
        m_queue->retry(0);
        QTRY_COMPARE(m_queue->at(0).state, State::Finished);
        QCOMPARE(m_dataset->documents.size(), 1);
    }

    void aRunWhoseAnswerIsLostIsFoundRatherThanRunAgain()
    {
        m_dataset->loseAnswers = true;
        m_queue->add({file(u"pipe.txt"_s)});
        QTRY_COMPARE_WITH_TIMEOUT(m_queue->at(0).state, State::Finished, 30'000);
        QCOMPARE(m_dataset->created.size(), 1);
        QCOMPARE(m_dataset->documents.size(), 1);
    }

    void anUploadWhoseAnswerIsLostIsMadeAgain()
    {
        m_dataset->createAnswers = {{.status = 0, .failure = QNetworkReply::RemoteHostClosedError}};
        m_queue->add({file(u"pipe.txt"_s)});
        QTRY_COMPARE_WITH_TIMEOUT(m_queue->at(0).state, State::Finished, 30'000);
        QCOMPARE(m_dataset->count(upload), 2);
        QCOMPARE(m_dataset->created.size(), 1);
    }

    void aFileTheServerRefusesIsNotRun()
    {
        m_dataset->createAnswers = {FakeNetwork::recorded(u"1.15.0/k009_uploadPipelineFile__slash"_s)};
        m_queue->add({file(u"pipe.txt"_s)});
        QTRY_COMPARE(m_queue->at(0).state, State::Failed);
        QCOMPARE(m_queue->at(0).message, u"Filename contains invalid characters"_s);
        QCOMPARE(m_dataset->count(run), 0);
    }

    void oneThatIsCancelledWhileItIsUploadedIsNeverRun()
    {
        m_dataset->network.hang(upload);
        m_queue->add({file(u"pipe.txt"_s)});
        QTRY_COMPARE(m_dataset->network.hanging(), 1);
        m_queue->cancel(0);
        QTRY_COMPARE(m_queue->at(0).state, State::Cancelled);
        QCOMPARE(m_dataset->network.aborted, 1);
        QCOMPARE(m_dataset->count(run), 0);
    }

    //! Only the answer tells which document is to be deleted.
    void oneThatIsCancelledWhileItIsRunIsDeletedThen()
    {
        m_dataset->network.hang(run);
        m_queue->add({file(u"pipe.txt"_s)});
        QTRY_COMPARE(m_dataset->network.hanging(), 1);
        m_queue->cancel(0);
        QCOMPARE(m_queue->at(0).state, State::Sending);
        m_dataset->add(u"pipe.txt"_s, u"waiting"_s).id = u"24075d0c-40d5-4b4a-9d93-2efc9208f196"_s;
        m_dataset->network.answerAsRecorded(run, u"1.15.0/r011_runPipeline__blocking"_s);
        QTRY_COMPARE(m_queue->at(0).state, State::Cancelled);
        QVERIFY(m_dataset->documents.isEmpty());
    }

    void aPipelineThatMakesNothingIsSaid()
    {
        m_dataset->network.answerAsRecorded(run, u"1.15.0/r017_runPipeline__empty_list"_s);
        m_queue->add({file(u"pipe.txt"_s)});
        QTRY_COMPARE(m_queue->at(0).state, State::Failed);
        QCOMPARE(m_queue->at(0).message, u"The pipeline made no document of the file."_s);
    }

private:
    TransferRequest file(const QString &name)
    {
        TransferRequest request = QueueTest::file(name, OnSameName::KeepBoth, "Pipeline text about elephants.");
        request.pipeline
            = PipelineWish{.sourceNodeId = u"1752479895761"_s, .inputs = QJsonObject{{u"delimiter"_s, u"\n\n"_s}}};
        for (const auto &entry : std::as_const(m_dataset->documents))
            request.existingIds.append(entry.id);
        return request;
    }

    const QString upload = u"POST /v1/datasets/pipeline/file-upload"_s;
    const QString run = u"POST /v1/datasets/d/pipeline/run"_s;
};

LOREDESK_TEST(tst_pipelineuploads, TestPipelineUploads)
#include "tst_pipelineuploads.moc"
