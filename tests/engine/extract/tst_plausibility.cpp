// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/extract/plausibility.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TestPlausibility : public QObject
{
    Q_OBJECT

private slots:
    void theRightReadingOfTheSameBytesIsMorePlausible_data()
    {
        QTest::addColumn<QString>("right");
        QTest::addColumn<QString>("wrong");
        QTest::newRow("Cyrillic as another Cyrillic") << u"Москва"_s << u"лНЯЙБЮ"_s;
        QTest::newRow("Latin-1 as Latin-2") << u"déjà"_s << u"déjŕ"_s;
        QTest::newRow("Latin-1 as a Chinese encoding") << u"Größe"_s << u"Gr鲞e"_s;
        QTest::newRow("Korean as Chinese") << u"지식"_s << u"瘤侥"_s;
        QTest::newRow("Japanese as Chinese") << u"これは"_s << u"偙傟偼"_s;
    }

    void theRightReadingOfTheSameBytesIsMorePlausible()
    {
        QFETCH(QString, right);
        QFETCH(QString, wrong);
        QCOMPARE_GT(plausibility(right), plausibility(wrong));
    }
};

LOREDESK_TEST(tst_plausibility, TestPlausibility)
#include "tst_plausibility.moc"
