// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/extract/officetext.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TestOfficeText : public QObject
{
    Q_OBJECT

private slots:
    void numbersAreWrittenAsTheListSays_data()
    {
        QTest::addColumn<int>("number");
        QTest::addColumn<NumberStyle>("style");
        QTest::addColumn<QString>("text");
        QTest::newRow("decimal") << 12 << NumberStyle::Decimal << u"12"_s;
        QTest::newRow("letter") << 3 << NumberStyle::LowerLetter << u"c"_s;
        QTest::newRow("after z") << 28 << NumberStyle::UpperLetter << u"BB"_s;
        QTest::newRow("roman") << 1994 << NumberStyle::LowerRoman << u"mcmxciv"_s;
        QTest::newRow("Roman") << 49 << NumberStyle::UpperRoman << u"XLIX"_s;
        QTest::newRow("no letters") << 0 << NumberStyle::LowerLetter << u"0"_s;
        QTest::newRow("too many letters") << 2'000'000'000 << NumberStyle::UpperRoman << u"2000000000"_s;
        QTest::newRow("none") << 3 << NumberStyle::None << QString();
    }

    void numbersAreWrittenAsTheListSays()
    {
        QFETCH(int, number);
        QFETCH(NumberStyle, style);
        QFETCH(QString, text);
        QCOMPARE(numeral(number, style), text);
    }

    void raisedTextIsNotOneWordWithWhatItFollows_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("raised");
        QTest::addColumn<QString>("text");
        QTest::newRow("digits") << u"10"_s << u"-2"_s << u"10⁻²"_s;
        QTest::newRow("a word") << u"x"_s << u"max"_s << u"x^(max)"_s;
        QTest::newRow("an ordinal") << u"21"_s << u"st"_s << u"21st"_s;
        QTest::newRow("after a space") << u"see "_s << u"note"_s << u"see note"_s;
        QTest::newRow("at the start") << QString() << u"note"_s << u"note"_s;
        QTest::newRow("nothing") << u"a"_s << QString() << u"a"_s;
    }

    void raisedTextIsNotOneWordWithWhatItFollows()
    {
        QFETCH(QString, before);
        QFETCH(QString, raised);
        QFETCH(QString, text);
        appendInScript(before, raised, Script::Raised);
        QCOMPARE(before, text);
    }

    void aTableIsAsWideAsItsWidestRow()
    {
        QCOMPARE(markdownTable({{u"a"_s}, {u"b"_s, u"c"_s}}),
                 (QStringList{u"| a |  |"_s, u"| --- | --- |"_s, u"| b | c |"_s}));
        QCOMPARE(markdownTable({{}, {}}), QStringList());
    }
};

LOREDESK_TEST(tst_officetext, TestOfficeText)
#include "tst_officetext.moc"
