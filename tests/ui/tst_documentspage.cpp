// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/documentspagetest.h"
#include "ui/widgets/placeholder.h"

#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

//! Which documents are shown.
class TestDocumentsPage : public DocumentsPageTest
{
    Q_OBJECT

private slots:
    void init() { renew(); }
    void cleanup() { m_fixture.reset(); }

    void scrollingReadsEveryDocument()
    {
        for (int i = 0; i < 750; ++i)
            m_fixture->server.addDocument(m_dataset, u"file %1"_s.arg(i));
        m_fixture->openWith(m_dataset);
        m_view = m_fixture->child<TreeView>(u"documentsView"_s);
        // The view may fetch a page more before it knows its own height.
        QTRY_VERIFY(m_view->model()->rowCount() >= 100);
        QVERIFY(m_view->model()->rowCount() < 750);
        while (m_view->model()->rowCount() < 750) {
            const int rows = m_view->model()->rowCount();
            m_view->scrollToBottom();
            QTRY_VERIFY(m_view->model()->rowCount() > rows);
        }
        QCOMPARE(m_fixture->server.count(u"GET /v1/datasets/%1/documents?page="_s.arg(m_dataset)), 8);
    }

    void anEmptyDatasetSaysWhatToDo()
    {
        open(0);
        QTRY_COMPARE(m_view->placeholder().sentence(), u"Drop files here."_s);
    }

    void whatCouldNotBeReadIsSaidAndTriedAgain()
    {
        m_fixture->server.addDocument(m_dataset, u"a.pdf"_s);
        m_fixture->server.failNext(u"GET /v1/datasets/%1/documents"_s.arg(m_dataset), 500, {}, u"Out of order."_s);
        m_fixture->openWith(m_dataset);
        m_view = m_fixture->child<TreeView>(u"documentsView"_s);
        QTRY_COMPARE(m_view->placeholder().sentence(),
                     u"Out of order. Try again; if it stays so, the server's log knows more."_s);

        QTest::mouseClick(m_view->findChild<QPushButton *>(u"placeholderButton"_s), Qt::LeftButton);
        QTRY_COMPARE(m_view->model()->rowCount(), 1);
        QVERIFY(!m_view->placeholder().isVisible());
    }

    void aChipShowsOneStatusOnly()
    {
        m_fixture->server.addDocument(m_dataset, u"good.pdf"_s);
        m_fixture->server.addDocument(m_dataset, u"bad.pdf"_s,
                                      {{u"display_status"_s, u"error"_s}, {u"error"_s, u"password-protected"_s}});
        open(2);
        auto *failed = m_fixture->child<QToolButton>(u"statusChip%1"_s.arg(static_cast<int>(Document::Status::Failed)));
        QTRY_COMPARE(failed->text(), u"Failed 1"_s);
        failed->click();
        QTRY_COMPARE(WindowFixture::rows(m_view), QStringList{u"bad.pdf"_s});
        QCOMPARE(m_view->model()->index(0, DocumentsModel::StatusColumn).data().toString(),
                 u"Failed: password-protected"_s);
    }

    void theFilterFindsPartsOfNames()
    {
        m_fixture->server.addDocument(m_dataset, u"Leave.pdf"_s);
        m_fixture->server.addDocument(m_dataset, u"Travel.pdf"_s);
        open(2);
        QTest::keyClicks(m_fixture->child<QLineEdit>(u"documentFilter"_s), u"trav"_s);
        QTRY_COMPARE(WindowFixture::rows(m_view), QStringList{u"Travel.pdf"_s});
    }

    void eachDatasetOpensWhereItWasLeft()
    {
        m_fixture->server.addDocument(m_dataset, u"a"_s);
        m_fixture->server.addDocument(m_dataset, u"b"_s);
        const QString other = m_fixture->server.addDataset(u"Recipes"_s);
        m_fixture->server.addDocument(other, u"c"_s);
        open(2);
        m_view->setCurrentIndex(m_view->model()->index(1, 0));
        const QString left = m_view->currentIndex().data().toString();

        show(other, 1);
        QVERIFY(!m_view->currentIndex().isValid());
        show(m_dataset, 2);

        QTRY_COMPARE(m_view->currentIndex().data().toString(), left);
    }

    void whatIsFilteredAwayStaysChosen()
    {
        m_fixture->server.addDocument(m_dataset, u"a.pdf"_s);
        m_fixture->server.addDocument(m_dataset, u"b.md"_s);
        open(2);
        choose(u"a.pdf"_s);
        const auto *title = m_fixture->child<QLabel>(u"chunksTitle"_s);
        QTRY_VERIFY(title->text().startsWith(u"a.pdf"_s));

        auto *filter = m_fixture->child<QLineEdit>(u"documentFilter"_s);
        filter->setText(u"b"_s);
        QCOMPARE(WindowFixture::rows(m_view), QStringList{u"b.md"_s});
        QVERIFY(!m_view->currentIndex().isValid());
        QVERIFY(m_view->selectionModel()->selectedRows().isEmpty());
        QVERIFY(title->text().startsWith(u"a.pdf"_s));

        filter->clear();
        QCOMPARE(m_view->currentIndex().data().toString(), u"a.pdf"_s);
        QVERIFY(title->text().startsWith(u"a.pdf"_s));
    }
};

LOREDESK_TEST(tst_documentspage, TestDocumentsPage)
#include "tst_documentspage.moc"
