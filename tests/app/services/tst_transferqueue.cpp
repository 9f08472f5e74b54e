// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/transferqueue.h"

#include "app/services/indexingwatcher.h"
#include "tests/app/services/fakedataset.h"
#include "tests/support/testmain.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

using State = Transfer::State;

class TestTransferQueue : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_dataset = std::make_unique<FakeDataset>();
        m_watcher = std::make_unique<IndexingWatcher>();
        m_watcher->setServer(u"s"_s, m_dataset->api, 200);
        m_queue = std::make_unique<TransferQueue>(*m_watcher);
        m_queue->setFirstPause(1);
        m_queue->setServer(u"s"_s, m_dataset->api, m_dataset->pipelines);
    }

    void cleanup()
    {
        m_queue.reset();
        m_watcher.reset();
        m_dataset.reset();
    }

    void aFileIsSentIndexedAndDone()
    {
        QList<State> states;
        connect(m_queue.get(), &TransferQueue::changed, this, [&] { states.append(m_queue->at(0).state); });
        QSignalSpy created(m_queue.get(), &TransferQueue::created);
        m_queue->add({file(u"a.txt"_s)});
        QCOMPARE(m_queue->at(0).state, State::Waiting);
        QTRY_COMPARE(m_queue->at(0).state, State::Finished);
        QTRY_VERIFY(states.contains(State::Finished));
        QCOMPARE(created.size(), 1);
        QCOMPARE(m_queue->at(0).documentId, m_dataset->documents.first().id);
        QCOMPARE(m_queue->summary().count(State::Finished), 1);
        QCOMPARE(m_queue->summary().unfinished(), 0);
        QCOMPARE(m_queue->summary().runDone, m_queue->summary().runWork);
        QCOMPARE(m_queue->unfinishedIn(u"s"_s, u"d"_s), 0);
    }

    void neverOverwritesUnlessToldTo()
    {
        m_dataset->add(u"a.txt"_s, u"completed"_s);
        m_queue->add({file(u"a.txt"_s)});
        QTRY_COMPARE(m_queue->at(0).state, State::Finished);
        QVERIFY(m_dataset->created.first().contains("\"duplicate\":false"));
        QCOMPARE(m_dataset->documents.size(), 2);
    }

    void replacesADocumentThatIsCompleted()
    {
        m_dataset->add(u"a.txt"_s, u"completed"_s);
        m_queue->add({file(u"a.txt"_s, OnSameName::Replace)});
        QTRY_COMPARE(m_queue->at(0).state, State::Finished);
        QVERIFY(m_dataset->created.first().contains("\"duplicate\":true"));
        QCOMPARE(m_dataset->documents.size(), 1);
    }

    void doesNotReplaceADocumentWhileItIsBeingIndexed()
    {
        auto &old = m_dataset->add(u"a.txt"_s, u"indexing"_s);
        m_queue->add({file(u"a.txt"_s, OnSameName::Replace)});
        QTRY_VERIFY(m_queue->at(0).nextTry > 0);
        QCOMPARE(m_queue->at(0).state, State::Waiting);
        QVERIFY(!m_queue->at(0).message.isEmpty());
        QVERIFY(m_dataset->created.isEmpty());
        old.status = u"completed"_s;
        QTRY_COMPARE_WITH_TIMEOUT(m_queue->at(0).state, State::Finished, 30'000);
    }

    void doesNotReplaceWhatIsDisabled()
    {
        m_dataset->add(u"a.txt"_s, u"completed"_s).enabled = false;
        m_queue->add({file(u"a.txt"_s, OnSameName::Replace)});
        QTRY_COMPARE(m_queue->at(0).state, State::Failed);
        QVERIFY(m_dataset->created.isEmpty());
    }

    void aSecondFileOfTheSameNameWaitsForTheFirstWhenItReplaces()
    {
        m_dataset->steps = 5;
        const auto request = file(u"a.txt"_s, OnSameName::Replace);
        m_queue->add({request, request});
        QTRY_COMPARE(m_queue->at(0).state, State::Indexing);
        QCOMPARE(m_queue->at(1).state, State::Waiting);
        QTRY_COMPARE_WITH_TIMEOUT(m_queue->at(1).state, State::Finished, 30'000);
        QCOMPARE(m_dataset->created.size(), 2);
        QCOMPARE(m_dataset->documents.size(), 1);
    }

    void threeFilesAreSentAtOnce()
    {
        const QString create = u"POST /v1/datasets/d/document/create-by-file"_s;
        m_dataset->network.hang(create);
        m_queue->add({file(u"1.txt"_s), file(u"2.txt"_s), file(u"3.txt"_s), file(u"4.txt"_s)});
        QTRY_COMPARE(m_dataset->network.hanging(), 3);
        QCOMPARE(m_queue->summary().count(State::Sending), 3);
        QCOMPARE(m_queue->summary().count(State::Waiting), 1);
    }

    void bytesAreToldWhileTheyGoOut()
    {
        m_dataset->network.hang(u"POST /v1/datasets/d/document/create-by-file"_s);
        m_queue->add({file(u"a.txt"_s, OnSameName::KeepBoth, QByteArray(5000, 'x'))});
        QTRY_VERIFY(m_queue->at(0).progress.completed > 5000); // with what is around the file
        QCOMPARE(m_queue->at(0).progress.kind, Progress::Kind::Sending);
        QVERIFY(m_queue->summary().runDone > 5000);
        QCOMPARE(m_queue->summary().runDone, m_queue->summary().runWork / 2); // indexing is the other half
    }

    void aRunIsWhatIsOnItsWayAndWhatEndedMeanwhile()
    {
        m_queue->add({file(u"a.txt"_s), file(u"b.txt"_s)});
        QCOMPARE(m_queue->summary().runFiles, 2);
        QTRY_COMPARE(m_queue->summary().runEnded, 2);

        m_dataset->network.hang(u"POST /v1/datasets/d/document/create-by-file"_s);
        m_queue->add({file(u"c.txt"_s)});
        QCOMPARE(m_queue->summary().runFiles, 1);
        QCOMPARE(m_queue->summary().runEnded, 0);
        m_queue->add({file(u"d.txt"_s)});
        QCOMPARE(m_queue->summary().runFiles, 2);
        m_queue->cancel(3);
        QCOMPARE(m_queue->summary().runEnded, 1);
        m_queue->clearFinished();
        QCOMPARE(m_queue->summary().runFiles, 2);
        QCOMPARE(m_queue->summary().runEnded, 1);
        QCOMPARE(m_queue->summary().total(), 1);
    }

    void aFileThatIsSentAgainBelongsToTheRunOfThatTime()
    {
        m_dataset->createAnswers = {{.status = 400, .body = R"({"message":"no"})"}};
        m_queue->add({file(u"a.txt"_s)});
        QTRY_COMPARE(m_queue->summary().runEnded, 1);
        m_queue->retryFailed();
        QCOMPARE(m_queue->summary().runEnded, 0);
        QCOMPARE(m_queue->summary().runFiles, 1);
        QTRY_COMPARE(m_queue->summary().runEnded, 1);
    }

    void theTimeLeftIsToldFromWhatWasDone()
    {
        m_dataset->steps = 40;
        QList<qint64> told;
        connect(m_queue.get(), &TransferQueue::summaryChanged, this,
                [&] { told.append(m_queue->summary().secondsLeft); });
        m_queue->add({file(u"a.txt"_s)});
        QCOMPARE(m_queue->summary().secondsLeft, -1);
        QTRY_VERIFY_WITH_TIMEOUT(m_queue->summary().unfinished() == 0 && told.value(told.size() - 1) == -1, 30'000);
        QVERIFY(std::any_of(told.begin(), told.end(), [](qint64 seconds) { return seconds > 0; }));
    }

    void aFileThatWaitsIsCancelledWithoutARequest()
    {
        m_queue->add({file(u"a.txt"_s)});
        m_queue->cancel(0);
        QCOMPARE(m_queue->at(0).state, State::Cancelled);
        m_queue->add({file(u"b.txt"_s)});
        QTRY_COMPARE(m_queue->at(1).state, State::Finished);
        QCOMPARE(m_dataset->created.size(), 1);
    }

    void aFileThatWentOutCompletelyIsDeletedWhenItIsCancelled()
    {
        const QString create = u"POST /v1/datasets/d/document/create-by-file"_s;
        m_dataset->network.hang(create);
        m_queue->add({file(u"a.txt"_s)});
        QTRY_VERIFY(m_queue->at(0).progress.total > 0 && m_queue->at(0).progress.completed > 1);
        m_queue->cancel(0);
        QCOMPARE(m_queue->at(0).state, State::Sending);
        m_dataset->add(u"a.txt"_s, u"waiting"_s);
        m_dataset->network.answer(
            create, QJsonObject{{u"document"_s, QJsonObject{{u"id"_s, u"doc1"_s}}}, {u"batch"_s, u"batch1"_s}});
        QTRY_COMPARE(m_queue->at(0).state, State::Cancelled);
        QVERIFY(m_dataset->documents.isEmpty());
    }

    void cancellingWhileIndexingDeletesTheDocument()
    {
        m_dataset->steps = 0;
        QSignalSpy deleted(m_queue.get(), &TransferQueue::deleted);
        m_queue->add({file(u"a.txt"_s)});
        QTRY_COMPARE(m_queue->at(0).state, State::Indexing);
        m_queue->cancel(0);
        QTRY_COMPARE(m_queue->at(0).state, State::Cancelled);
        QVERIFY(m_dataset->documents.isEmpty());
        QCOMPARE(deleted.size(), 1);
    }

    void aRefusedFileFailsInTheServersWordsAndTheOthersGoOn()
    {
        m_dataset->createAnswers = {{.status = 413, .body = R"({"message":"too big","code":"file_too_large"})"}};
        m_dataset->answeredName = u"a.txt"_s;
        m_queue->add({file(u"a.txt"_s), file(u"b.txt"_s)});
        QTRY_COMPARE(m_queue->at(1).state, State::Finished);
        QCOMPARE(m_queue->at(0).state, State::Failed);
        QCOMPARE(m_queue->at(0).message, u"too big. Split the file, or raise the limit in the server's settings."_s);

        m_queue->retry(0);
        QTRY_COMPARE(m_queue->at(0).state, State::Finished);
        QCOMPARE(m_queue->summary().count(State::Failed), 0);
    }

    void aFileThatChangedOrIsGoneFailsInWords()
    {
        const auto changed = file(u"a.txt"_s);
        const auto gone = file(u"b.txt"_s);
        file(u"a.txt"_s, OnSameName::KeepBoth, "longer than before");
        QVERIFY(QFile::remove(gone.path));
        m_queue->add({changed, gone});
        QTRY_COMPARE(m_queue->summary().count(State::Failed), 2);
        QCOMPARE(m_queue->at(0).message, u"The file has changed since it was chosen."_s);
        QCOMPARE(m_queue->at(1).message, u"The file is not there any more."_s);

        m_queue->retry(0); // as it is now
        QTRY_COMPARE(m_queue->at(0).state, State::Finished);
    }

    void whatFailedToBeIndexedIsDeletedBeforeItIsSentAgain()
    {
        m_dataset->error = u"broken"_s;
        m_queue->add({file(u"a.txt"_s)});
        QTRY_COMPARE(m_queue->at(0).state, State::Failed);
        QCOMPARE(m_queue->at(0).message, u"broken"_s);
        m_dataset->error.clear();
        m_queue->retryFailed();
        QTRY_COMPARE(m_queue->at(0).state, State::Finished);
        QCOMPARE(m_dataset->documents.size(), 1);
    }

    void aSendWhoseAnswerWasLostIsFoundAndNotSentAgain()
    {
        m_dataset->loseAnswers = true;
        m_queue->add({file(u"a.txt"_s)});
        QTRY_COMPARE(m_queue->at(0).state, State::Finished);
        QCOMPARE(m_dataset->created.size(), 1);
        QCOMPARE(m_dataset->documents.size(), 1);
    }

    void anOlderDocumentOfTheNameIsNotTakenForTheLostOne()
    {
        const auto &known = m_dataset->add(u"a.txt"_s, u"completed"_s);
        auto request = file(u"a.txt"_s);
        request.existingIds = {known.id};
        m_dataset->add(u"a.txt"_s, u"completed"_s, QDateTime::currentSecsSinceEpoch() - 3600);
        m_dataset->createAnswers = {{.status = 0, .failure = QNetworkReply::RemoteHostClosedError}};
        m_queue->add({request});
        QTRY_COMPARE(m_queue->at(0).state, State::Finished);
        QCOMPARE(m_dataset->created.size(), 1);
        QCOMPARE(m_dataset->documents.size(), 3);
    }

    void twoFilesOfOneNameAreNotTakenForEachOther()
    {
        m_dataset->loseAnswers = true;
        const auto request = file(u"a.txt"_s);
        m_queue->add({request, request, request});
        QTRY_COMPARE(m_queue->summary().count(State::Finished), 3);
        QSet<QString> ids;
        for (int row = 0; row < 3; ++row)
            ids.insert(m_queue->at(row).documentId);
        QCOMPARE(ids.size(), 3);
        QCOMPARE(m_dataset->documents.size(), 3);
    }

    //! Its clock is as far behind as is put up with, counted from the first send; the second is too late for that.
    void theFirstOfSeveralLostSendsTellsFromWhenADocumentMayBeTheFile()
    {
        m_queue->removeServer(u"s"_s);
        m_queue->setFirstPause(2000);
        m_queue->setServer(u"s"_s, m_dataset->api, m_dataset->pipelines);
        m_dataset->createAnswers = {{.status = 502}, {.status = 429, .headers = {{"Retry-After", "0"}}}};
        qint64 firstSend = 0;
        m_dataset->network.respond = [&, answer = m_dataset->network.respond](const FakeNetwork::Request &request) {
            const auto left = m_dataset->createAnswers.size();
            const auto given = answer(request);
            if (left == 2 && m_dataset->createAnswers.size() == 1)
                firstSend = QDateTime::currentSecsSinceEpoch();
            else if (left == 1 && m_dataset->createAnswers.isEmpty())
                m_dataset->add(u"a.txt"_s, u"completed"_s, firstSend - 300);
            return given;
        };
        m_queue->add({file(u"a.txt"_s)});
        QTRY_COMPARE_WITH_TIMEOUT(m_queue->at(0).state, State::Finished, 30'000);
        QVERIFY(m_dataset->created.isEmpty());
    }

    void anUnreachableServerIsWaitedFor()
    {
        for (int attempt = 0; attempt < 3; ++attempt)
            m_dataset->createAnswers.append({.status = 502, .body = "<html>bad gateway</html>"});
        m_queue->add({file(u"a.txt"_s)});
        QTRY_COMPARE(m_queue->at(0).state, State::Finished);
        QCOMPARE(m_dataset->documents.size(), 1);
    }

    void afterNineLostAnswersAFileIsGivenUpUntilSomebodyRetries()
    {
        m_dataset->createAnswers = QList<FakeNetwork::Answer>(10, {.status = 502, .body = "<html>bad gateway</html>"});
        m_queue->add({file(u"a.txt"_s)});
        QTRY_COMPARE_WITH_TIMEOUT(m_queue->at(0).state, State::Failed, 30'000);
        QCOMPARE(m_dataset->createAnswers.size(), 1);
        m_queue->retryFailed();
        QTRY_COMPARE_WITH_TIMEOUT(m_queue->at(0).state, State::Finished, 30'000);
    }

    void aRateLimitPausesAllSends()
    {
        m_dataset->createAnswers
            = {{.status = 429, .body = R"({"message":"10 requests a minute"})", .headers = {{"Retry-After", "30"}}}};
        m_queue->add({file(u"1.txt"_s), file(u"2.txt"_s), file(u"3.txt"_s), file(u"4.txt"_s)});
        // Any of the three that are sent at once may be the first to be answered.
        const auto refused = [this] {
            int row = 0;
            while (row < 3 && m_queue->at(row).nextTry == 0)
                ++row;
            return row;
        };
        QTRY_VERIFY(refused() < 3);
        QCOMPARE(m_queue->at(refused()).message, u"10 requests a minute"_s);
        QVERIFY(m_queue->at(refused()).nextTry > QDateTime::currentMSecsSinceEpoch() + 10'000);
        QTRY_COMPARE(m_queue->summary().count(State::Sending), 0);
        QCOMPARE(m_queue->at(3).state, State::Waiting);
        m_queue->cancelAll();
        // Those that were on their way are there; asking how far they are waits as well.
        QTRY_COMPARE(m_queue->summary().unfinished(), 2);
        QCOMPARE(m_queue->summary().count(State::Indexing), 2);
    }

    void aDocumentDeletedElsewhereIsSaidToBe()
    {
        m_dataset->steps = 0;
        m_queue->add({file(u"a.txt"_s)});
        QTRY_COMPARE(m_queue->at(0).state, State::Indexing);
        m_dataset->documents.clear();
        QTRY_COMPARE(m_queue->at(0).state, State::Failed);
        QCOMPARE(m_queue->at(0).message, u"The document was deleted on the server."_s);
    }

    void aDocumentThatTheServerPausesIsSaidToBeStopped()
    {
        m_dataset->steps = 0;
        m_queue->add({file(u"a.txt"_s)});
        QTRY_COMPARE(m_queue->at(0).state, State::Indexing);
        m_dataset->documents.first().status = u"paused"_s;
        QTRY_COMPARE(m_queue->at(0).state, State::Failed);
        QCOMPARE(m_queue->at(0).message, u"The server has stopped indexing."_s);
    }

    void aRemovedServerFailsWhatIsNotFinishedThere()
    {
        m_dataset->network.hang(u"POST /v1/datasets/d/document/create-by-file"_s);
        m_queue->add({file(u"1.txt"_s), file(u"2.txt"_s), file(u"3.txt"_s), file(u"4.txt"_s)});
        QTRY_COMPARE(m_dataset->network.hanging(), 3);
        m_queue->removeServer(u"s"_s);
        QCOMPARE(m_queue->summary().count(State::Failed), 4);
        QTRY_COMPARE(m_dataset->network.hanging(), 0);
        m_queue->retry(0);
        QCOMPARE(m_queue->at(0).state, State::Failed);
    }

    void clearingTakesOutWhatIsDone()
    {
        m_dataset->createAnswers = {{.status = 400, .body = R"({"message":"no"})"}};
        m_queue->add({file(u"1.txt"_s)});
        QTRY_COMPARE(m_queue->at(0).state, State::Failed);
        m_queue->add({file(u"2.txt"_s), file(u"3.txt"_s)});
        QTRY_COMPARE(m_queue->summary().count(State::Finished), 2);
        m_queue->clearFinished();
        QCOMPARE(m_queue->size(), 1);
        QCOMPARE(m_queue->summary().total(), 1);
        m_queue->retry(0);
        QTRY_COMPARE(m_queue->at(0).state, State::Finished);
    }

    void twoThousandFilesAreToldInFewSignals()
    {
        m_dataset->steps = 1;
        QList<TransferRequest> requests;
        for (int number = 0; number < 2000; ++number)
            requests.append(file(u"%1.txt"_s.arg(number)));
        QSignalSpy changed(m_queue.get(), &TransferQueue::changed);
        m_queue->add(requests);
        QTRY_COMPARE_WITH_TIMEOUT(m_queue->summary().count(State::Finished), 2000, 90'000);
        QCOMPARE(m_dataset->documents.size(), 2000);
        QVERIFY2(changed.size() < 2000, qPrintable(QString::number(changed.size())));
    }

private:
    TransferRequest file(const QString &name, OnSameName onSameName = OnSameName::KeepBoth,
                         const QByteArray &content = "some text")
    {
        const QString path = m_dir->filePath(name);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly))
            qFatal("no file");
        file.write(content);
        file.close();
        TransferRequest request;
        request.serverId = u"s"_s;
        request.datasetId = u"d"_s;
        request.path = path;
        request.name = name;
        request.size = content.size();
        request.modified = QFileInfo(path).lastModified().toMSecsSinceEpoch();
        request.onSameName = onSameName;
        return request;
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<FakeDataset> m_dataset;
    std::unique_ptr<IndexingWatcher> m_watcher;
    std::unique_ptr<TransferQueue> m_queue;
};

LOREDESK_TEST(tst_transferqueue, TestTransferQueue)
#include "tst_transferqueue.moc"
