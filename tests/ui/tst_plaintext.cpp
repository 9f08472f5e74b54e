// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "tests/ui/windowfixture.h"
#include "ui/widgets/treeview.h"

#include <QLabel>
#include <QMessageBox>

using namespace Qt::Literals::StringLiterals;

namespace {

const QString hostile = u"<img src=x>&<b>bold</b>"_s;

//! Every label would show the characters as they are.
void checkLabels()
{
    for (const QWidget *widget : QApplication::allWidgets()) {
        const auto *label = qobject_cast<const QLabel *>(widget);
        if (!label || !label->text().contains("<img"_L1))
            continue;
        QVERIFY2(label->textFormat() == Qt::PlainText, qPrintable(label->objectName()));
    }
}

//! No tooltip has the tag in it, as text or as HTML that would load it.
void checkToolTips()
{
    for (const QWidget *widget : QApplication::allWidgets())
        QVERIFY2(!widget->toolTip().contains("<img"_L1), qPrintable(widget->objectName()));
}

void checkModel(const QAbstractItemModel *model, const QModelIndex &parent, int &hostileRows)
{
    for (int row = 0; row < model->rowCount(parent); ++row) {
        for (int column = 0; column < model->columnCount(parent); ++column) {
            const QModelIndex index = model->index(row, column, parent);
            QVERIFY(!index.data(Qt::ToolTipRole).toString().contains("<img"_L1));
            hostileRows += index.data().toString().contains("<img"_L1);
        }
        checkModel(model, model->index(row, 0, parent), hostileRows);
    }
}

} // namespace

class TestPlainText : public QObject
{
    Q_OBJECT

private slots:
    void whatServersSendIsShownAsItIs()
    {
        WindowFixture fixture;
        const QString dataset = fixture.server.addDataset(hostile);
        const QString document
            = fixture.server.addDocument(dataset, hostile, {{u"display_status"_s, u"error"_s}, {u"error"_s, hostile}});
        fixture.server.addChunk(document, hostile, {{u"error"_s, hostile}, {u"keywords"_s, QJsonArray{hostile}}});
        fixture.openWith(dataset);
        auto *documents = fixture.child<TreeView>(u"documentsView"_s);
        QTRY_COMPARE(documents->model()->rowCount(), 1);
        documents->setCurrentIndex(documents->model()->index(0, 0));
        auto *chunks = fixture.child<TreeView>(u"chunksView"_s);
        QTRY_COMPARE(chunks->model()->rowCount(), 1);

        fixture.server.failNext(u"PATCH"_s, 400, {}, hostile);
        fixture.action(u"documentToggle"_s)->trigger();
        QTRY_COMPARE(fixture.child<QLabel>(u"documentsMessageLabel"_s)->text(), hostile);
        fixture.server.failNext(u"DELETE"_s, 400, {}, hostile);
        fixture.action(u"deleteDataset"_s)->trigger();
        QCOMPARE(fixture.child<QMessageBox>(u"question"_s)->textFormat(), Qt::PlainText);
        fixture.click(u"questionYes"_s);
        QTRY_VERIFY(fixture.child<QLabel>(u"windowMessageLabel"_s)->text().contains(hostile));

        checkLabels();
        checkToolTips();
        int hostileRows = 0;
        checkModel(fixture.child<TreeView>(u"datasetTree"_s)->model(), {}, hostileRows);
        checkModel(documents->model(), {}, hostileRows);
        checkModel(chunks->model(), {}, hostileRows);
        QVERIFY(hostileRows >= 4); // dataset, name, status, chunk: the words themselves arrive
    }

    void aServersFailureIsShownAsItIs()
    {
        WindowFixture fixture;
        fixture.open();
        fixture.servers.local().setFailed(hostile);
        QTRY_VERIFY(fixture.child<QLabel>(u"serverMessage"_s));
        QTRY_COMPARE(fixture.child<QLabel>(u"serverMessage"_s)->text(), hostile);
        checkLabels();
        checkToolTips();
    }
};

LOREDESK_TEST(tst_plaintext, TestPlainText)
#include "tst_plaintext.moc"
