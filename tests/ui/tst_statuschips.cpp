// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "ui/widgets/statuschips.h"

#include <QTest>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

class TestStatusChips : public QObject
{
    Q_OBJECT

private slots:
    void whatFailedIsTheLastToGiveWay()
    {
        using Status = Document::Status;
        QWidget window;
        StatusChips chips(&window);
        chips.resize(1000, 28);
        window.show();
        for (const auto status : {Status::Available, Status::Indexing, Status::Failed, Status::Archived})
            chips.setCount(status, 7);
        const auto isShown = [&](Status status) {
            return chips.findChild<QToolButton *>(u"statusChip%1"_s.arg(static_cast<int>(status)))->isVisible();
        };
        QVERIFY(isShown(Status::Archived));
        const auto narrowUntilGone = [&](Status status) {
            for (int width = chips.width(); width > 0 && isShown(status); width -= 8)
                chips.resize(width, 28);
        };
        narrowUntilGone(Status::Available);
        QVERIFY(!isShown(Status::Available));
        QVERIFY(!isShown(Status::Archived));
        QVERIFY(isShown(Status::Indexing));
        narrowUntilGone(Status::Indexing);
        QVERIFY(!isShown(Status::Indexing));
        QVERIFY(isShown(Status::Failed));
    }
};

LOREDESK_TEST(tst_statuschips, TestStatusChips)
#include "tst_statuschips.moc"
