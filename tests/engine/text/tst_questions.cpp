// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/text/questions.h"

#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

using Pairs = QList<QuestionPair>;

class TestQuestions : public QObject
{
    Q_OBJECT

private slots:
    void pairsAreFound_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("numbered") << u"Q1: What is A? A1: A letter. Q2:What is B?\nA2: B is\n  one too."_s;
        QTest::newRow("by lines")
            << u"Words before.\n\nQ: What is A?\nA: A letter.\n\nQ: What is B?\nA: B is\n\none too.\n"_s;
        QTest::newRow("in words")
            << u"Question: What is A?\nAnswer: A letter.\nQUESTION: What is B?\nanswer: B is\none too."_s;
    }
    void pairsAreFound()
    {
        QFETCH(const QString, text);
        QCOMPARE(questionPairs(text),
                 (Pairs{{u"What is A?"_s, u"A letter."_s}, {u"What is B?"_s, u"B is\none too."_s}}));
    }

    void aRowOfATableIsAPair()
    {
        QCOMPARE(questionPairs(u"question: What is A?;answer: A letter"_s), (Pairs{{u"What is A?"_s, u"A letter"_s}}));
        QCOMPARE(questionPairs(u"No: 7;Question: What is A?;Answer: A letter"_s),
                 (Pairs{{u"What is A?"_s, u"A letter"_s}}));
    }

    void whatIsOnlyHalfAPairIsNone()
    {
        QCOMPARE(questionPairs(u"Q1: Nobody knows"_s), Pairs());
        QCOMPARE(questionPairs(u"A1: 42"_s), Pairs());
        QCOMPARE(questionPairs(u"Q1: Nobody? Q2: Somebody? A2: Yes."_s), (Pairs{{u"Somebody?"_s, u"Yes."_s}}));
        QCOMPARE(questionPairs(u"Q1: A1: yes Q2: why? A2:  "_s), Pairs());
    }

    void ordinaryTextHasNoPairs()
    {
        QCOMPARE(questionPairs(u"In Q1:2024 sales grew; see A: and B. The question: why? The answer: rain."_s),
                 Pairs());
        QCOMPARE(questionPairs(QString()), Pairs());
    }

    void anAnswerMayQuoteAnother()
    {
        QCOMPARE(questionPairs(u"Q1: What? A1: See A7: there."_s), (Pairs{{u"What?"_s, u"See A7: there."_s}}));
    }
};

LOREDESK_TEST(tst_questions, TestQuestions)
#include "tst_questions.moc"
