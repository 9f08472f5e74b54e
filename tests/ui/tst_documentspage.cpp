// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "tests/ui/windowfixture.h"
#include "ui/widgets/placeholder.h"
#include "ui/widgets/treeview.h"

#include <QDialog>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QSignalSpy>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

class TestDocumentsPage : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_fixture = std::make_unique<WindowFixture>();
        m_dataset = m_fixture->server.addDataset(u"Handbook"_s);
    }

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

    void manyAreDisabledAndEnabledAtOnce()
    {
        const QString a = m_fixture->server.addDocument(m_dataset, u"a"_s);
        const QString b = m_fixture->server.addDocument(m_dataset, u"b"_s);
        open(2);
        m_view->selectAll();
        m_fixture->action(u"documentToggle"_s)->trigger();
        QTRY_VERIFY(!m_fixture->server.document(a)["enabled"_L1].toBool());
        QVERIFY(!m_fixture->server.document(b)["enabled"_L1].toBool());
        QCOMPARE(m_fixture->server.count(u"PATCH"_s), 1);
        QTRY_COMPARE(m_fixture->action(u"documentToggle"_s)->text(), u"Enable"_s);
        QCOMPARE(statusOf(0), u"Disabled"_s);

        m_fixture->action(u"documentToggle"_s)->trigger();
        QTRY_COMPARE(statusOf(0), u"Available"_s);
    }

    void anArchivedDocumentComesBack()
    {
        m_fixture->server.addDocument(m_dataset, u"a"_s);
        open(1);
        m_view->selectAll();
        m_fixture->action(u"documentArchive"_s)->trigger();
        QTRY_COMPARE(statusOf(0), u"Archived"_s);
        m_fixture->action(u"documentArchive"_s)->trigger();
        QTRY_COMPARE(statusOf(0), u"Available"_s);
    }

    void theServersRefusalIsSaidAboveTheList()
    {
        m_fixture->server.addDocument(m_dataset, u"a"_s);
        open(1);
        m_view->selectAll();
        m_fixture->server.failNext(u"PATCH"_s, 400, {}, u"Document is being indexed."_s);
        m_fixture->action(u"documentToggle"_s)->trigger();
        QTRY_COMPARE(m_fixture->child<QLabel>(u"documentsMessageLabel"_s)->text(),
                     u"Document is being indexed. Try again when it is indexed."_s);
        QCOMPARE(statusOf(0), u"Available"_s);
    }

    void deletedDocumentsAreAskedAboutAndGo()
    {
        for (const QString &name : {u"a"_s, u"b"_s, u"c"_s})
            m_fixture->server.addDocument(m_dataset, name);
        open(3);
        m_view->setCurrentIndex(m_view->model()->index(0, 0));
        m_view->selectionModel()->select(m_view->model()->index(1, 0),
                                         QItemSelectionModel::Select | QItemSelectionModel::Rows);
        m_fixture->action(u"documentDelete"_s)->trigger();
        m_fixture->click(u"questionYes"_s);
        QTRY_COMPARE(WindowFixture::rows(m_view), QStringList{u"c"_s});
        QCOMPARE(m_fixture->server.documentNames(), QStringList{u"c"_s});
    }

    void aDeletedDocumentIsNotWatchedAnyMoreAndSaidToBeGone()
    {
        const DocumentRef document = openIndexing();
        QSignalSpy gone(&m_fixture->watcher, &IndexingWatcher::gone); // what ends its transfer
        deleteFirst();
        QTRY_COMPARE(m_view->model()->rowCount(), 0);
        QVERIFY(!m_fixture->watcher.isWatched(document));
        QCOMPARE(gone.size(), 1);
    }

    void aDocumentThatCouldNotBeDeletedIsStillWatched()
    {
        const DocumentRef document = openIndexing();
        m_fixture->server.failNext(u"DELETE"_s, 403, u"forbidden"_s, u"No."_s);
        deleteFirst();
        QTRY_VERIFY(m_fixture->child<QLabel>(u"documentsMessageLabel"_s)->text().startsWith(u"No."_s));
        QVERIFY(m_fixture->watcher.isWatched(document));
        QCOMPARE(m_view->model()->rowCount(), 1);
    }

    void aFileDroppedOnARowOffersToUpdateIt()
    {
        const QString id = m_fixture->server.addDocument(m_dataset, u"a.md"_s);
        open(1);
        const QString path = m_fixture->file(u"new.md"_s);
        const QPoint row = m_view->visualRect(m_view->model()->index(0, 0)).center();
        WindowFixture::drop(m_view->viewport(), row, {path});

        QTRY_VERIFY(m_fixture->child<QMessageBox>(u"question"_s));
        const auto *question = m_fixture->child<QMessageBox>(u"question"_s);
        QVERIFY(question->text().contains(u"a.md"_s) && question->text().contains(u"new.md"_s));
        QVERIFY(question->informativeText().contains(u"lost"_s));
        m_fixture->click(u"questionYes"_s);
        QTRY_COMPARE(m_fixture->server.count(u"POST /v1/datasets/%1/documents/%2/update-by-file"_s.arg(m_dataset, id)),
                     1);
    }

    void aFileDroppedOnAnArchivedRowIsANewDocument()
    {
        m_fixture->server.addDocument(m_dataset, u"a.md"_s,
                                      {{u"archived"_s, true}, {u"display_status"_s, u"archived"_s}});
        open(1);
        const QPoint row = m_view->visualRect(m_view->model()->index(0, 0)).center();
        WindowFixture::drop(m_view->viewport(), row, {m_fixture->file(u"new.md"_s)});
        QVERIFY(!m_fixture->child<QMessageBox>(u"question"_s));
        QTRY_VERIFY(m_fixture->child<QDialog>(u"uploadSheet"_s));
    }

    void onlyOneDocumentThatIsNotArchivedCanBeUpdated()
    {
        m_fixture->server.addDocument(m_dataset, u"a"_s);
        m_fixture->server.addDocument(m_dataset, u"b"_s, {{u"archived"_s, true}, {u"display_status"_s, u"archived"_s}});
        open(2);
        const auto *update = m_fixture->action(u"documentUpdate"_s);
        const auto *toggle = m_fixture->action(u"documentToggle"_s);
        choose(u"a"_s);
        QVERIFY(update->isEnabled() && toggle->isEnabled());
        choose(u"b"_s);
        QVERIFY(!update->isEnabled() && !toggle->isEnabled());
        m_view->selectAll();
        QVERIFY(!update->isEnabled());
    }

    void columnsAreChosenByARightClick()
    {
        m_fixture->server.addDocument(m_dataset, u"a"_s);
        open(1);
        QHeaderView *header = m_view->header();
        QVERIFY(header->isSectionHidden(DocumentsModel::TokensColumn));
        emit header->customContextMenuRequested({5, 5});
        auto *menu = header->findChild<QMenu *>(u"columnsMenu"_s);
        QVERIFY(menu);
        menu->actions().at(DocumentsModel::TokensColumn - 1)->trigger();
        QVERIFY(!header->isSectionHidden(DocumentsModel::TokensColumn));
    }

    void eachDatasetKeepsItsOwnColumnsAndOrder()
    {
        m_fixture->server.addDocument(m_dataset, u"b"_s);
        m_fixture->server.addDocument(m_dataset, u"a"_s);
        const QString other = m_fixture->server.addDataset(u"Recipes"_s);
        m_fixture->server.addDocument(other, u"d"_s);
        m_fixture->server.addDocument(other, u"c"_s);
        open(2);
        QHeaderView *header = m_view->header();
        header->setSortIndicator(DocumentsModel::NameColumn, Qt::AscendingOrder);
        header->hideSection(DocumentsModel::AddedColumn);
        header->resizeSection(DocumentsModel::StatusColumn, 123);
        QTRY_COMPARE(WindowFixture::rows(m_view), QStringList({u"a"_s, u"b"_s}));

        show(other, 2);
        QTRY_COMPARE(WindowFixture::rows(m_view), QStringList({u"d"_s, u"c"_s}));
        QCOMPARE(header->sortIndicatorSection(), -1);
        QVERIFY(header->isSectionHidden(DocumentsModel::AddedColumn)); // as it was chosen last
        header->showSection(DocumentsModel::AddedColumn);
        header->resizeSection(DocumentsModel::StatusColumn, 200);

        show(m_dataset, 2);
        QTRY_COMPARE(WindowFixture::rows(m_view), QStringList({u"a"_s, u"b"_s}));
        QCOMPARE(header->sortIndicatorSection(), int(DocumentsModel::NameColumn));
        QVERIFY(header->isSectionHidden(DocumentsModel::AddedColumn));
        QCOMPARE(header->sectionSize(DocumentsModel::StatusColumn), 123);
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

    void columnsGiveWayInANarrowWindowAndComeBack()
    {
        m_fixture->server.addDocument(m_dataset, u"a.pdf"_s);
        open(1);
        const QHeaderView *header = m_view->header();
        m_fixture->window->resize(960, 640);
        QTRY_VERIFY(header->isSectionHidden(DocumentsModel::HitsColumn));
        QVERIFY(!header->isSectionHidden(DocumentsModel::StatusColumn));
        QVERIFY(header->length() <= header->viewport()->width());

        m_view->header()->resizeSection(DocumentsModel::StatusColumn, 200); // is kept, what gave way is not
        m_fixture->window->resize(1440, 900);
        QTRY_VERIFY(!header->isSectionHidden(DocumentsModel::HitsColumn));
        QVERIFY(!header->isSectionHidden(DocumentsModel::AddedColumn));
        QCOMPARE(header->sectionSize(DocumentsModel::StatusColumn), 200);
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

    void metadataColumnsLeaveTheOthersTheirWidths()
    {
        for (const auto *name : {"department", "version", "valid until", "contact"})
            m_fixture->server.addMetadataField(QString::fromLatin1(name));
        for (int i = 0; i < 60; ++i) // so that a scroll bar comes
            m_fixture->server.addDocument(m_dataset, u"file %1"_s.arg(i));
        const QString other = m_fixture->server.addDataset(u"Recipes"_s);
        m_fixture->server.addDocument(other, u"c"_s);
        open(60);
        QHeaderView *header = m_view->header();
        const int all = DocumentsModel::ColumnCount + 4;
        QTRY_COMPARE(header->count(), all);
        header->resizeSection(DocumentsModel::StatusColumn, 123);
        const int added = header->sectionSize(DocumentsModel::AddedColumn);
        for (int i = 0; i < 3; ++i) {
            show(other, 1);
            QTRY_COMPARE(header->count(), all);
            show(m_dataset, 60);
            QTRY_COMPARE(header->count(), all);
        }

        QCOMPARE(header->sectionSize(DocumentsModel::StatusColumn), 123);
        QCOMPARE(header->sectionSize(DocumentsModel::WordsColumn), 88);
        QCOMPARE(header->sectionSize(DocumentsModel::HitsColumn), 56);
        QCOMPARE(header->sectionSize(DocumentsModel::AddedColumn), added);
        for (int column = DocumentsModel::ColumnCount; column < all; ++column)
            QVERIFY(header->isSectionHidden(column));
        QTRY_COMPARE(header->length(), header->viewport()->width());
    }

private:
    void show(const QString &datasetId, int rows)
    {
        m_fixture->window->choose(m_fixture->servers.local().id(), datasetId);
        QTRY_COMPARE(m_fixture->documents.datasetId(), datasetId);
        QTRY_COMPARE(m_view->model()->rowCount(), rows);
    }

    void open(int rows)
    {
        m_fixture->openWith(m_dataset);
        m_view = m_fixture->child<TreeView>(u"documentsView"_s);
        QTRY_COMPARE(m_view->model()->rowCount(), rows);
    }

    //! Shows a document whose indexing never ends, and which is watched.
    DocumentRef openIndexing()
    {
        const QString id = m_fixture->server.addDocument(
            m_dataset, u"a"_s, {{u"indexing_status"_s, u"indexing"_s}, {u"display_status"_s, u"indexing"_s}});
        open(1);
        const DocumentRef document{m_fixture->servers.local().id(), m_dataset, id};
        [&] { QTRY_VERIFY(m_fixture->watcher.isWatched(document)); }();
        return document;
    }

    void deleteFirst()
    {
        m_view->setCurrentIndex(m_view->model()->index(0, 0));
        m_fixture->action(u"documentDelete"_s)->trigger();
        m_fixture->click(u"questionYes"_s);
    }

    void choose(const QString &name)
    {
        const auto row = WindowFixture::rows(m_view).indexOf(name);
        m_view->setCurrentIndex(m_view->model()->index(static_cast<int>(row), 0));
    }

    QString statusOf(int row) const
    {
        return m_view->model()->index(row, DocumentsModel::StatusColumn).data().toString();
    }

    std::unique_ptr<WindowFixture> m_fixture;
    QString m_dataset;
    TreeView *m_view = nullptr;
};

LOREDESK_TEST(tst_documentspage, TestDocumentsPage)
#include "tst_documentspage.moc"
