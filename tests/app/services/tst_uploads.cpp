// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/apiclient.h"
#include "app/api/datasetsapi.h"
#include "app/api/pipelineapi.h"
#include "app/models/documentsmodel.h"
#include "app/services/follow.h"
#include "app/services/indexingwatcher.h"
#include "app/services/transferqueue.h"
#include "app/services/uploadplanner.h"
#include "tests/support/await.h"
#include "tests/support/serverprocess.h"
#include "tests/support/testmain.h"

#include <QAbstractItemModelTester>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

using State = Transfer::State;

//! Files from the disk through planner, queue and watcher into the real server.
class TestUploads : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_files = std::make_unique<QTemporaryDir>();
        m_server = std::make_unique<ServerProcess>();
        m_network = std::make_unique<QNetworkAccessManager>();
        m_client = std::make_unique<ApiClient>(*m_network);
        m_api = std::make_unique<DocumentsApi>(*m_client);
        m_watcher = std::make_unique<IndexingWatcher>();
        m_watcher->setServer(u"s"_s, *m_api, 20);
        m_queue = std::make_unique<TransferQueue>(*m_watcher);
        m_queue->setFirstPause(50);
        m_pipelines = std::make_unique<PipelineApi>(*m_client);
        m_queue->setServer(u"s"_s, *m_api, *m_pipelines);
        m_model = std::make_unique<DocumentsModel>();
        follow(*m_model, *m_queue, *m_watcher);
        startServer();
        DatasetDraft draft;
        draft.name = u"Uploads"_s;
        const auto dataset = await(DatasetsApi(*m_client).create(draft));
        QVERIFY2(dataset, qPrintable(dataset ? QString() : dataset.error().message));
        m_datasetId = dataset->id;
        m_model->open(*m_api, u"s"_s, m_datasetId);
    }

    void cleanup()
    {
        m_model.reset();
        m_queue.reset();
        m_watcher.reset();
        m_api.reset();
        m_client.reset();
        m_network.reset();
        m_server.reset();
    }

    void aThousandFilesAreIndexedOnce()
    {
        for (int number = 0; number < 1000; ++number)
            write(u"part%1/%2.md"_s.arg(number % 7).arg(number),
                  "# Title\n\nSome words of file " + QByteArray::number(number) + '\n');
        QAbstractItemModelTester tester(m_model.get());
        add();
        QCOMPARE(m_queue->size(), 1000);
        QTRY_COMPARE_WITH_TIMEOUT(m_queue->summary().unfinished(), 0, 300'000);
        QCOMPARE(m_queue->summary().count(State::Finished), 1000);

        m_model->fetchAll();
        QTRY_COMPARE_WITH_TIMEOUT(m_model->state(), LoadState::Complete, 60'000);
        QTRY_COMPARE(m_model->count(Document::Status::Available), 1000);
        QCOMPARE(m_model->rowCount(), 1000);
        QCOMPARE(namesOnServer().size(), 1000);
    }

    void theProgressOfABigTextMoves()
    {
        QByteArray text;
        for (int line = 0; text.size() < 5'000'000; ++line)
            text += "Paragraph number " + QByteArray::number(line) + " speaks of the weather and of the harvest.\n\n";
        write(u"big.txt"_s, text);
        QList<qint64> values;
        connect(m_model.get(), &QAbstractItemModel::dataChanged, this, [&](const QModelIndex &index) {
            const auto progress = index.data(DocumentsModel::ProgressRole).value<Progress>();
            if (progress.stage == IndexingStatus::Stage::Indexing
                && values.value(values.size() - 1, -1) != progress.completed)
                values.append(progress.completed);
            QVERIFY(progress.completed <= progress.total);
        });
        add();
        QTRY_COMPARE_WITH_TIMEOUT(m_queue->summary().unfinished(), 0, 120'000);
        QCOMPARE(m_queue->at(0).state, State::Finished);
        QVERIFY2(values.size() >= 3, qPrintable(QString::number(values.size())));
        QVERIFY(std::is_sorted(values.cbegin(), values.cend()));
    }

    void aFileTheServerCannotReadFailsInItsWords()
    {
        write(u"broken.pdf"_s, "%PDF-1.4 but nothing else");
        write(u"good.txt"_s, "All is well.");
        add();
        QTRY_COMPARE_WITH_TIMEOUT(m_queue->summary().unfinished(), 0, 60'000);
        QCOMPARE(m_queue->summary().count(State::Finished), 1);
        QCOMPARE(m_queue->summary().count(State::Failed), 1);
        QVERIFY(!m_queue->at(0).message.isEmpty());
        QTRY_COMPARE(m_model->count(Document::Status::Failed), 1);
    }

    void replacingKeepsOneDocument()
    {
        write(u"a.txt"_s, "The first text.");
        add();
        QTRY_COMPARE_WITH_TIMEOUT(m_queue->summary().count(State::Finished), 1, 60'000);
        write(u"a.txt"_s, "The second text, which is longer.");
        add(OnSameName::Replace);
        QTRY_COMPARE_WITH_TIMEOUT(m_queue->summary().count(State::Finished), 2, 60'000);
        QCOMPARE(namesOnServer(), QStringList{u"a.txt"_s});
    }

    void aServerThatIsKilledMeanwhileLosesAndDoublesNothing()
    {
        for (int number = 0; number < 40; ++number)
            write(u"%1.txt"_s.arg(number), QByteArray("A line of text.\n\n").repeated(2000));
        add();
        for (int kills = 1; kills <= 3; ++kills) {
            QTRY_VERIFY_WITH_TIMEOUT(m_queue->summary().count(State::Finished) >= kills * 5, 120'000);
            m_server->kill();
            startServer();
        }
        QTRY_COMPARE_WITH_TIMEOUT(m_queue->summary().unfinished(), 0, 180'000);
        QCOMPARE(m_queue->summary().count(State::Finished), 40);
        QStringList expected;
        for (int number = 0; number < 40; ++number)
            expected.append(u"%1.txt"_s.arg(number));
        expected.sort();
        QCOMPARE(namesOnServer(), expected);
    }

private:
    void startServer()
    {
        QVERIFY2(m_server->start(), qPrintable(m_server->errors()));
        m_client->setServer(m_server->url(), m_server->key().toLatin1());
    }

    void write(const QString &name, const QByteArray &content)
    {
        QFile file(m_files->filePath(name));
        QVERIFY(QDir().mkpath(QFileInfo(file).path()));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }

    //! Everything in the folder.
    void add(OnSameName onSameName = OnSameName::KeepBoth)
    {
        UploadPlanner planner;
        planner.setTarget(*m_api, m_datasetId, UploadLimits::ofThisComputer());
        planner.setPaths({m_files->path()});
        QTRY_VERIFY_WITH_TIMEOUT(!planner.isWalking() && planner.namesKnown(), 60'000);
        QList<TransferRequest> requests;
        for (const UploadCandidate &file : planner.plan().files) {
            TransferRequest request;
            request.serverId = u"s"_s;
            request.datasetId = m_datasetId;
            request.path = file.path;
            request.name = file.name;
            request.size = file.size;
            request.modified = file.modified;
            request.onSameName = onSameName;
            request.existingIds = planner.existingIds(file.name);
            requests.append(request);
        }
        m_queue->add(requests);
    }

    QStringList namesOnServer() const
    {
        QStringList names;
        for (int page = 1;; ++page) {
            const auto answer = await(m_api->list(m_datasetId, page, 100));
            if (!answer || answer->items.isEmpty())
                break;
            for (const Document &document : answer->items)
                names.append(document.name);
        }
        names.sort();
        return names;
    }

    std::unique_ptr<QTemporaryDir> m_files;
    std::unique_ptr<ServerProcess> m_server;
    std::unique_ptr<QNetworkAccessManager> m_network;
    std::unique_ptr<ApiClient> m_client;
    std::unique_ptr<DocumentsApi> m_api;
    std::unique_ptr<PipelineApi> m_pipelines;
    std::unique_ptr<IndexingWatcher> m_watcher;
    std::unique_ptr<TransferQueue> m_queue;
    std::unique_ptr<DocumentsModel> m_model;
    QString m_datasetId;
};

LOREDESK_TEST(tst_uploads, TestUploads)
#include "tst_uploads.moc"
