// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/uploadsheettest.h"
#include "ui/dialogs/uploadsheet.h"

#include <QAbstractItemView>
#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>

using namespace Qt::Literals::StringLiterals;

//! Which files are sent, and where.
class TestUploadSheet : public UploadSheetTest
{
    Q_OBJECT

private slots:
    void init() { renew(); }
    void cleanup() { m_fixture.reset(); }

    void filesDroppedOnTheDocumentsAreSentAndFollowedUntilIndexed()
    {
        auto *view = m_fixture->child<TreeView>(u"documentsView"_s);
        WindowFixture::drop(view->viewport(), {50, 300}, {m_fixture->file(u"a.md"_s), m_fixture->file(u"b.txt"_s)});
        QTRY_VERIFY(startable());
        m_fixture->click(u"uploadStart"_s);

        QTRY_COMPARE(m_fixture->server.documents.size(), 3);
        QTRY_COMPARE(m_fixture->queue.summary().count(Transfer::State::Finished), 2);
        QTRY_COMPARE(view->model()->rowCount(), 3);
    }

    void theListsOfItsChoicesHaveNames()
    {
        m_fixture->window->addFiles({m_fixture->file(u"a.md"_s)});
        const auto boxes = m_fixture->child<QDialog>(u"uploadSheet"_s)->findChildren<QComboBox *>();
        QVERIFY(!boxes.isEmpty());
        for (const QComboBox *box : boxes)
            QVERIFY2(!box->view()->accessibleName().isEmpty(), qPrintable(box->objectName()));
    }

    void filesDroppedOnADatasetGoThere()
    {
        const QString other = m_fixture->server.addDataset(u"Recipes"_s);
        m_fixture->datasets.reload(m_fixture->servers.local().id());
        auto *tree = m_fixture->child<TreeView>(u"datasetTree"_s);
        const QModelIndex local = tree->model()->index(0, 0);
        QTRY_COMPARE(tree->model()->rowCount(local), 2);
        const QModelIndex recipes = tree->model()->index(1, 0, local);
        WindowFixture::drop(tree->viewport(), tree->visualRect(recipes).center(), {m_fixture->file(u"cake.md"_s)});

        QTRY_VERIFY(startable());
        QCOMPARE(m_fixture->child<QComboBox>(u"uploadTarget"_s)->currentText(), u"Recipes (This computer)"_s);
        m_fixture->click(u"uploadStart"_s);
        QTRY_COMPARE(m_fixture->server.documents.last()["dataset_id"_L1].toString(), other);
        QTRY_COMPARE(m_fixture->window->windowTitle(), u"Recipes – Loredesk"_s);
    }

    void whatIsLeftOutIsListedWithItsReason()
    {
        m_fixture->window->addFiles(
            {m_fixture->file(u"a.md"_s), m_fixture->file(u"empty.md"_s, {}), m_fixture->file(u"program.exe"_s)});
        auto *leftOut = m_fixture->child<TreeView>(u"uploadLeftOut"_s);
        QTRY_COMPARE(leftOut->model()->rowCount(), 2);
        for (const QString &reason : WindowFixture::rows(leftOut, 1))
            QVERIFY(!reason.isEmpty());
        QCOMPARE(m_fixture->child<TreeView>(u"uploadFiles"_s)->model()->rowCount(), 1);
    }

    void equalNamesAreSkippedUnlessAskedOtherwise()
    {
        m_fixture->window->addFiles({m_fixture->file(u"old.md"_s), m_fixture->file(u"new.md"_s)});
        QTRY_VERIFY(startable());
        QVERIFY(m_fixture->child<QComboBox>(u"uploadOnSameName"_s)->isVisible());
        m_fixture->click(u"uploadStart"_s);
        QTRY_COMPARE(m_fixture->server.documentNames(), QStringList({u"old.md"_s, u"new.md"_s}));
        QCOMPARE(m_fixture->queue.size(), 1);
    }

    void bothAreKeptWhenAsked()
    {
        m_fixture->window->addFiles({m_fixture->file(u"old.md"_s)});
        QTRY_VERIFY(m_fixture->child<QComboBox>(u"uploadOnSameName"_s)->isVisible());
        m_fixture->child<QComboBox>(u"uploadOnSameName"_s)->setCurrentIndex(2);
        QTRY_VERIFY(startable());
        m_fixture->click(u"uploadStart"_s);
        QTRY_COMPARE(m_fixture->queue.size(), 1);
        QCOMPARE(m_fixture->queue.at(0).request.onSameName, OnSameName::KeepBoth);
    }

    void replacingNamesTheDocumentsItReplaces()
    {
        m_fixture->window->addFiles({m_fixture->file(u"old.md"_s)});
        QTRY_VERIFY(m_fixture->child<QComboBox>(u"uploadOnSameName"_s)->isVisible());
        m_fixture->child<QComboBox>(u"uploadOnSameName"_s)->setCurrentIndex(1);
        QTRY_VERIFY(startable());
        m_fixture->click(u"uploadStart"_s);
        QTRY_COMPARE(m_fixture->queue.size(), 1);
        QCOMPARE(m_fixture->queue.at(0).request.onSameName, OnSameName::Replace);
        QCOMPARE(m_fixture->queue.at(0).request.existingIds.size(), 1);
    }

    void aNewKnowledgeBaseIsMadeOnTheWay()
    {
        m_fixture->window->addFiles({m_fixture->file(u"a.md"_s)});
        auto *target = m_fixture->child<QComboBox>(u"uploadTarget"_s);
        target->setCurrentIndex(target->count() - 1);
        auto *name = m_fixture->child<QLineEdit>(u"uploadNewName"_s);
        QVERIFY(name->isVisible());
        QTRY_VERIFY(m_fixture->child<TreeView>(u"uploadFiles"_s)->model()->rowCount() == 1);
        QVERIFY(!startable()); // it has no name yet
        name->setText(u"Recipes"_s);
        QTRY_VERIFY(startable());
        m_fixture->click(u"uploadStart"_s);
        QTRY_COMPARE(m_fixture->server.datasets.size(), 2);
        QTRY_COMPARE(m_fixture->server.documentNames().constLast(), u"a.md"_s);
        QTRY_COMPARE(m_fixture->window->windowTitle(), u"Recipes – Loredesk"_s);
    }

    void aServerThatTakesNoFilesSaysSo()
    {
        m_fixture->servers.local().setAbilities(ServerAbilities(u"1.9.1"_s));
        m_fixture->window->addFiles({m_fixture->file(u"a.md"_s)});
        QTRY_COMPARE(m_fixture->child<TreeView>(u"uploadFiles"_s)->model()->rowCount(), 1);
        QVERIFY(
            m_fixture->child<QLabel>(u"uploadWords"_s)->text().startsWith(u"This does not work in version 1.9.1"_s));
        QVERIFY(!startable());
    }

    void filesOutsideTheLimitsOfAServerAreSentAnywayByKeyboard()
    {
        chooseOnAnotherServer();
        m_fixture->window->addFiles({m_fixture->file(u"a.md"_s), m_fixture->file(u"b.org"_s)});
        QTRY_VERIFY(startable());
        auto *anyway = m_fixture->child<QCheckBox>(u"uploadAnyway"_s);
        QVERIFY(anyway->isVisible() && !anyway->isChecked());
        QVERIFY(m_fixture->child<QLabel>(u"uploadOutside"_s)->text().contains(u"500"_s));

        QTest::keyClick(m_fixture->child<UploadSheet>(u"uploadSheet"_s), Qt::Key_A, Qt::AltModifier);
        QTRY_COMPARE(m_fixture->child<TreeView>(u"uploadFiles"_s)->model()->rowCount(), 2);
        QVERIFY(anyway->isVisible() && anyway->isChecked());
        QTRY_VERIFY(startable());
        m_fixture->click(u"uploadStart"_s);
        QTRY_VERIFY(m_fixture->server.documentNames().contains(u"b.org"_s));
    }

    void withinTheLimitsNothingIsSentAnyway()
    {
        chooseOnAnotherServer();
        m_fixture->window->addFiles({m_fixture->file(u"a.md"_s), m_fixture->file(u"empty.md"_s, {})});
        QTRY_VERIFY(startable());
        QVERIFY(!m_fixture->child<QCheckBox>(u"uploadAnyway"_s)->isVisible());
    }

    void moreFilesJoinTheOpenSheet()
    {
        m_fixture->window->addFiles({m_fixture->file(u"a.md"_s)});
        m_fixture->window->addFiles({m_fixture->file(u"b.md"_s)});
        QTRY_COMPARE(m_fixture->child<TreeView>(u"uploadFiles"_s)->model()->rowCount(), 2);
    }

private:
    //! The dataset, on a server that is not this computer.
    void chooseOnAnotherServer()
    {
        const Server *added = m_fixture->servers.add(u"Acme"_s, {QUrl(u"https://acme.test/v1"_s)}, "key");
        QTRY_VERIFY(m_fixture->datasets.dataset(m_fixture->datasets.datasetIndex(added->id(), m_dataset)));
        m_fixture->window->choose(added->id(), m_dataset);
        QTRY_COMPARE(m_fixture->child<TreeView>(u"documentsView"_s)->model()->rowCount(), 1);
    }
};

LOREDESK_TEST(tst_uploadsheet, TestUploadSheet)
#include "tst_uploadsheet.moc"
