// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/services/queuetest.h"
#include "tests/support/testmain.h"

using namespace Qt::Literals::StringLiterals;

//! What becomes of a file whose name a document has already, or another file on its way.
class TestSameName : public QueueTest
{
    Q_OBJECT

private slots:
    void init() { renew(); }
    void cleanup() { close(); }

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
};

LOREDESK_TEST(tst_samename, TestSameName)
#include "tst_samename.moc"
