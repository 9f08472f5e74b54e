// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/titledtabs.h"

#include "tests/support/testmain.h"

#include <QLabel>
#include <QTabBar>
#include <QTest>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

class TestTitledTabs : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_tabs = std::make_unique<TitledTabs>(u"title"_s);
        m_tabs->setDocumentMode(true);
        for (const QString &text : {u"Documents"_s, u"Retrieval"_s, u"Settings"_s})
            m_tabs->addTab(new QWidget, text);
        m_tabs->setTitle(u"Handbook of the whole company"_s);
        m_tabs->resize(900, 200);
        m_tabs->show();
        m_title = m_tabs->findChild<QLabel *>(u"title"_s);
    }

    void theTitleStandsBeforeTheTabs()
    {
        QVERIFY(m_title->isVisible());
        QVERIFY(m_title->mapTo(m_tabs.get(), QPoint(m_title->width(), 0)).x() <= m_tabs->tabBar()->x());
        QVERIFY(m_title->width() <= 200);
        const int middle = m_title->mapTo(m_tabs.get(), m_title->rect().center()).y();
        QVERIFY(qAbs(middle - m_tabs->tabBar()->geometry().center().y()) <= 2);
    }

    void theTitleGivesWayToTheTabs()
    {
        m_tabs->resize(m_tabs->tabBar()->sizeHint().width() + 20, 200);
        QVERIFY(!m_title->isVisible());
        QVERIFY(allTabsAreSeen());
        m_tabs->resize(900, 200);
        QVERIFY(m_title->isVisible());
        QVERIFY(allTabsAreSeen());
    }

    void aLongerTabMakesTheTitleGiveWay()
    {
        m_tabs->resize(m_tabs->tabBar()->sizeHint().width() + 180, 200);
        QVERIFY(m_title->isVisible());
        m_tabs->setTabText(2, u"Settings of the knowledge base"_s);
        QTRY_VERIFY(allTabsAreSeen());
    }

    void withoutATitleNothingStandsThere()
    {
        m_tabs->setTitle({});
        QVERIFY(!m_title->isVisible());
        QCOMPARE(m_tabs->tabBar()->x(), 0);
    }

private:
    bool allTabsAreSeen() const
    {
        for (const auto *button : m_tabs->tabBar()->findChildren<QToolButton *>()) {
            if (button->isVisible())
                return false; // what scrolls
        }
        return m_tabs->tabBar()->width() >= m_tabs->tabBar()->sizeHint().width();
    }

    std::unique_ptr<TitledTabs> m_tabs;
    QLabel *m_title = nullptr;
};

LOREDESK_TEST(tst_titledtabs, TestTitledTabs)
#include "tst_titledtabs.moc"
