// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/services/queuetest.h"
#include "tests/support/testmain.h"

#include <QSignalSpy>

using namespace Qt::Literals::StringLiterals;

//! What the queue tells of its files, all together and how often.
class TestTransferList : public QueueTest
{
    Q_OBJECT

private slots:
    void init() { renew(); }
    void cleanup() { close(); }

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
};

LOREDESK_TEST(tst_transferlist, TestTransferList)
#include "tst_transferlist.moc"
