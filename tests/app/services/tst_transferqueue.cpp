// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/transferqueue.h"

#include "tests/app/services/queuetest.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QSignalSpy>

using namespace Qt::Literals::StringLiterals;

//! The way of a file: sent, indexed, cancelled, refused, sent again.
class TestTransferQueue : public QueueTest
{
    Q_OBJECT

private slots:
    void init() { renew(); }
    void cleanup() { close(); }

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

    void threeFilesAreSentAtOnce()
    {
        const QString create = u"POST /v1/datasets/d/document/create-by-file"_s;
        m_dataset->network.hang(create);
        m_queue->add({file(u"1.txt"_s), file(u"2.txt"_s), file(u"3.txt"_s), file(u"4.txt"_s)});
        QTRY_COMPARE(m_dataset->network.hanging(), 3);
        QCOMPARE(m_queue->summary().count(State::Sending), 3);
        QCOMPARE(m_queue->summary().count(State::Waiting), 1);
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

    void aDocumentThatCouldNotBeDeletedIsFollowedToItsEnd()
    {
        m_dataset->steps = 0;
        m_queue->add({file(u"a.txt"_s)});
        QTRY_COMPARE(m_queue->at(0).state, State::Indexing);
        const DocumentRef document{u"s"_s, u"d"_s, m_queue->at(0).documentId};
        m_dataset->network.answer(u"DELETE /v1/datasets/d/documents/"_s + document.documentId,
                                  {.status = 403, .body = R"({"message":"No."})"});
        m_queue->cancel(0);
        QVERIFY(!m_watcher->isWatched(document));
        QTRY_VERIFY(m_queue->at(0).message.contains(u"No."_s));
        QCOMPARE(m_queue->at(0).state, State::Indexing);
        QVERIFY(m_watcher->isWatched(document));
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

    void aDocumentDeletedElsewhereIsSaidToBeAndIsNotDeletedAgain()
    {
        m_dataset->steps = 0;
        m_queue->add({file(u"a.txt"_s)});
        QTRY_COMPARE(m_queue->at(0).state, State::Indexing);
        m_dataset->documents.clear();
        QTRY_COMPARE(m_queue->at(0).state, State::Failed);
        QCOMPARE(m_queue->at(0).message, u"The document was deleted on the server."_s);
        m_dataset->steps = 1;
        m_queue->retry(0);
        QTRY_COMPARE(m_queue->at(0).state, State::Finished);
        QCOMPARE(m_dataset->count(u"DELETE"_s), 0);
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
};

LOREDESK_TEST(tst_transferqueue, TestTransferQueue)
#include "tst_transferqueue.moc"
