// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/services/queuetest.h"
#include "tests/support/testmain.h"

#include <QDateTime>

using namespace Qt::Literals::StringLiterals;

//! Sends whose answer does not come, and servers that ask for patience.
class TestLostSends : public QueueTest
{
    Q_OBJECT

private slots:
    void init() { renew(); }
    void cleanup() { close(); }

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
        renew(2000);
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
        m_queue->add({file(u"1.txt"_s)});
        QTRY_COMPARE(m_dataset->created.size(), 1);
        m_dataset->createAnswers
            = {{.status = 429, .body = R"({"message":"10 requests a minute"})", .headers = {{"Retry-After", "30"}}}};
        m_queue->add({file(u"2.txt"_s)});
        QTRY_VERIFY(m_queue->at(1).nextTry > QDateTime::currentMSecsSinceEpoch() + 10'000);
        QCOMPARE(m_queue->at(1).message, u"10 requests a minute"_s);
        m_queue->add({file(u"3.txt"_s)});
        bool hadItsTurn = false; // the queue starts what may by a timer of 0 as well, set before
        QTimer::singleShot(0, m_queue.get(), [&hadItsTurn] { hadItsTurn = true; });
        QTRY_VERIFY(hadItsTurn);
        QCOMPARE(m_queue->summary().count(State::Sending), 0);
        QCOMPARE(m_queue->at(2).state, State::Waiting);
        m_queue->cancelAll();
        QTRY_COMPARE(m_queue->at(2).state, State::Cancelled);
        QCOMPARE(m_dataset->created.size(), 1);
    }
};

LOREDESK_TEST(tst_lostsends, TestLostSends)
#include "tst_lostsends.moc"
