// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/follow.h"

#include "app/models/documentsmodel.h"
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

class TestFollow : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_dataset = std::make_unique<FakeDataset>();
        m_watcher = std::make_unique<IndexingWatcher>();
        m_watcher->setServer(u"s"_s, m_dataset->api, 200);
        m_queue = std::make_unique<TransferQueue>(*m_watcher);
        m_queue->setServer(u"s"_s, m_dataset->api, m_dataset->pipelines);
        m_model = std::make_unique<DocumentsModel>();
        follow(*m_model, *m_queue, *m_watcher);
    }

    void cleanup()
    {
        m_model.reset();
        m_queue.reset();
        m_watcher.reset();
        m_dataset.reset();
    }

    void anUploadAppearsInItsDatasetMovesAndSettles()
    {
        open(u"d"_s);
        QList<qint64> shown;
        connect(m_model.get(), &QAbstractItemModel::dataChanged, this, [&](const QModelIndex &index) {
            shown.append(index.data(DocumentsModel::ProgressRole).value<Progress>().completed);
        });
        m_dataset->steps = 12;
        m_queue->add({request()});
        QTRY_COMPARE(m_model->count(Document::Status::Available), 1);
        QCOMPARE(m_model->rowCount(), 1);
        QVERIFY(std::any_of(shown.begin(), shown.end(), [](qint64 count) { return count > 0 && count < 120; }));
        QCOMPARE(m_queue->at(0).state, Transfer::State::Finished);
    }

    void anUploadToAnotherDatasetIsNotShown()
    {
        m_dataset->network.answer(u"GET /v1/datasets/e/documents?page=1&limit=100"_s,
                                  QJsonObject{{u"data"_s, QJsonArray()}, {u"total"_s, 0}});
        open(u"e"_s);
        m_queue->add({request()});
        QTRY_COMPARE(m_queue->at(0).state, Transfer::State::Finished);
        QCOMPARE(m_model->rowCount(), 0);
    }

    void whatOthersUploadedIsWatchedUntilItIsDone()
    {
        m_dataset->steps = 0; // its status is what the test says, however often it is asked
        auto &entry = m_dataset->add(u"theirs.txt"_s, u"indexing"_s);
        open(u"d"_s);
        QTRY_COMPARE(m_model->count(Document::Status::Indexing), 1);
        entry.status = u"completed"_s;
        QTRY_COMPARE(m_model->count(Document::Status::Available), 1);
    }

    void aCancelledUploadLeavesTheList()
    {
        open(u"d"_s);
        m_dataset->steps = 0;
        m_queue->add({request()});
        QTRY_COMPARE(m_model->rowCount(), 1);
        m_queue->cancel(0);
        QTRY_COMPARE(m_model->rowCount(), 0);
    }

private:
    void open(const QString &datasetId)
    {
        m_model->open(m_dataset->api, u"s"_s, datasetId);
        m_model->fetchMore({});
        QTRY_COMPARE(m_model->state(), LoadState::Complete);
    }

    TransferRequest request() const
    {
        QFile file(m_dir.filePath(u"a.txt"_s));
        if (!file.open(QIODevice::WriteOnly))
            qFatal("no file");
        file.write("text");
        file.close();
        TransferRequest request;
        request.serverId = u"s"_s;
        request.datasetId = u"d"_s;
        request.path = file.fileName();
        request.name = u"a.txt"_s;
        request.size = 4;
        request.modified = QFileInfo(file).lastModified().toMSecsSinceEpoch();
        return request;
    }

    QTemporaryDir m_dir;
    std::unique_ptr<FakeDataset> m_dataset;
    std::unique_ptr<IndexingWatcher> m_watcher;
    std::unique_ptr<TransferQueue> m_queue;
    std::unique_ptr<DocumentsModel> m_model;
};

LOREDESK_TEST(tst_follow, TestFollow)
#include "tst_follow.moc"
