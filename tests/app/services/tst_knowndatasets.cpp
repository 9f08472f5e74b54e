// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/knowndatasets.h"

#include "app/api/apiclient.h"
#include "app/api/datasetsapi.h"
#include "app/models/datasetsmodel.h"
#include "tests/support/fakenetwork.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

//! One run of the program, as far as datasets go.
struct Run
{
    explicit Run(const QString &folder)
        : known(model, folder)
    { }

    QStringList names(const QString &server) const
    {
        QStringList names;
        const QModelIndex parent = model.serverIndex(server);
        for (int row = 0; row < model.rowCount(parent); ++row)
            names.append(model.index(row, 0, parent).data().toString());
        return names;
    }

    DatasetsModel model;
    KnownDatasets known;
};

} // namespace

class TestKnownDatasets : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_network = std::make_unique<FakeNetwork>();
        m_client = std::make_unique<ApiClient>(*m_network);
        m_client->setServer(QUrl(u"http://server.example/v1"_s), "key");
        m_api = std::make_unique<DatasetsApi>(*m_client);
        m_folder = std::make_unique<QTemporaryDir>();
        answerWith({u"Handbook"_s, u"Recipes"_s});
        Run run(m_folder->path());
        run.model.setServer(ready());
        QTRY_COMPARE(run.names(u"s"_s), (QStringList{u"Handbook"_s, u"Recipes"_s}));
    }

    void whatAServerHadIsShownAtTheNextStartBeforeItCanBeAsked()
    {
        Run run(m_folder->path());
        run.model.setServer(starting());
        QCOMPARE(run.names(u"s"_s), (QStringList{u"Handbook"_s, u"Recipes"_s}));
        const Dataset *first = run.model.dataset(run.model.datasetIndex(u"s"_s, u"id-Handbook"_s));
        QCOMPARE(first->documentCount, 3);
        QCOMPARE(m_network->requests.size(), 1);
    }

    void asSoonAsItCanBeAskedItsAnswerCounts()
    {
        Run run(m_folder->path());
        run.model.setServer(starting());
        const QPersistentModelIndex stays = run.model.datasetIndex(u"s"_s, u"id-Recipes"_s);
        answerWith({u"Travel"_s, u"Recipes"_s});
        run.model.setServer(ready());
        QTRY_COMPARE(run.names(u"s"_s), (QStringList{u"Travel"_s, u"Recipes"_s}));
        QVERIFY(stays.isValid());
    }

    void whatIsKnownOutlivesAStartInWhichTheServerIsAway()
    {
        {
            Run run(m_folder->path());
            run.model.setServer(starting());
            run.model.setServer({.id = u"s"_s, .name = u"S"_s, .state = ServerRow::State::Failed, .api = m_api.get()});
        }
        Run run(m_folder->path());
        run.model.setServer(starting());
        QCOMPARE(run.names(u"s"_s), (QStringList{u"Handbook"_s, u"Recipes"_s}));
    }

    void aRemovedServerIsForgotten()
    {
        {
            Run run(m_folder->path());
            run.model.setServer(starting());
            run.model.removeServer(u"s"_s);
        }
        Run run(m_folder->path());
        run.model.setServer(starting());
        QCOMPARE(run.names(u"s"_s), QStringList());
    }

    void aDamagedFileIsAsGoodAsNone()
    {
        QFile file(m_folder->filePath(u"datasets.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{\"servers\":[7");
        file.close();
        Run run(m_folder->path());
        run.model.setServer(starting());
        QCOMPARE(run.names(u"s"_s), QStringList());
    }

private:
    ServerRow ready() const
    {
        return {.id = u"s"_s, .name = u"S"_s, .state = ServerRow::State::Ready, .api = m_api.get()};
    }
    ServerRow starting() const
    {
        return {.id = u"s"_s, .name = u"S"_s, .state = ServerRow::State::Starting, .api = m_api.get()};
    }
    void answerWith(const QStringList &names)
    {
        QJsonArray data;
        for (const QString &name : names)
            data.append(QJsonObject{{u"id"_s, QString(u"id-"_s + name)}, {u"name"_s, name}, {u"document_count"_s, 3}});
        const QByteArray body = QJsonDocument(QJsonObject{{u"data"_s, data}, {u"total"_s, data.size()}}).toJson();
        m_network->respond = [body](const auto &) { return FakeNetwork::Answer{.body = body}; };
    }

    std::unique_ptr<FakeNetwork> m_network;
    std::unique_ptr<ApiClient> m_client;
    std::unique_ptr<DatasetsApi> m_api;
    std::unique_ptr<QTemporaryDir> m_folder;
};

LOREDESK_TEST(tst_knowndatasets, TestKnownDatasets)

#include "tst_knowndatasets.moc"
