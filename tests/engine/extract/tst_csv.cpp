// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/extract/formats.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TestCsv : public QObject
{
    Q_OBJECT

private slots:
    void aRowCarriesTheNamesOfItsColumns()
    {
        QCOMPARE(extractCsv(u"name,city\nAnn,Paris\nBob,Rome\n"_s).pieces,
                 (QStringList{u"name: Ann;city: Paris"_s, u"name: Bob;city: Rome"_s}));
    }

    void delimitersAreFound_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("semicolon") << u"a;b\n1,5;2\n"_s;
        QTest::newRow("tab") << u"a\tb\n1,5\t2\n"_s;
        QTest::newRow("bar") << u"a|b\n1,5|2\n"_s;
        QTest::newRow("named") << u"sep=|\na|b\n1,5|2\n"_s;
    }

    void delimitersAreFound()
    {
        QFETCH(QString, text);
        QCOMPARE(extractCsv(text).pieces, QStringList{u"a: 1,5;b: 2"_s});
    }

    void quotedFieldsHoldDelimitersQuotesAndLines()
    {
        QCOMPARE(extractCsv(u"a,b\n\"x, y\",\"say \"\"hi\"\"\"\n\"two\nlines\",z\n"_s).pieces,
                 (QStringList{u"a: x, y;b: say \"hi\""_s, u"a: two\nlines;b: z"_s}));
    }

    void aStrayQuoteDoesNotSwallowTheRest()
    {
        QCOMPARE(extractCsv(u"a,b\n\"5,x\n6,y\n"_s).pieces, (QStringList{u"a: \"5;b: x"_s, u"a: 6;b: y"_s}));
    }

    void raggedRowsKeepAllTheirValues()
    {
        QCOMPARE(extractCsv(u"a,b\n1\n1,2,3\n\n4,5\n"_s).pieces,
                 (QStringList{u"a: 1"_s, u"a: 1;b: 2;3"_s, u"a: 4;b: 5"_s}));
    }

    void valuesAreNotTakenForNumbers()
    {
        QCOMPARE(extractCsv(u"id,age\n007,30\n1e5,\n"_s).pieces, (QStringList{u"id: 007;age: 30"_s, u"id: 1e5"_s}));
    }

    void aHeaderAloneHasNoRows() { QCOMPARE(extractCsv(u"a,b\n"_s), Extraction()); }
};

LOREDESK_TEST(tst_csv, TestCsv)
#include "tst_csv.moc"
