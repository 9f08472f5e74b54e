// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/transfersmodel.h"

#include "app/services/indexingwatcher.h"
#include "app/services/transferqueue.h"
#include "tests/app/services/fakedataset.h"
#include "tests/support/testmain.h"

#include <QAbstractItemModelTester>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TestTransfersModel : public QObject
{
    Q_OBJECT

private slots:
    void showsEachFileWithItsStateInWords()
    {
        FakeDataset dataset;
        IndexingWatcher watcher;
        TransferQueue queue(watcher);
        watcher.setServer(u"s"_s, dataset.api, 200);
        queue.setServer(u"s"_s, dataset.api, dataset.pipelines);
        TransfersModel model(queue);
        QAbstractItemModelTester tester(&model);
        dataset.createAnswers = {{.status = 400, .body = R"({"message":"<b>no</b>"})"}};
        dataset.answeredName = u"1.txt"_s;

        queue.add({request(u"folder/1.txt"_s), request(u"2.txt"_s)});
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(text(model, 0, TransfersModel::StatusColumn), u"Waiting"_s);
        QTRY_COMPARE(text(model, 1, TransfersModel::StatusColumn), u"Done"_s);

        QCOMPARE(text(model, 0, TransfersModel::NameColumn), u"folder/1.txt"_s);
        QCOMPARE(text(model, 0, TransfersModel::StatusColumn), u"Failed: <b>no</b>"_s);
        const QModelIndex status = model.index(0, TransfersModel::StatusColumn);
        QVERIFY(!status.data(Qt::ToolTipRole).toString().contains(u"<b>"_s));
        QCOMPARE(status.data(TransfersModel::MessageRole).toString(), u"<b>no</b>"_s);
        QCOMPARE(text(model, 0, TransfersModel::SizeColumn), u"4 bytes"_s);

        queue.clearFinished();
        QCOMPARE(model.rowCount(), 1);
    }

    void whatWaitsForAServerSaysWhyAndUntilWhen()
    {
        FakeDataset dataset;
        IndexingWatcher watcher;
        TransferQueue queue(watcher);
        queue.setServer(u"s"_s, dataset.api, dataset.pipelines);
        TransfersModel model(queue);
        dataset.createAnswers = {{.status = 429, .body = R"({"message":"10 requests a minute."})"}};
        queue.add({request(u"1.txt"_s)});
        QTRY_VERIFY(text(model, 0, TransfersModel::StatusColumn).startsWith(u"10 requests a minute. Next try at "_s));
    }

private:
    static QString text(const TransfersModel &model, int row, int column)
    {
        return model.index(row, column).data().toString();
    }

    TransferRequest request(const QString &relativePath) const
    {
        const QString name = relativePath.section(u'/', -1);
        QFile file(m_dir.filePath(name));
        if (!file.open(QIODevice::WriteOnly))
            qFatal("no file");
        file.write("text");
        file.close();
        TransferRequest request;
        request.serverId = u"s"_s;
        request.datasetId = u"d"_s;
        request.path = file.fileName();
        request.relativePath = relativePath;
        request.name = name;
        request.size = 4;
        request.modified = QFileInfo(file).lastModified().toMSecsSinceEpoch();
        return request;
    }

    QTemporaryDir m_dir;
};

LOREDESK_TEST(tst_transfersmodel, TestTransfersModel)
#include "tst_transfersmodel.moc"
