// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/text/language.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TestLanguage : public QObject
{
    Q_OBJECT

private slots:
    void itIsFoundInASentenceOrTwo_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("stemmer");
        QTest::newRow("English") << u"The library opens at nine. Readers who forgot their cards may ask at the desk."_s
                                 << u"english"_s;
        QTest::newRow("German")
            << u"Die Bücherei öffnet um neun Uhr. Wer seine Karte vergessen hat, fragt am Schalter."_s << u"german"_s;
        QTest::newRow("French")
            << u"La bibliothèque ouvre à neuf heures. Les lecteurs sans carte demandent au guichet."_s << u"french"_s;
        QTest::newRow("Spanish") << u"La biblioteca abre a las nueve. Quien olvidó su tarjeta puede preguntar aquí."_s
                                 << u"spanish"_s;
        QTest::newRow("Russian") << u"Библиотека открывается в девять часов. Забывшие билет спрашивают у стойки."_s
                                 << u"russian"_s;
        QTest::newRow("Turkish") << u"Kütüphane saat dokuzda açılır. Kartını unutan okuyucular masaya sorabilir."_s
                                 << u"turkish"_s;
    }
    void itIsFoundInASentenceOrTwo()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, stemmer);
        QCOMPARE(languageOf(text), stemmer);
    }

    void aLanguageWithoutAStemmerHasNone_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("Chinese") << u"图书馆九点开门。忘记带卡的读者可以在服务台询问。"_s;
        QTest::newRow("Thai") << u"ห้องสมุดเปิดเวลาเก้าโมงเช้า ผู้อ่านที่ลืมบัตรสามารถสอบถามได้"_s;
        QTest::newRow("digits") << u"12 34 56"_s;
        QTest::newRow("nothing") << QString();
        QTest::newRow("half a character") << QString(QChar(0xD83D));
    }
    void aLanguageWithoutAStemmerHasNone()
    {
        QFETCH(const QString, text);
        QCOMPARE(languageOf(text), QString());
    }
};

LOREDESK_TEST(tst_language, TestLanguage)
#include "tst_language.moc"
