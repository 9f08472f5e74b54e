// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/text/keywords.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TestKeywords : public QObject
{
    Q_OBJECT

private slots:
    void wordsThatSayNothingAreLeftOut()
    {
        QCOMPARE(keywords(u"The of and in"_s), QStringList());
        QCOMPARE(keywords(u"Die und der oder"_s), QStringList());
    }

    void thereAreAtMostTen()
    {
        QString text;
        for (int i = 0; i < 40; ++i)
            text += u"word%1 "_s.arg(i);
        QCOMPARE(keywords(text).size(), 10);
        QCOMPARE(keywords(text, 3).size(), 3);
        QCOMPARE(keywords(text, 0).size(), 0);
    }

    void whatComesOftenComesFirst()
    {
        QCOMPARE(keywords(u"The pump feeds the boiler. A pump without oil breaks; check each pump."_s).constFirst(),
                 u"pump"_s);
    }

    void capitalsAreTheSameWordAndStayAsFirstWritten()
    {
        QCOMPARE(keywords(u"Valve, VALVE, valve"_s), QStringList{u"Valve"_s});
    }

    void everyScriptHasWords_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("word");
        QTest::newRow("Chinese") << u"图书馆九点开门。"_s << u"开门"_s;
        QTest::newRow("Japanese") << u"吾輩は猫である。名前はまだ無い。"_s << u"名前"_s;
        QTest::newRow("Korean") << u"모든 인간은 태어날 때부터 자유로우며"_s << u"인간은"_s;
        QTest::newRow("Thai") << u"ห้องสมุดเปิดเวลาเก้าโมงเช้า"_s << u"เปิด"_s;
        QTest::newRow("Russian") << u"Библиотека открыта"_s << u"Библиотека"_s;
        QTest::newRow("Arabic") << u"تفتح المكتبة"_s << u"المكتبة"_s;
        QTest::newRow("accents") << u"café crème"_s << u"café"_s;
    }
    void everyScriptHasWords()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, word);
        const QStringList found = keywords(text);
        QVERIFY2(found.contains(word), qPrintable(found.join(u", "_s)));
    }

    void thereAreNoneInSymbols()
    {
        QCOMPARE(keywords(u"😀 --- !!! 1"_s), QStringList());
        QCOMPARE(keywords(QString()), QStringList());
    }
};

LOREDESK_TEST(tst_keywords, TestKeywords)
#include "tst_keywords.moc"
