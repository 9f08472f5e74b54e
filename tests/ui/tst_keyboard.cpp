// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "tests/ui/windowfixture.h"
#include "ui/pages/documentspage.h"
#include "ui/widgets/treeview.h"

#include <QDialog>
#include <QLineEdit>
#include <QMessageBox>
#include <QPlainTextEdit>

using namespace Qt::Literals::StringLiterals;

//! The window by its keys alone, sent to whatever has the focus.
class TestKeyboard : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_fixture = std::make_unique<WindowFixture>();
        m_dataset = m_fixture->server.addDataset(u"Handbook"_s);
        m_document = m_fixture->server.addDocument(m_dataset, u"a.pdf"_s);
        m_fixture->openWith(m_dataset);
        activateWindow();
        QTRY_COMPARE(m_fixture->documents.rowCount(), 1);
    }

    void cleanup() { m_fixture.reset(); }

    void theTreeHasTheFocusAtFirst() { QCOMPARE(focused(), u"datasetTree"_s); }

    void tabGoesFromTheTreeThroughThePanesToTheButtons()
    {
        const QStringList stops{u"documentsView"_s, u"chunksView"_s, u"transfersOpen"_s, u"addFilesButton"_s,
                                u"datasetFilter"_s};
        QStringList passed;
        const QWidget *tree = m_fixture->child<QWidget>(u"datasetTree"_s);
        for (const QWidget *next = tree->nextInFocusChain(); next != tree; next = next->nextInFocusChain()) {
            if (stops.contains(next->objectName()))
                passed.append(next->objectName());
        }
        QCOMPARE(passed, stops);
    }

    void deleteInTheTreeAsksAndEnterDoesNotDelete()
    {
        press(Qt::Key_Delete);
        const auto *question = opened<QMessageBox>(u"question"_s);
        QVERIFY(question);
        QVERIFY(question->text().contains(u"Handbook"_s));
        press(Qt::Key_Return);
        QTRY_VERIFY(!m_fixture->child<QMessageBox>(u"question"_s));
        QCOMPARE(m_fixture->server.datasets.size(), 1);
        activateWindow();
        QCOMPARE(focused(), u"datasetTree"_s);
    }

    void documentsReachedByTheirKeyCanBeDeletedAtOnce()
    {
        press(Qt::Key_2, Qt::ControlModifier);
        QCOMPARE(focused(), u"documentsView"_s);
        press(Qt::Key_Delete);
        const auto *question = opened<QMessageBox>(u"question"_s);
        QVERIFY(question);
        QVERIFY(question->text().contains(u"a.pdf"_s));
    }

    void f2RenamesWhatIsChosen()
    {
        m_fixture->server.addMetadataField(u"department"_s);
        press(Qt::Key_F2);
        QVERIFY(opened<QDialog>(u"datasetDialog"_s));
        press(Qt::Key_Escape);
        QTRY_VERIFY(!m_fixture->child<QDialog>(u"datasetDialog"_s));
        activateWindow();
        press(Qt::Key_F5);
        QTRY_COMPARE(m_fixture->fields.rowCount(), 1);
        press(Qt::Key_M, Qt::ControlModifier);
        press(Qt::Key_F2);
        QVERIFY(opened<QDialog>(u"metadataFieldDialog"_s));
        QVERIFY(!m_fixture->child<QDialog>(u"datasetDialog"_s));
    }

    void enterOnAHitGoesToItsChunk()
    {
        m_fixture->server.addChunk(m_document, u"Travel is paid."_s);
        press(Qt::Key_T, Qt::ControlModifier);
        QCOMPARE(focused(), u"retrievalQuery"_s);
        QTest::keyClicks(QApplication::focusWidget(), u"travel"_s);
        press(Qt::Key_Return);
        QTRY_COMPARE(m_fixture->hits.rowCount(), 1);
        for (int i = 0; i < 20 && focused() != "hitsView"_L1; ++i)
            press(Qt::Key_Tab);
        press(Qt::Key_Return);
        QTRY_COMPARE(focused(), u"chunksView"_s);
        QTRY_VERIFY(m_fixture->child<QPlainTextEdit>(u"chunkText"_s)->toPlainText().startsWith(u"Travel"_s));
    }

    void ctrlSSavesTheSettingsWhereTheyAreEdited()
    {
        press(Qt::Key_Comma, Qt::ControlModifier);
        QCOMPARE(focused(), u"settingsName"_s);
        m_fixture->child<QLineEdit>(u"settingsName"_s)->setText(u"Manual"_s);
        press(Qt::Key_S, Qt::ControlModifier);
        QTRY_COMPARE(m_fixture->window->windowTitle(), u"Manual – Loredesk"_s);
    }

    void whatComesForAnOpenSheetLeavesItTheKeyboard()
    {
        m_fixture->window->addFiles({m_fixture->file(u"b.md"_s)});
        auto *sheet = m_fixture->child<QDialog>(u"uploadSheet"_s);
        QTRY_COMPARE(QApplication::activeWindow(), sheet);
        QWidget other;
        other.show();
        other.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&other));
        m_fixture->window->raiseWindow(); // as for files that a second start hands over
        QTRY_COMPARE(QApplication::activeWindow(), sheet);
        press(Qt::Key_Escape);
        QTRY_VERIFY(!m_fixture->child<QDialog>(u"uploadSheet"_s));
    }

private:
    //! What a window manager does once a dialog is gone.
    void activateWindow() const
    {
        m_fixture->window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_fixture->window.get()));
    }

    static QString focused()
    {
        return QApplication::focusWidget() ? QApplication::focusWidget()->objectName() : QString();
    }

    //! A dialog that has the keyboard; null when none appears.
    template <typename T>
    T *opened(const QString &objectName) const
    {
        const auto isActive = [&] {
            const auto *dialog = m_fixture->child<T>(objectName);
            return dialog && QApplication::activeWindow() == dialog;
        };
        return QTest::qWaitFor(isActive) ? m_fixture->child<T>(objectName) : nullptr;
    }

    //! To the window that has the keyboard.
    static void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTRY_VERIFY(QApplication::focusWidget());
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }

    std::unique_ptr<WindowFixture> m_fixture;
    QString m_dataset;
    QString m_document;
};

LOREDESK_TEST(tst_keyboard, TestKeyboard)
#include "tst_keyboard.moc"
