// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "ui/widgets/servernotice.h"

#include <QPushButton>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TestServerNotice : public QObject
{
    Q_OBJECT

private slots:
    void noButtonIsCutWhereThereIsLittleRoom()
    {
        ServerNotice notice(28);
        notice.setMessage(u"The key was refused (401)."_s, u"Retry"_s, ServerNotice::Remedy::ChangeKey);
        const auto *retry = notice.findChild<QPushButton *>(u"serverRetry"_s);
        const auto *changeKey = notice.findChild<QPushButton *>(u"serverChangeKey"_s);
        const int both = retry->sizeHint().width() + changeKey->sizeHint().width();
        for (const int width : {2 * both, both - 8}) {
            notice.resize(width, 28 + notice.heightBelow(width));
            notice.show();
            for (const QPushButton *button : {retry, changeKey}) {
                QVERIFY(button->width() >= button->sizeHint().width());
                QVERIFY(notice.rect().contains(button->geometry()));
            }
            QCOMPARE(retry->y() == changeKey->y(), width > both);
        }
    }
};

LOREDESK_TEST(tst_servernotice, TestServerNotice)
#include "tst_servernotice.moc"
