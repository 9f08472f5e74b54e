// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "tests/ui/windowfixture.h"
#include "ui/pages/chunkpane.h"
#include "ui/widgets/placeholder.h"
#include "ui/widgets/treeview.h"

#include <QJsonObject>
#include <QLineEdit>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QSignalSpy>

using namespace Qt::Literals::StringLiterals;

class TestChunkPane : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_fixture = std::make_unique<WindowFixture>();
        const QString dataset = m_fixture->server.addDataset(u"Handbook"_s);
        m_other = m_fixture->server.addDataset(u"Recipes"_s);
        const QString first = m_fixture->server.addDocument(dataset, u"a.pdf"_s);
        const QString second = m_fixture->server.addDocument(dataset, u"b.pdf"_s);
        m_first = m_fixture->server.addChunk(first, u"Leave is requested in writing."_s);
        m_fixture->server.addChunk(first, u"Part-time staff accrue leave."_s);
        m_fixture->server.addChunk(second, u"Another document."_s);
        m_fixture->openWith(dataset);
        m_documents = m_fixture->child<TreeView>(u"documentsView"_s);
        m_view = m_fixture->child<TreeView>(u"chunksView"_s);
        m_text = m_fixture->child<QPlainTextEdit>(u"chunkText"_s);
        QTRY_COMPARE(m_documents->model()->rowCount(), 2);
        chooseDocument(u"a.pdf"_s);
        QTRY_COMPARE(m_view->model()->rowCount(), 2);
        chooseChunk(0);
        QTRY_COMPARE(m_text->toPlainText(), u"Leave is requested in writing."_s);
    }

    void cleanup() { m_fixture.reset(); }

    void aSavedChunkIsWhatTheServerHas()
    {
        m_text->setPlainText(u"Leave is requested by letter."_s);
        m_fixture->action(u"chunkSave"_s)->trigger();

        QTRY_COMPARE(m_fixture->server.chunk(m_first)["content"_L1].toString(), u"Leave is requested by letter."_s);
        QTRY_VERIFY(!pane()->hasUnsavedText());
        QCOMPARE(WindowFixture::rows(m_view).constFirst(), u"Leave is requested by letter."_s);
    }

    void ctrlSSavesFromTheEditor()
    {
        m_text->setFocus();
        QTest::keyClicks(m_text, u"x"_s);
        m_fixture->window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_fixture->window.get()));
        QTest::keyClick(m_text, Qt::Key_S, Qt::ControlModifier);
        QTRY_COMPARE(m_fixture->server.count(u"POST"_s), 1);
    }

    void undoTakesChangesBackUntilNothingIsLeftToSave()
    {
        QTest::keyClicks(m_text, u"More. "_s);
        QVERIFY(pane()->hasUnsavedText());
        while (m_text->document()->isUndoAvailable())
            m_text->undo();
        QVERIFY(!pane()->hasUnsavedText());
        QCOMPARE(m_text->toPlainText(), u"Leave is requested in writing."_s);
    }

    void anotherChunkAsksBeforeUnsavedTextIsLeft()
    {
        QTest::keyClicks(m_text, u"Draft. "_s);
        chooseChunk(1);
        QVERIFY(question());
        answer(QMessageBox::Cancel);

        QCOMPARE(m_view->currentIndex().row(), 0);
        QCOMPARE(m_text->toPlainText(), u"Draft. Leave is requested in writing."_s);
    }

    void savingOnTheWayStoresAndGoesOn()
    {
        QTest::keyClicks(m_text, u"Draft. "_s);
        chooseChunk(1);
        answer(QMessageBox::Save);

        QTRY_COMPARE(m_text->toPlainText(), u"Part-time staff accrue leave."_s);
        QCOMPARE(m_fixture->server.chunk(m_first)["content"_L1].toString(), u"Draft. Leave is requested in writing."_s);
    }

    void discardingLeavesTheServerAlone()
    {
        QTest::keyClicks(m_text, u"Draft. "_s);
        chooseChunk(1);
        answer(QMessageBox::Discard);

        QTRY_COMPARE(m_text->toPlainText(), u"Part-time staff accrue leave."_s);
        QCOMPARE(m_fixture->server.count(u"POST"_s), 0);
    }

    void anotherDocumentAsksAsWell()
    {
        QTest::keyClicks(m_text, u"Draft. "_s);
        chooseDocument(u"b.pdf"_s);
        QVERIFY(question());
        answer(QMessageBox::Cancel);

        QCOMPARE(m_documents->currentIndex().data().toString(), u"a.pdf"_s);
        QVERIFY(m_text->toPlainText().startsWith(u"Draft. "_s));
    }

    void anotherDatasetIsShownOnlyWhenTheTextMayBeLeft()
    {
        QTest::keyClicks(m_text, u"Draft. "_s);
        m_fixture->window->choose(m_fixture->servers.local().id(), m_other);
        QVERIFY(question());
        QCOMPARE(m_fixture->window->windowTitle(), u"Handbook – Loredesk"_s);
        answer(QMessageBox::Cancel);

        const auto *tree = m_fixture->child<TreeView>(u"datasetTree"_s);
        QCOMPARE(tree->currentIndex().data().toString(), u"Handbook"_s);
        QCOMPARE(WindowFixture::rows(m_documents).size(), 2);
        QVERIFY(m_text->toPlainText().startsWith(u"Draft. "_s));
        QTRY_VERIFY(!question()); // it is not asked again on the way back

        m_fixture->window->choose(m_fixture->servers.local().id(), m_other);
        answer(QMessageBox::Discard);
        QCOMPARE(m_fixture->window->windowTitle(), u"Recipes – Loredesk"_s);
        QTRY_COMPARE(WindowFixture::rows(m_documents).size(), 0);
        QCOMPARE(m_text->toPlainText(), QString());
    }

    void closingTheWindowAsksAsWell()
    {
        QTest::keyClicks(m_text, u"Draft. "_s);
        QSignalSpy closed(m_fixture->window.get(), &MainWindow::closed);
        m_fixture->window->close();
        QVERIFY(question());
        answer(QMessageBox::Cancel);
        QCOMPARE(closed.size(), 0);
        QVERIFY(m_fixture->window->isVisible());
    }

    void leavingWhileItIsSavedWaitsForThat()
    {
        holdTheSave();
        chooseDocument(u"b.pdf"_s);
        QVERIFY(!question());
        QVERIFY(m_text->isReadOnly());

        answerTheSave({{u"data"_s, m_fixture->server.chunk(m_first)}});
        QTRY_COMPARE(WindowFixture::rows(m_view), QStringList{u"Another document."_s});
        QCOMPARE(m_text->toPlainText(), QString());
    }

    void leavingWhatCannotBeSavedComesBack()
    {
        holdTheSave();
        chooseChunk(1);
        answerTheSave({{u"code"_s, u"document_indexing"_s}, {u"message"_s, u"Not now."_s}}, 400);

        QTRY_COMPARE(m_fixture->child<QLabel>(u"chunksMessageLabel"_s)->text(),
                     u"Not saved: Not now. Try again when it is indexed."_s);
        QCOMPARE(m_view->currentIndex().row(), 0);
        QVERIFY(m_text->toPlainText().startsWith(u"Draft. "_s));
        QVERIFY(!m_text->isReadOnly());
    }

    void aDocumentThatCouldNotBeIndexedSaysWhy()
    {
        m_fixture->server.addDocument(m_other, u"scan.pdf"_s,
                                      {{u"indexing_status"_s, u"error"_s},
                                       {u"display_status"_s, u"error"_s},
                                       {u"error"_s, u"There is no text in this file."_s}});
        m_fixture->window->choose(m_fixture->servers.local().id(), m_other);
        QTRY_COMPARE(WindowFixture::rows(m_documents), QStringList{u"scan.pdf"_s});
        chooseDocument(u"scan.pdf"_s);
        QTRY_COMPARE(m_view->placeholder().sentence(), u"Not indexed: There is no text in this file."_s);
    }

    void aDocumentThatFailsWhileItIsShownSaysWhyAndNoLongerWhenItIsMended()
    {
        const QString empty = m_fixture->server.addDocument(m_other, u"scan.pdf"_s);
        m_fixture->window->choose(m_fixture->servers.local().id(), m_other);
        QTRY_COMPARE(WindowFixture::rows(m_documents), QStringList{u"scan.pdf"_s});
        chooseDocument(u"scan.pdf"_s);
        QTRY_COMPARE(m_view->placeholder().sentence(), u"This document has no chunks yet."_s);

        const DocumentRef ref{m_fixture->servers.local().id(), m_other, empty};
        Document document;
        document.id = empty;
        document.error = u"There is no text in this file."_s;
        QJsonObject &onServer = m_fixture->server.documents.last(); // from where the list may be read again
        onServer[u"error"_s] = document.error;
        emit m_fixture->watcher.settled(ref, document);
        QTRY_COMPARE(m_view->placeholder().sentence(), u"Not indexed: There is no text in this file."_s);

        document.error.clear();
        onServer[u"error"_s] = QJsonValue();
        emit m_fixture->watcher.settled(ref, document);
        QTRY_COMPARE(m_view->placeholder().sentence(), u"This document has no chunks yet."_s);
    }

    void aFailedSaveKeepsTheTextAndSaysWhy()
    {
        m_fixture->server.failNext(u"POST"_s, 400, u"document_indexing"_s, u"The document is being indexed."_s);
        QTest::keyClicks(m_text, u"Draft. "_s);
        m_fixture->action(u"chunkSave"_s)->trigger();

        QTRY_COMPARE(m_fixture->child<QLabel>(u"chunksMessageLabel"_s)->text(),
                     u"Not saved: The document is being indexed. Try again when it is indexed."_s);
        QVERIFY(pane()->hasUnsavedText());
    }

    void keywordsTheyDidNotTouchAreLeftToTheServer()
    {
        QTest::keyClicks(m_text, u"More. "_s);
        m_fixture->action(u"chunkSave"_s)->trigger();
        QTRY_COMPARE(m_fixture->server.count(u"POST"_s), 1);
        const auto &network = m_fixture->server.network;
        const QJsonObject sent = network.requests.at(network.names().indexOf(update())).json()["segment"_L1].toObject();
        QVERIFY(sent.contains(u"content"_s) && !sent.contains(u"keywords"_s));
    }

    void keywordsAreSavedWithoutBlanks()
    {
        m_fixture->child<QLineEdit>(u"chunkKeywords"_s)->setText(u" leave , letter,,"_s);
        m_fixture->action(u"chunkSave"_s)->trigger();
        QTRY_COMPARE(m_fixture->server.chunk(m_first)["keywords"_L1].toArray(), (QJsonArray{u"leave"_s, u"letter"_s}));
    }

    void aNewChunkIsAppended()
    {
        m_fixture->action(u"chunkAdd"_s)->trigger();
        QCOMPARE(m_text->toPlainText(), QString());
        QTest::keyClicks(m_text, u"A third one."_s);
        m_fixture->action(u"chunkSave"_s)->trigger();

        QTRY_COMPARE(m_view->model()->rowCount(), 3);
        QCOMPARE(WindowFixture::rows(m_view).constLast(), u"A third one."_s);
        QVERIFY(!pane()->hasUnsavedText());
    }

    void ctrlEnterSavesAndGoesToTheNext()
    {
        QTest::keyClicks(m_text, u"More. "_s);
        m_fixture->action(u"chunkSaveAndNext"_s)->trigger();
        QTRY_COMPARE(m_text->toPlainText(), u"Part-time staff accrue leave."_s);
        QCOMPARE(m_fixture->server.chunk(m_first)["content"_L1].toString(), u"More. Leave is requested in writing."_s);
    }

    void aDeletedChunkIsAskedAboutAndGone()
    {
        m_fixture->action(u"chunkDelete"_s)->trigger();
        m_fixture->click(u"questionYes"_s);
        QTRY_COMPARE(m_view->model()->rowCount(), 1);
        QVERIFY(m_fixture->server.chunk(m_first).isEmpty());
    }

    void disablingKeepsTextAndKeywords()
    {
        m_fixture->action(u"chunkToggle"_s)->trigger();
        QTRY_COMPARE(m_fixture->server.chunk(m_first)["enabled"_L1].toBool(true), false);
        QCOMPARE(m_fixture->server.chunk(m_first)["content"_L1].toString(), u"Leave is requested in writing."_s);
        const auto &requests = m_fixture->server.network.requests;
        const auto sent = std::find_if(requests.crbegin(), requests.crend(),
                                       [](const auto &request) { return request.name.startsWith("POST"_L1); });
        QCOMPARE(sent->json()["segment"_L1]["keywords"_L1].toArray(), QJsonArray{u"leave"_s});
        QTRY_COMPARE(m_fixture->action(u"chunkToggle"_s)->text(), u"Enable"_s);
    }

    void whatBecameOfAChunkIsNotSaidUnderAnotherDocument()
    {
        const QString toggle = u"POST /v1/datasets/%1/documents/%2/segments/%3"_s.arg(
            m_fixture->documents.datasetId(), m_fixture->chunks.documentId(), m_first);
        m_fixture->server.network.hang(toggle);
        m_fixture->action(u"chunkToggle"_s)->trigger();
        QTRY_COMPARE(m_fixture->server.network.hanging(), 1);
        chooseDocument(u"b.pdf"_s);
        QTRY_COMPARE(WindowFixture::rows(m_view), QStringList{u"Another document."_s});
        m_fixture->server.network.answer(toggle, {{u"message"_s, u"No."_s}}, 403);
        m_fixture->child<QLineEdit>(u"chunkFilter"_s)->setText(u"what no chunk says"_s);
        QTRY_COMPARE(m_view->model()->rowCount(), 0); // which was asked after it
        QVERIFY(!m_fixture->child<QLabel>(u"chunksMessageLabel"_s)->text().contains(u"No."_s));
    }

    void theFilterAsksTheServer()
    {
        QTest::keyClicks(m_fixture->child<QLineEdit>(u"chunkFilter"_s), u"part-time"_s);
        QTRY_COMPARE(WindowFixture::rows(m_view), QStringList{u"Part-time staff accrue leave."_s});
    }

    void tabLeavesTheEditor()
    {
        m_fixture->window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_fixture->window.get()));
        m_text->setFocus();
        QTest::keyClick(m_text, Qt::Key_Tab);
        QVERIFY(!m_text->hasFocus());
        QVERIFY(!pane()->hasUnsavedText());
    }

private:
    ChunkPane *pane() const { return m_fixture->child<ChunkPane>(u"chunkPane"_s); }
    QMessageBox *question() const { return m_fixture->child<QMessageBox>(u"unsavedQuestion"_s); }

    void answer(QMessageBox::StandardButton button)
    {
        QVERIFY(question());
        QTest::mouseClick(question()->button(button), Qt::LeftButton);
    }

    QString update() const
    {
        return u"POST /v1/datasets/dataset1/documents/%1/segments/%2"_s.arg(
            m_fixture->server.documents.first()["id"_L1].toString(), m_first);
    }

    void holdTheSave()
    {
        m_fixture->server.network.hang(update());
        QTest::keyClicks(m_text, u"Draft. "_s);
        m_fixture->action(u"chunkSave"_s)->trigger();
        QTRY_COMPARE(m_fixture->server.network.hanging(), 1);
    }

    void answerTheSave(const QJsonObject &body, int status = 200)
    {
        m_fixture->server.network.answer(update(), body, status);
    }

    void chooseChunk(int row) { m_view->setCurrentIndex(m_view->model()->index(row, 0)); }

    void chooseDocument(const QString &name)
    {
        const auto row = WindowFixture::rows(m_documents).indexOf(name);
        m_documents->setCurrentIndex(m_documents->model()->index(static_cast<int>(row), 0));
    }

    std::unique_ptr<WindowFixture> m_fixture;
    QString m_first;
    QString m_other; //!< Another dataset.
    TreeView *m_documents = nullptr;
    TreeView *m_view = nullptr;
    QPlainTextEdit *m_text = nullptr;
};

LOREDESK_TEST(tst_chunkpane, TestChunkPane)
#include "tst_chunkpane.moc"
