// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/vectors/keywordscores.h"

#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TestKeywordScores : public QObject
{
    Q_OBJECT

private slots:
    void aScoreIsTheCosineOfKeywordsWeighedByHowRareTheyAreAmongTheTexts()
    {
        const QStringList texts{u"tiger river granite forest meadow harbour village"_s, u"tiger desert"_s, u"copper"_s};
        // 0.38988 is what the real server shows for one of seven keywords, of which another is in two of three texts:
        // recordings/1.15.0, n019.
        const auto scores = keywordScores(u"river"_s, texts);
        QVERIFY(qAbs(scores.at(0) - 0.38988) < 1e-5);
        QCOMPARE(scores.at(1), 0.0);
        QCOMPARE(scores.at(2), 0.0);
    }

    void aTextOfTheSameKeywordsHasScoreOneInCapitalsOrNot()
    {
        QVERIFY(qAbs(keywordScores(u"Tiger RIVER"_s, {u"river tiger"_s}).constFirst() - 1) < 1e-9);
    }

    void wordsOfTheQueryThatNoTextHasDoNotCount()
    {
        QVERIFY(qAbs(keywordScores(u"tiger unheard"_s, {u"tiger"_s}).constFirst() - 1) < 1e-9);
    }

    void withoutKeywordsAllScoresAreZero()
    {
        QCOMPARE(keywordScores(u"the"_s, {u"tiger"_s, QString()}), (QList<double>{0, 0}));
        QVERIFY(keywordScores(u"tiger"_s, {}).isEmpty());
    }
};

LOREDESK_TEST(tst_keywordscores, TestKeywordScores)
#include "tst_keywordscores.moc"
