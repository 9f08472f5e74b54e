// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "ui/pages/latepage.h"

#include <QTabWidget>
#include <QTest>

class TestLatePage : public QObject
{
    Q_OBJECT

private slots:
    void aPageIsMadeWhenItIsLookedAtFirst()
    {
        int made = 0;
        QTabWidget tabs;
        auto *late = new LatePage<QWidget>([&made] { return ++made, new QWidget; });
        tabs.addTab(new QWidget, QStringLiteral("first"));
        tabs.addTab(late, QStringLiteral("late"));
        tabs.show();
        QVERIFY(!late->made());
        tabs.setCurrentWidget(late);
        QVERIFY(late->made()->isVisible());
        tabs.setCurrentIndex(0);
        tabs.setCurrentWidget(late);
        QCOMPARE(made, 1);
    }

    void aPageIsMadeWhenItIsAskedFor()
    {
        LatePage<QWidget> late([] { return new QWidget; });
        QCOMPARE(late.page()->parentWidget(), &late);
        QCOMPARE(late.made(), late.page());
    }
};

LOREDESK_TEST(tst_latepage, TestLatePage)
#include "tst_latepage.moc"
