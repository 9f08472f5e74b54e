// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/metadatafieldsmodel.h"

#include "app/api/apiclient.h"
#include "app/api/metadataapi.h"
#include "tests/app/models/treetext.h"
#include "tests/support/fakenetwork.h"
#include "tests/support/testmain.h"

#include <QAbstractItemModelTester>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TestMetadataFieldsModel : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void init()
    {
        m_network = std::make_unique<FakeNetwork>();
        m_client = std::make_unique<ApiClient>(*m_network);
        m_client->setServer(QUrl(u"https://api.test/v1"_s), "key");
        m_client->setRetries(0, 1);
        m_api = std::make_unique<MetadataApi>(*m_client);
        m_model = std::make_unique<MetadataFieldsModel>();
        m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get());
    }

    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
        m_api.reset();
        m_client.reset();
        m_network.reset();
    }

    void showsFieldsWithTypeAndHowManyDocumentsHaveThem()
    {
        serve({field(u"author"_s, u"string"_s, 1204), field(u"pages"_s, u"number"_s), field(u"seen"_s, u"time"_s)},
              true);
        load();
        QCOMPARE(treeText(*m_model), (QStringList{u"author"_s, u"pages"_s, u"seen"_s}));
        QCOMPARE(m_model->index(1, MetadataFieldsModel::TypeColumn).data().toString(), u"Number"_s);
        QCOMPARE(m_model->index(2, MetadataFieldsModel::TypeColumn).data().toString(), u"Time"_s);
        QCOMPARE(m_model->index(0, MetadataFieldsModel::CountColumn).data().toString(), u"1,204"_s);
        QVERIFY(m_model->builtInEnabled());
    }

    void reloadKeepsRowsAndShowsWhatChanged()
    {
        serve({field(u"author"_s), field(u"pages"_s), field(u"seen"_s)});
        load();
        const QPersistentModelIndex kept = m_model->indexOf(u"seen"_s);
        serve({field(u"author"_s, u"string"_s, 5), field(u"seen"_s)});
        QSignalSpy changed(m_model.get(), &MetadataFieldsModel::fieldsChanged);
        m_model->reload();
        QTRY_COMPARE(changed.size(), 1);
        QCOMPARE(treeText(*m_model), (QStringList{u"author"_s, u"seen"_s}));
        QCOMPARE(kept.row(), 1);
        QCOMPARE(m_model->index(0, MetadataFieldsModel::CountColumn).data().toString(), u"5"_s);
    }

    void aNewFieldIsAddedAndARenamedOneKeepsItsCount()
    {
        serve({field(u"author"_s, u"string"_s, 5)});
        load();
        m_model->put({.id = u"new"_s, .name = u"pages"_s, .type = MetadataType::Number});
        m_model->put({.id = u"author"_s, .name = u"writer"_s});
        QCOMPARE(treeText(*m_model), (QStringList{u"writer"_s, u"pages"_s}));
        QCOMPARE(m_model->index(0, MetadataFieldsModel::CountColumn).data().toString(), u"5"_s);
        m_model->remove(u"author"_s);
        QCOMPARE(treeText(*m_model), QStringList{u"pages"_s});
    }

    void aFailureIsToldAndReloadTriesAgain()
    {
        respond({{u"code"_s, u"x"_s}, {u"message"_s, u"No."_s}}, 400);
        m_model->open(*m_api, u"s"_s, u"d"_s);
        QTRY_COMPARE(m_model->state(), LoadState::Failed);
        QCOMPARE(m_model->error().message, u"No."_s);
        serve({field(u"author"_s)});
        m_model->reload();
        QTRY_COMPARE(treeText(*m_model), QStringList{u"author"_s});
    }

    void aLateAnswerForAnotherDatasetIsDropped()
    {
        m_network->hang(u"GET /v1/datasets/d/metadata"_s);
        m_model->open(*m_api, u"s"_s, u"d"_s);
        m_network->answer(u"GET /v1/datasets/e/metadata"_s, body({field(u"other"_s)}, false));
        m_model->open(*m_api, u"s"_s, u"e"_s);
        QTRY_COMPARE(treeText(*m_model), QStringList{u"other"_s});
        m_network->answer(u"GET /v1/datasets/d/metadata"_s, body({field(u"author"_s)}, false));
        QCoreApplication::processEvents();
        QCOMPARE(treeText(*m_model), QStringList{u"other"_s});
    }

private:
    static QJsonObject field(const QString &name, const QString &type = u"string"_s, int count = 0)
    {
        return {{u"id"_s, name}, {u"name"_s, name}, {u"type"_s, type}, {u"count"_s, count}};
    }

    static QJsonObject body(const QJsonArray &fields, bool builtIn)
    {
        return {{u"doc_metadata"_s, fields}, {u"built_in_field_enabled"_s, builtIn}};
    }

    void serve(const QJsonArray &fields, bool builtIn = false) { respond(body(fields, builtIn)); }

    void respond(const QJsonObject &body, int status = 200)
    {
        m_network->respond = [=](const FakeNetwork::Request &asked) {
            return asked.name == "GET /v1/datasets/d/metadata"_L1
                       ? std::optional(FakeNetwork::Answer{.status = status, .body = QJsonDocument(body).toJson()})
                       : std::nullopt;
        };
    }

    void load()
    {
        m_model->open(*m_api, u"s"_s, u"d"_s);
        QTRY_COMPARE(m_model->state(), LoadState::Complete);
    }

    std::unique_ptr<FakeNetwork> m_network;
    std::unique_ptr<ApiClient> m_client;
    std::unique_ptr<MetadataApi> m_api;
    std::unique_ptr<MetadataFieldsModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

LOREDESK_TEST(tst_metadatafieldsmodel, TestMetadataFieldsModel)
#include "tst_metadatafieldsmodel.moc"
