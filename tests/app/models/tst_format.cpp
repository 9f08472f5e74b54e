// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/format.h"

#include "tests/support/testmain.h"

#include <QLocale>
#include <QTest>
#include <QTimeZone>

using namespace Qt::Literals::StringLiterals;

class TestFormat : public QObject
{
    Q_OBJECT

private slots:
    void cleanup() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void numbersAreWrittenAsInTheLocale()
    {
        QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
        QCOMPARE(format::count(1204), u"1.204"_s);
        QCOMPARE(format::bytes(1'500'000), u"1,4 MiB"_s);
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        QCOMPARE(format::count(1204), u"1,204"_s);
    }

    void timesAreRelative_data()
    {
        QTest::addColumn<QDateTime>("time");
        QTest::addColumn<QString>("text");
        const auto at = [](int day, int hour, int minute) {
            return QDateTime(QDate(2026, 3, day), QTime(hour, minute), QTimeZone::utc());
        };
        QTest::newRow("now") << at(10, 12, 0) << u"just now"_s;
        QTest::newRow("a clock that is ahead") << at(10, 12, 3) << u"just now"_s;
        QTest::newRow("minutes") << at(10, 11, 55) << u"5 min ago"_s;
        QTest::newRow("today") << at(10, 3, 0) << u"today"_s;
        QTest::newRow("yesterday") << at(9, 23, 0) << u"yesterday"_s;
        QTest::newRow("a date") << at(1, 12, 0) << u"3/1/26"_s;
    }

    void timesAreRelative()
    {
        QFETCH(QDateTime, time);
        cleanup();
        const QDateTime now(QDate(2026, 3, 10), QTime(12, 0), QTimeZone::utc());
        QTEST(format::relativeTime(time.toSecsSinceEpoch(), now), "text");
    }

    void noTimeIsNoText()
    {
        QCOMPARE(format::relativeTime(0), QString());
        QCOMPARE(format::exactTime(0), QString());
    }

    void markupInAToolTipIsShownAsItIs()
    {
        QCOMPARE(format::toolTip({}), QString());
        QVERIFY(format::toolTip(u"<img src=x> & co"_s).contains(u"&lt;img src=x&gt; &amp; co"_s));
    }
};

LOREDESK_TEST(tst_format, TestFormat)
#include "tst_format.moc"
