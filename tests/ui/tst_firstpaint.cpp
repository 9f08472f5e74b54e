// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "ui/firstpaint.h"

#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

class TestFirstPaint : public QObject
{
    Q_OBJECT

private slots:
    void itIsDoneAfterTheWindowWasPainted()
    {
        QTreeView window;
        const FirstPaint &firstPaint = *new FirstPaint(window, window);
        QSignalSpy done(&firstPaint, &FirstPaint::done);
        window.show();
        QVERIFY(done.isEmpty());
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        window.viewport()->repaint();
        QCoreApplication::processEvents(); // and not only after the second that it waits at most
        QCOMPARE(done.size(), 1);
    }

    void itIsDoneOnce()
    {
        QTreeView window;
        const FirstPaint &firstPaint = *new FirstPaint(window, window);
        QSignalSpy done(&firstPaint, &FirstPaint::done);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        window.viewport()->repaint();
        QVERIFY(!QTest::qWaitFor([&] { return done.size() > 1; }, 1500));
        QCOMPARE(done.size(), 1);
    }

    void aWindowThatIsNotPaintedHoldsNothingUp()
    {
        QTreeView window;
        const FirstPaint &firstPaint = *new FirstPaint(window, window);
        QSignalSpy done(&firstPaint, &FirstPaint::done);
        QVERIFY(done.wait());
    }
};

LOREDESK_TEST(tst_firstpaint, TestFirstPaint)
#include "tst_firstpaint.moc"
