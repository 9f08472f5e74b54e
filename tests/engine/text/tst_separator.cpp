// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/text/separator.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TestSeparator : public QObject
{
    Q_OBJECT

private slots:
    void plainOnesStayAsTheyAre_data()
    {
        QTest::addColumn<QString>("separator");
        QTest::newRow("line break") << u"\n\n"_s;
        QTest::newRow("symbols") << u"---|"_s;
        QTest::newRow("space") << u" "_s;
        QTest::newRow("unknown escape") << u"\\d"_s;
        QTest::newRow("half an escape") << u"\\u30"_s;
        QTest::newRow("half an octal escape at the end") << u"a\\"_s;
        QTest::newRow("beyond Unicode") << u"\\UFFFFFFFF"_s;
    }
    void plainOnesStayAsTheyAre()
    {
        QFETCH(const QString, separator);
        QCOMPARE(decodedSeparator(separator), separator);
    }

    void escapesAreRead_data()
    {
        QTest::addColumn<QString>("written");
        QTest::addColumn<QString>("separator");
        QTest::newRow("line breaks") << u"\\n\\n"_s << u"\n\n"_s;
        QTest::newRow("tab") << u"\\t"_s << u"\t"_s;
        QTest::newRow("backslash") << u"\\\\n"_s << u"\\n"_s;
        QTest::newRow("four digits") << u"\\u3002"_s << u"。"_s;
        QTest::newRow("eight digits") << u"\\U0001f600"_s << u"😀"_s;
        QTest::newRow("two digits") << u"\\x7cb"_s << u"|b"_s;
        QTest::newRow("octal") << u"\\0549"_s << u",9"_s;
        QTest::newRow("among others") << u"-\\n-"_s << u"-\n-"_s;
    }
    void escapesAreRead()
    {
        QFETCH(const QString, written);
        QFETCH(const QString, separator);
        QCOMPARE(decodedSeparator(written), separator);
    }

    void charactersBeyondAsciiFallApart() { QCOMPARE(decodedSeparator(u"。"_s), u"\u00e3\u0080\u0082"_s); }
};

LOREDESK_TEST(tst_separator, TestSeparator)
#include "tst_separator.moc"
