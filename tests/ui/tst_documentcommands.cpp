// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/documentspagetest.h"

#include <QDialog>
#include <QLabel>
#include <QMessageBox>
#include <QSignalSpy>

using namespace Qt::Literals::StringLiterals;

//! What is done with the documents of the list.
class TestDocumentCommands : public DocumentsPageTest
{
    Q_OBJECT

private slots:
    void init() { renew(); }
    void cleanup() { m_fixture.reset(); }

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

private:
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

    QString statusOf(int row) const
    {
        return m_view->model()->index(row, DocumentsModel::StatusColumn).data().toString();
    }
};

LOREDESK_TEST(tst_documentcommands, TestDocumentCommands)
#include "tst_documentcommands.moc"
