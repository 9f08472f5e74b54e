// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "tests/ui/windowfixture.h"
#include "ui/pages/chunkpane.h"
#include "ui/widgets/treeview.h"

#include <QLineEdit>
#include <QMessageBox>
#include <QPlainTextEdit>

using namespace Qt::Literals::StringLiterals;

//! Parent-child and question-and-answer documents in the chunk pane.
class TestChildChunks : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_fixture = std::make_unique<WindowFixture>();
        m_dataset = m_fixture->server.addDataset(u"Animals"_s);
    }

    void cleanup() { m_fixture.reset(); }

    void theChildrenOfADocumentThatIsOneChunkAreOpenAtOnce()
    {
        openParentChild(1);
        QTRY_COMPARE(children(0), (QStringList{u"Elephants are large."_s, u"They eat grass."_s}));
        QVERIFY(m_view->isExpanded(m_view->model()->index(0, 0)));
    }

    void childrenAreReadWhenTheirChunkIsOpened()
    {
        openParentChild(2);
        QCOMPARE(m_fixture->server.network.names().filter(u"child_chunks"_s).size(), 0);
        m_view->expand(m_view->model()->index(0, 0));
        QTRY_COMPARE(children(0).size(), 2);
    }

    void aChildIsEditedInPlace()
    {
        openParentChild(1);
        chooseChild(1);
        QCOMPARE(m_text->toPlainText(), u"They eat grass."_s);
        QVERIFY(!m_fixture->child<QLineEdit>(u"chunkKeywords"_s)->isVisible());
        m_text->setPlainText(u"They eat leaves."_s);
        m_fixture->action(u"chunkSave"_s)->trigger();

        QTRY_COMPARE(m_fixture->server.childTexts(m_chunk),
                     (QStringList{u"Elephants are large."_s, u"They eat leaves."_s}));
        QTRY_COMPARE(children(0).constLast(), u"They eat leaves."_s);
        QVERIFY(!pane()->hasUnsavedText());
        QCOMPARE(m_fixture->server.chunk(m_chunk)["content"_L1].toString(), u"Text 1"_s);
    }

    void aChildIsAdded()
    {
        openParentChild(1);
        QTRY_COMPARE(children(0).size(), 2);
        m_view->setCurrentIndex(m_view->model()->index(0, 0));
        m_fixture->action(u"chunkAddChild"_s)->trigger();
        QTest::keyClicks(m_text, u"They sleep."_s);
        m_fixture->action(u"chunkSave"_s)->trigger();

        QTRY_COMPARE(children(0).size(), 3);
        QCOMPARE(m_fixture->server.childTexts(m_chunk).constLast(), u"They sleep."_s);
        QTRY_COMPARE(m_view->currentIndex().data().toString(), u"They sleep."_s);
    }

    void anEmptyChildIsNotSent()
    {
        openParentChild(1);
        chooseChild(0);
        m_text->setPlainText(u"  "_s);
        m_fixture->action(u"chunkSave"_s)->trigger();
        QCOMPARE(m_fixture->child<QLabel>(u"chunksMessageLabel"_s)->text(), u"Not saved: The text is empty."_s);
        QCOMPARE(m_fixture->server.count(u"PATCH"_s), 0);
    }

    void aChildIsDeletedAfterAQuestion()
    {
        openParentChild(1);
        chooseChild(0);
        m_fixture->action(u"chunkDelete"_s)->trigger();
        m_fixture->click(u"questionYes"_s);
        QTRY_COMPARE(children(0), QStringList{u"They eat grass."_s});
        QCOMPARE(m_fixture->server.childTexts(m_chunk), QStringList{u"They eat grass."_s});
        QVERIFY(!m_fixture->server.chunk(m_chunk).isEmpty());
    }

    void aChildCannotBeDisabledByItself()
    {
        openParentChild(1);
        chooseChild(0);
        QVERIFY(!m_fixture->action(u"chunkToggle"_s)->isEnabled());
    }

    void anEditedParentAsksWhatShallBecomeOfItsChildren()
    {
        openParentChild(1);
        editParent();
        m_fixture->click(u"questionYes"_s);
        QTRY_COMPARE(m_fixture->server.chunk(m_chunk)["content"_L1].toString(), u"New text"_s);
        QVERIFY(m_fixture->server.chunk(m_chunk)["regenerate_child_chunks"_L1].toBool());
    }

    void childrenMayBeKept()
    {
        openParentChild(1);
        editParent();
        m_fixture->click(u"questionKeep"_s);
        QTRY_COMPARE(m_fixture->server.chunk(m_chunk)["content"_L1].toString(), u"New text"_s);
        QVERIFY(!m_fixture->server.chunk(m_chunk)["regenerate_child_chunks"_L1].toBool());
    }

    void goingBackFromTheQuestionSavesNothing()
    {
        openParentChild(1);
        editParent();
        auto *box = m_fixture->child<QMessageBox>(u"question"_s);
        QTest::mouseClick(box->button(QMessageBox::Cancel), Qt::LeftButton);
        QVERIFY(pane()->hasUnsavedText());
        QCOMPARE(m_fixture->server.chunk(m_chunk)["content"_L1].toString(), u"Text 1"_s);
    }

    void childrenAreMadeAnewOnRequestAndReadAgain()
    {
        openParentChild(1);
        QTRY_COMPARE(children(0).size(), 2);
        m_view->setCurrentIndex(m_view->model()->index(0, 0));
        m_fixture->action(u"chunkRegenerate"_s)->trigger();
        m_fixture->server.childChunks.clear();
        m_fixture->server.addChildChunk(m_chunk, u"Made anew"_s);
        m_fixture->click(u"questionYes"_s);
        QTRY_VERIFY(m_fixture->server.chunk(m_chunk)["regenerate_child_chunks"_L1].toBool());
        QTRY_COMPARE(children(0), QStringList{u"Made anew"_s});
    }

    void otherDocumentsHaveNothingToDoWithChildren()
    {
        const QString document = m_fixture->server.addDocument(m_dataset, u"plain"_s);
        m_chunk = m_fixture->server.addChunk(document, u"Text"_s);
        open();
        QVERIFY(!m_fixture->action(u"chunkAddChild"_s)->isVisible());
        m_view->setCurrentIndex(m_view->model()->index(0, 0));
        m_text->setPlainText(u"New text"_s);
        m_fixture->action(u"chunkSave"_s)->trigger();
        QTRY_COMPARE(m_fixture->server.chunk(m_chunk)["content"_L1].toString(), u"New text"_s);
        QVERIFY(!m_fixture->child<QMessageBox>(u"question"_s));
    }

    void aQuestionIsShownAndSavedWithItsAnswer()
    {
        openQuestions();
        QVERIFY(m_answer->isVisible());
        QCOMPARE(m_answer->toPlainText(), u"A store"_s);
        m_text->setPlainText(u"What is Redis really?"_s);
        m_fixture->action(u"chunkSave"_s)->trigger();
        QTRY_COMPARE(m_fixture->server.chunk(m_chunk)["content"_L1].toString(), u"What is Redis really?"_s);
        QCOMPARE(m_fixture->server.chunk(m_chunk)["answer"_L1].toString(), u"A store"_s);
    }

    void aQuestionIsNotSavedWithoutItsAnswer()
    {
        openQuestions();
        m_answer->setPlainText(u" "_s);
        m_fixture->action(u"chunkSave"_s)->trigger();
        QCOMPARE(m_fixture->child<QLabel>(u"chunksMessageLabel"_s)->text(),
                 u"Not saved: The question has no answer."_s);
        QCOMPARE(m_fixture->server.count(u"POST"_s), 0);
        QVERIFY(pane()->hasUnsavedText());
    }

    void aPairIsAdded()
    {
        openQuestions();
        m_fixture->action(u"chunkAdd"_s)->trigger();
        QTest::keyClicks(m_text, u"Why?"_s);
        QTest::keyClicks(m_answer, u"Because."_s);
        m_fixture->action(u"chunkSave"_s)->trigger();
        QTRY_COMPARE(m_view->model()->rowCount(), 2);
        QCOMPARE(m_fixture->server.chunks.last()["answer"_L1].toString(), u"Because."_s);
    }

private:
    ChunkPane *pane() const { return m_fixture->child<ChunkPane>(u"chunkPane"_s); }

    void openParentChild(int chunks)
    {
        const QString document
            = m_fixture->server.addDocument(m_dataset, u"a.txt"_s, {{u"doc_form"_s, u"hierarchical_model"_s}});
        for (int number = 1; number <= chunks; ++number) {
            const QString chunk = m_fixture->server.addChunk(document, u"Text %1"_s.arg(number));
            m_fixture->server.addChildChunk(chunk, u"Elephants are large."_s);
            m_fixture->server.addChildChunk(chunk, u"They eat grass."_s);
            if (number == 1)
                m_chunk = chunk;
        }
        open();
        QTRY_COMPARE(m_view->model()->rowCount(), chunks);
    }

    void openQuestions()
    {
        const QString document = m_fixture->server.addDocument(m_dataset, u"faq"_s, {{u"doc_form"_s, u"qa_model"_s}});
        m_chunk = m_fixture->server.addChunk(document, u"What is Redis?"_s, {{u"answer"_s, u"A store"_s}});
        open();
        m_view->setCurrentIndex(m_view->model()->index(0, 0));
        QTRY_COMPARE(m_text->toPlainText(), u"What is Redis?"_s);
    }

    void open()
    {
        m_fixture->openWith(m_dataset);
        auto *documents = m_fixture->child<TreeView>(u"documentsView"_s);
        m_view = m_fixture->child<TreeView>(u"chunksView"_s);
        m_text = m_fixture->child<QPlainTextEdit>(u"chunkText"_s);
        m_answer = m_fixture->child<QPlainTextEdit>(u"chunkAnswer"_s);
        QTRY_COMPARE(documents->model()->rowCount(), 1);
        documents->setCurrentIndex(documents->model()->index(0, 0));
        QTRY_VERIFY(m_view->model()->rowCount() > 0);
    }

    QStringList children(int row) const
    {
        QStringList texts;
        const QModelIndex parent = m_view->model()->index(row, 0);
        for (int child = 0; child < m_view->model()->rowCount(parent); ++child)
            texts.append(m_view->model()->index(child, 0, parent).data().toString());
        return texts;
    }

    void chooseChild(int child)
    {
        QTRY_COMPARE(children(0).size(), 2);
        m_view->setCurrentIndex(m_view->model()->index(child, 0, m_view->model()->index(0, 0)));
    }

    void editParent()
    {
        QTRY_COMPARE(children(0).size(), 2);
        m_view->setCurrentIndex(m_view->model()->index(0, 0));
        m_text->setPlainText(u"New text"_s);
        m_fixture->action(u"chunkSave"_s)->trigger();
        QVERIFY(m_fixture->child<QMessageBox>(u"question"_s));
    }

    std::unique_ptr<WindowFixture> m_fixture;
    QString m_dataset;
    QString m_chunk;
    TreeView *m_view = nullptr;
    QPlainTextEdit *m_text = nullptr;
    QPlainTextEdit *m_answer = nullptr;
};

LOREDESK_TEST(tst_childchunks, TestChildChunks)
#include "tst_childchunks.moc"
