// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "ui/widgets/placeholder.h"
#include "ui/widgets/treeview.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TestPlaceholder : public QObject
{
    Q_OBJECT

private slots:
    void itSaysOneSentenceAndOffersOneButton()
    {
        TreeView view(u"view"_s, u"Rows"_s);
        view.show();
        QSignalSpy clicked(&view.placeholder(), &Placeholder::buttonClicked);

        view.placeholder().say(u"Nothing here."_s, u"Add"_s);

        QVERIFY(view.placeholder().isVisible());
        auto *button = view.findChild<QPushButton *>(u"placeholderButton"_s);
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(clicked.size(), 1);
    }

    void withoutASentenceItIsGone()
    {
        TreeView view(u"view"_s, u"Rows"_s);
        view.show();
        view.placeholder().say(u"Nothing here."_s);
        view.placeholder().say({});
        QVERIFY(!view.placeholder().isVisible());
    }

    void itFillsTheViewWhateverItsSize()
    {
        TreeView view(u"view"_s, u"Rows"_s);
        view.resize(300, 200);
        view.show();
        view.placeholder().say(u"Nothing here."_s);
        view.resize(640, 480);
        QCOMPARE(view.placeholder().geometry(), view.viewport()->rect());
    }

    void aServersWordsAreNotHtml()
    {
        TreeView view(u"view"_s, u"Rows"_s);
        view.placeholder().say(u"<img src=x>"_s);
        QCOMPARE(view.findChild<QLabel *>(u"placeholderLabel"_s)->textFormat(), Qt::PlainText);
    }
};

LOREDESK_TEST(tst_placeholder, TestPlaceholder)
#include "tst_placeholder.moc"
