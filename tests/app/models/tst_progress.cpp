// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/progress.h"

#include "tests/support/testmain.h"

#include <QLocale>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

using Stage = IndexingStatus::Stage;

class TestProgress : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void isSaidInWords_data()
    {
        QTest::addColumn<Progress>("progress");
        QTest::addColumn<QString>("text");
        const auto sending = Progress::Kind::Sending;
        const auto indexing = Progress::Kind::Indexing;
        QTest::newRow("none") << Progress() << QString();
        QTest::newRow("sending") << Progress{.kind = sending, .completed = 512, .total = 2048}
                                 << u"Sending: 512 bytes of 2 KiB"_s;
        QTest::newRow("sending at a speed")
            << Progress{.kind = sending, .completed = 512, .total = 2048, .rate = 512, .secondsLeft = 3}
            << u"Sending: 512 bytes of 2 KiB · 512 bytes a second · 3 s left"_s;
        QTest::newRow("waiting") << Progress{.kind = indexing} << u"Waiting to be indexed"_s;
        QTest::newRow("splitting") << Progress{.kind = indexing, .stage = Stage::Splitting, .total = 1204}
                                   << u"Splitting: 1,204 chunks"_s;
        QTest::newRow("indexing")
            << Progress{.kind = indexing, .stage = Stage::Indexing, .completed = 61, .total = 98, .secondsLeft = 4}
            << u"61 of 98 chunks · 4 s left"_s;
        QTest::newRow("stuck") << Progress{.kind = indexing, .stage = Stage::Indexing, .stuckSince = 50'520}
                               << u"No progress since 2:02 PM"_s;
    }

    void isSaidInWords()
    {
        QFETCH(Progress, progress);
        QTEST(progressText(progress).replace(QChar(0x202f), u' '), "text");
    }

    void theBarIsUndecidedWhereNothingIsCounted()
    {
        QCOMPARE(fraction({}), -1.0);
        QCOMPARE(fraction({.kind = Progress::Kind::Indexing, .stage = Stage::Splitting, .completed = 0, .total = 9}),
                 -1.0);
        QCOMPARE(fraction({.kind = Progress::Kind::Indexing, .stage = Stage::Indexing, .completed = 1, .total = 4}),
                 0.25);
        QCOMPARE(fraction({.kind = Progress::Kind::Sending, .completed = 5, .total = 5}), 1.0);
    }

    void theRateIsMeasuredOverTheLastSeconds()
    {
        RateMeter meter;
        QCOMPARE(meter.perSecond(), 0.0);
        QCOMPARE(meter.secondsTo(100), -1);
        meter.add(0, 0);
        for (int second = 1; second <= 60; ++second)
            meter.add(second <= 30 ? second : 30 + (second - 30) * 10, second * 1000); // slow, then ten times as fast
        QCOMPARE(meter.perSecond(), 10.0);
        QCOMPARE(meter.secondsTo(430), 10);
    }

    void theRateStartsAnewWhenTheCountFalls()
    {
        RateMeter meter;
        meter.add(500, 0);
        meter.add(600, 1000);
        meter.add(10, 2000);
        QCOMPARE(meter.perSecond(), 0.0);
        meter.add(30, 3000);
        QCOMPARE(meter.perSecond(), 20.0);
    }
};

LOREDESK_TEST(tst_progress, TestProgress)
#include "tst_progress.moc"
