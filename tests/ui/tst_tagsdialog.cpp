// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "tests/ui/windowfixture.h"
#include "ui/widgets/treeview.h"

#include <QJsonArray>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMessageBox>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

class TestTagsDialog : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_fixture = std::make_unique<WindowFixture>();
        m_fixture->server.tags = {tag(u"law"_s), tag(u"food"_s)};
        m_handbook = m_fixture->server.addDataset(u"Handbook"_s);
        m_fixture->server.addDataset(u"Recipes"_s);
        m_fixture->server.datasets[1][u"tags"_s] = QJsonArray{tag(u"food"_s)};
        m_fixture->openWith(m_handbook);
        QTRY_COMPARE(m_fixture->documents.datasetId(), m_handbook);
    }

    void cleanup() { m_fixture.reset(); }

    void aTickGivesTheTagToTheDataset()
    {
        openDialog();
        m_list->item(0)->setCheckState(Qt::Checked);
        QTRY_COMPARE(tagsOf(m_handbook), QStringList{u"law"_s});
        m_list->item(0)->setCheckState(Qt::Unchecked);
        QTRY_COMPARE(tagsOf(m_handbook), QStringList());
    }

    void aTickTakenBackBeforeTheAnswerIsTakenBackOnTheServer()
    {
        openDialog();
        m_list->item(0)->setCheckState(Qt::Checked);
        m_list->item(0)->setCheckState(Qt::Unchecked);
        QTRY_COMPARE(m_fixture->server.count(u"POST /v1/datasets/tags/unbinding"_s), 1);
        QTRY_COMPARE(tagsOf(m_handbook), QStringList());
        QTRY_COMPARE(m_list->item(0)->checkState(), Qt::Unchecked);
    }

    void aNewTagIsCarriedAtOnce()
    {
        openDialog();
        QTest::keyClicks(m_fixture->child<QLineEdit>(u"tagName"_s), u"new"_s);
        QTest::keyClick(m_fixture->child<QLineEdit>(u"tagName"_s), Qt::Key_Return);
        QTRY_COMPARE(tagsOf(m_handbook), QStringList{u"new"_s});
        QTRY_COMPARE(m_list->count(), 3);
        QCOMPARE(m_list->item(0)->checkState(), Qt::Checked);
        QVERIFY(m_fixture->child<QDialog>(u"tagsDialog"_s)->isVisible());
    }

    void aTagIsRenamedInPlace()
    {
        openDialog();
        m_list->item(0)->setText(u"justice"_s);
        QTRY_COMPARE(m_fixture->server.tags.first()["name"_L1].toString(), u"justice"_s);
    }

    void deletingATagIsAskedAbout()
    {
        openDialog();
        m_list->setCurrentRow(0);
        m_fixture->click(u"tagDelete"_s);
        QVERIFY(m_fixture->child<QMessageBox>(u"question"_s)->text().contains(u"law"_s));
        m_fixture->click(u"questionYes"_s);
        QTRY_COMPARE(m_list->count(), 1);
    }

    void theTreeShowsOnlyWhatCarriesTheChosenTags()
    {
        auto *tree = m_fixture->child<TreeView>(u"datasetTree"_s);
        const auto names = [&] {
            QStringList shown;
            const QModelIndex local = tree->model()->index(0, 0);
            for (int row = 0; row < tree->model()->rowCount(local); ++row)
                shown.append(tree->model()->index(row, 0, local).data().toString());
            return shown;
        };
        QCOMPARE(names().size(), 2);
        auto *button = m_fixture->child<QToolButton>(u"datasetTagFilter"_s);
        QVERIFY(button->isVisible());
        emit button->menu()->aboutToShow();
        QCOMPARE(button->menu()->actions().constFirst()->text(), u"food"_s);
        button->menu()->actions().constFirst()->trigger();
        QCOMPARE(names(), QStringList{u"Recipes"_s});
        emit button->menu()->aboutToShow();
        button->menu()->actions().constFirst()->trigger();
        QCOMPARE(names().size(), 2);
    }

private:
    static QJsonObject tag(const QString &name)
    {
        return {{u"id"_s, QString(u"id of "_s + name)}, {u"name"_s, name}, {u"binding_count"_s, u"1"_s}};
    }

    void openDialog()
    {
        m_fixture->action(u"datasetTags"_s)->trigger();
        m_list = m_fixture->child<QListWidget>(u"tagsList"_s);
        QTRY_COMPARE(m_list->count(), 2);
    }

    QStringList tagsOf(const QString &dataset) const
    {
        QStringList names;
        const QJsonArray tags = m_fixture->server.dataset(dataset)["tags"_L1].toArray();
        for (const auto one : tags)
            names.append(one["name"_L1].toString());
        return names;
    }

    std::unique_ptr<WindowFixture> m_fixture;
    QString m_handbook;
    QListWidget *m_list = nullptr;
};

LOREDESK_TEST(tst_tagsdialog, TestTagsDialog)
#include "tst_tagsdialog.moc"
