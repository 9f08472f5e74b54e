// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "tests/ui/windowfixture.h"
#include "ui/widgets/treeview.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QSignalSpy>

using namespace Qt::Literals::StringLiterals;

class TestMainWindow : public QObject
{
    Q_OBJECT

private slots:
    void theDatasetsOfThisComputerStandInTheTree()
    {
        WindowFixture fixture;
        fixture.server.addDataset(u"Handbook"_s);
        fixture.server.addDataset(u"Recipes"_s);
        fixture.open();

        auto *tree = fixture.child<TreeView>(u"datasetTree"_s);
        const QModelIndex local = tree->model()->index(0, 0);
        QCOMPARE(local.data().toString(), u"This computer"_s);
        QTRY_COMPARE(tree->model()->rowCount(local), 2);
        QVERIFY(tree->isExpanded(local));
    }

    void choosingADatasetShowsItsDocuments()
    {
        WindowFixture fixture;
        const QString handbook = fixture.server.addDataset(u"Handbook"_s);
        fixture.server.addDocument(handbook, u"a.pdf"_s);
        fixture.openWith(handbook);

        QTRY_COMPARE(WindowFixture::rows(fixture.child<TreeView>(u"documentsView"_s)), QStringList{u"a.pdf"_s});
        QCOMPARE(fixture.window->windowTitle(), u"Handbook – Loredesk"_s);
    }

    void aDatasetDeletedHereIsGoneEverywhere()
    {
        WindowFixture fixture;
        const QString handbook = fixture.server.addDataset(u"Handbook"_s);
        fixture.server.addDocument(handbook, u"a.pdf"_s);
        fixture.openWith(handbook);
        QTRY_COMPARE(WindowFixture::rows(fixture.child<TreeView>(u"documentsView"_s)).size(), 1);

        fixture.action(u"deleteDataset"_s)->trigger();
        auto *question = fixture.child<QMessageBox>(u"question"_s);
        QVERIFY(question);
        QVERIFY(question->text().contains(u"Handbook"_s));
        QVERIFY(question->informativeText().contains(u"1"_s));
        fixture.click(u"questionYes"_s);

        QTRY_VERIFY(fixture.server.datasets.isEmpty());
        QTRY_COMPARE(WindowFixture::rows(fixture.child<TreeView>(u"documentsView"_s)), QStringList());
        QCOMPARE(fixture.window->windowTitle(), u"Loredesk"_s);
    }

    void aNewDatasetIsShownAtOnce()
    {
        WindowFixture fixture;
        fixture.open();
        QTRY_VERIFY(fixture.action(u"newDataset"_s)->isEnabled());
        fixture.action(u"newDataset"_s)->trigger();
        auto *name = fixture.child<QLineEdit>(u"datasetName"_s);
        name->setText(u"Recipes"_s);
        QTest::keyClick(name, Qt::Key_Return);

        QTRY_COMPARE(fixture.window->windowTitle(), u"Recipes – Loredesk"_s);
    }

    void aNameThatIsTakenIsSaidInTheDialog()
    {
        WindowFixture fixture;
        fixture.server.addDataset(u"Recipes"_s);
        fixture.open();
        fixture.action(u"newDataset"_s)->trigger();
        fixture.child<QLineEdit>(u"datasetName"_s)->setText(u"Recipes"_s);
        fixture.click(u"datasetStore"_s);

        QTRY_COMPARE(
            fixture.child<QLabel>(u"datasetWords"_s)->text(),
            u"The dataset name already exists. Choose another name; knowledge bases that only other people see "
            "take names as well."_s);
    }

    void aRefusedKeyIsSaidOnTheServersRow()
    {
        WindowFixture fixture;
        fixture.server.failNext(u"GET /v1/datasets"_s, 401, u"unauthorized"_s, u"Access token is invalid"_s);
        fixture.open();

        const auto message = [&] {
            const auto *label = fixture.child<QLabel>(u"serverMessage"_s);
            return label ? label->text() : QString();
        };
        QTRY_VERIFY(message().startsWith(u"The key was refused (401). Enter the key again"_s));
        fixture.server.addDataset(u"Handbook"_s);
        fixture.click(u"serverRetry"_s);
        auto *tree = fixture.child<TreeView>(u"datasetTree"_s);
        QTRY_COMPARE(tree->model()->rowCount(tree->model()->index(0, 0)), 1);
        QTRY_COMPARE(message(), QString());
    }

    void whatAServerCannotDoIsAskedOnceAndSaidInTheMenu()
    {
        WindowFixture fixture;
        const QString dataset = fixture.server.addDataset(u"Handbook"_s);
        const auto usual = fixture.server.network.respond;
        fixture.server.network.respond = [usual](const FakeNetwork::Request &request) {
            auto answer = request.name.endsWith("/tags"_L1) ? FakeNetwork::Answer{.status = 404, .body = "<html>"}
                                                            : usual(request);
            if (answer)
                answer->headers.append(QNetworkReply::RawHeaderPair("X-Version", "1.12.0"));
            return answer;
        };
        fixture.open();
        const Server *added = fixture.servers.add(u"Acme"_s, {QUrl(u"https://acme.test/v1"_s)}, "key");
        QTRY_VERIFY(added->knowsAbilities());
        fixture.window->choose(added->id(), dataset);

        const QAction *tags = fixture.action(u"datasetTags"_s);
        QTRY_COMPARE(tags->text(), u"Tags… (not in version 1.12.0)"_s);
        QVERIFY(!tags->isEnabled());
        QVERIFY(tags->toolTip().contains(u"Acme runs version 1.12.0"_s));
        QVERIFY(fixture.action(u"renameDataset"_s)->isEnabled());
        const int asked = fixture.server.count(u"GET /v1/datasets/tags"_s);
        QCOMPARE(asked, 1);
        fixture.datasets.reload(added->id());
        QTRY_VERIFY(fixture.datasets.state(added->id()) != LoadState::Loading);
        QCOMPARE(fixture.server.count(u"GET /v1/datasets/tags"_s), asked);
    }

    void theFilterKeepsTheServers()
    {
        WindowFixture fixture;
        fixture.server.addDataset(u"Handbook"_s);
        fixture.server.addDataset(u"Recipes"_s);
        fixture.open();
        auto *tree = fixture.child<TreeView>(u"datasetTree"_s);
        QTRY_COMPARE(tree->model()->rowCount(tree->model()->index(0, 0)), 2);

        QTest::keyClicks(fixture.child<QLineEdit>(u"datasetFilter"_s), u"rec"_s);
        QCOMPARE(tree->model()->rowCount(), 1);
        QCOMPARE(tree->model()->rowCount(tree->model()->index(0, 0)), 1);
    }

    void theLastDatasetIsShownAtTheNextStart()
    {
        WindowFixture fixture;
        fixture.server.addDataset(u"Handbook"_s);
        const QString recipes = fixture.server.addDataset(u"Recipes"_s);
        fixture.openWith(recipes);
        QTRY_COMPARE(fixture.window->windowTitle(), u"Recipes – Loredesk"_s);

        fixture.window = std::make_unique<MainWindow>(fixture.backend);
        fixture.window->complete();
        QTRY_COMPARE(fixture.window->windowTitle(), u"Recipes – Loredesk"_s);
    }

    void aKeyIsHeardBeforeTheWindowIsComplete()
    {
        WindowFixture fixture;
        fixture.window = std::make_unique<MainWindow>(fixture.backend);
        fixture.window->show();
        QVERIFY(!fixture.child<QLineEdit>(u"documentFilter"_s));
        fixture.action(u"goFilter"_s)->trigger();
        QCOMPARE(fixture.window->focusWidget(), fixture.child<QLineEdit>(u"documentFilter"_s));
    }

    void filesGivenBeforeTheWindowIsCompleteGoToTheLastDataset()
    {
        WindowFixture fixture;
        const QString recipes = fixture.server.addDataset(u"Recipes"_s);
        fixture.openWith(recipes);
        QTRY_COMPARE(fixture.window->windowTitle(), u"Recipes – Loredesk"_s);

        fixture.window = std::make_unique<MainWindow>(fixture.backend);
        fixture.window->show();
        fixture.window->addFiles({fixture.file(u"a.txt"_s)});
        auto *target = fixture.child<QComboBox>(u"uploadTarget"_s);
        QVERIFY(target);
        QCOMPARE(target->currentText(), u"Recipes (This computer)"_s);
    }

    void theWindowClosesBeforeItIsComplete()
    {
        WindowFixture fixture;
        fixture.window = std::make_unique<MainWindow>(fixture.backend);
        fixture.window->show();
        const QSignalSpy closed(fixture.window.get(), &MainWindow::closed);
        QVERIFY(fixture.window->close());
        QCOMPARE(closed.size(), 1);
    }

    void inANarrowWindowOnePaneIsShownAtATime()
    {
        WindowFixture fixture;
        fixture.open();
        fixture.window->resize(360, 640);
        QTRY_COMPARE(fixture.window->width(), 360);
        QVERIFY(fixture.child<QWidget>(u"documentsPage"_s)->isVisible());
        QVERIFY(!fixture.child<QWidget>(u"datasetPane"_s)->isVisible());
        QVERIFY(!fixture.child<QWidget>(u"chunkPane"_s)->isVisible());

        fixture.action(u"goTree"_s)->trigger();
        QVERIFY(fixture.child<QWidget>(u"datasetPane"_s)->isVisible());
        QVERIFY(!fixture.child<QWidget>(u"documentsPage"_s)->isVisible());

        fixture.window->resize(1200, 760);
        QTRY_VERIFY(fixture.child<QWidget>(u"chunkPane"_s)->isVisible());
    }

    void everythingInteractiveHasANameAndNoTabIsATrap()
    {
        WindowFixture fixture;
        fixture.open();
        for (const QWidget *widget : fixture.window->findChildren<QWidget *>()) {
            if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible()
                || widget->objectName().startsWith("qt_"_L1) || qobject_cast<const QTabBar *>(widget))
                continue;
            if (widget->parentWidget() && widget->parentWidget()->focusProxy() == widget)
                continue;
            QVERIFY2(!widget->accessibleName().isEmpty() || qobject_cast<const QLabel *>(widget),
                     qPrintable(QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName()));
        }
    }

    void everyKeyIsOnceInTheMenus()
    {
        WindowFixture fixture;
        fixture.open();
        QHash<QKeySequence, QStringList> byKey;
        for (const QAction *action : fixture.window->findChildren<QAction *>()) {
            if (!action->shortcut().isEmpty() && action->shortcutContext() == Qt::WindowShortcut)
                byKey[action->shortcut()].append(action->objectName());
        }
        QVERIFY(byKey.size() >= 15);
        for (auto it = byKey.cbegin(); it != byKey.cend(); ++it)
            QVERIFY2(it.value().size() == 1, qPrintable(it.key().toString() + u": "_s + it.value().join(u' ')));
    }

    void theListOfKeysHasEveryKey()
    {
        WindowFixture fixture;
        fixture.open();
        fixture.action(u"keys"_s)->trigger();
        QStringList shown;
        for (const QLabel *label : fixture.child<QDialog>(u"keysDialog"_s)->findChildren<QLabel *>())
            shown.append(label->text());
        for (const QAction *action : fixture.window->findChildren<QAction *>()) {
            if (!action->objectName().isEmpty() && !action->shortcut().isEmpty())
                QVERIFY2(shown.contains(action->shortcut().toString(QKeySequence::NativeText)),
                         qPrintable(action->objectName()));
        }
    }

    void aMissingKeychainIsSaidInPassingForThisComputerAlone()
    {
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent");
        WindowFixture fixture;
        fixture.open();
        const auto *note = fixture.child<QLabel>(u"datasetFootnote"_s);
        QVERIFY(!note->isVisible());
        fixture.credentials.write(fixture.servers.local().id(), "key");
        QTRY_VERIFY(note->isVisible());
        QVERIFY(note->text().contains(u"until you quit"_s));
        QVERIFY(!fixture.child<QWidget>(u"windowMessage"_s)->isVisible());

        fixture.servers.add(u"Acme"_s, {QUrl(u"https://acme.test/v1"_s)}, "key");
        QVERIFY(!note->isVisible());
        QVERIFY(fixture.child<QWidget>(u"windowMessage"_s)->isVisible());
    }

    void closingSaysSo()
    {
        WindowFixture fixture;
        fixture.open();
        QSignalSpy closed(fixture.window.get(), &MainWindow::closed);
        fixture.window->close();
        QCOMPARE(closed.size(), 1);
    }
};

LOREDESK_TEST(tst_mainwindow, TestMainWindow)
#include "tst_mainwindow.moc"
