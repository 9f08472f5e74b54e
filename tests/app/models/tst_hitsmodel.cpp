// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/hitsmodel.h"

#include "app/api/apiclient.h"
#include "app/api/retrievalapi.h"
#include "tests/app/models/treetext.h"
#include "tests/support/fakenetwork.h"
#include "tests/support/testmain.h"

#include <QAbstractItemModelTester>
#include <QJsonArray>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TestHitsModel : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_network = std::make_unique<FakeNetwork>();
        m_client = std::make_unique<ApiClient>(*m_network);
        m_client->setServer(QUrl(u"https://api.test/v1"_s), "key");
        m_model = std::make_unique<HitsModel>();
        m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get());
    }

    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
        m_client.reset();
        m_network.reset();
    }

    void aChunkGivenTwiceIsOneHitWithItsBetterScore()
    {
        m_network->answer(request, QJsonObject{{u"records"_s, QJsonArray{record(u"a"_s, 0.5), record(u"b"_s, 0.4),
                                                                         record(u"a"_s, 0.9)}}});
        search();
        QTRY_COMPARE(m_model->state(), LoadState::Complete);
        QCOMPARE(treeText(*m_model), (QStringList{u"0.900"_s, u"0.400"_s}));
        const QModelIndex first = m_model->index(0, HitsModel::ContentColumn);
        QCOMPARE(first.data().toString(), u"text of a"_s);
        QCOMPARE(first.data(HitsModel::ChunkIdRole).toString(), u"a"_s);
        QCOMPARE(first.data(HitsModel::DocumentIdRole).toString(), u"doc"_s);
        QCOMPARE(first.siblingAtColumn(HitsModel::DocumentColumn).data().toString(), u"a.pdf"_s);
    }

    void aHitWithoutAScoreShowsNone()
    {
        m_network->answer(request, QJsonObject{{u"records"_s, QJsonArray{record(u"a"_s, QJsonValue())}}});
        search();
        QTRY_COMPARE(m_model->rowCount(), 1);
        QCOMPARE(m_model->index(0, HitsModel::ScoreColumn).data().toString(), QString());
        QVERIFY(!m_model->index(0, 0).data(HitsModel::ScoreRole).isValid());
    }

    void aNewerSearchDropsTheOneOnItsWay()
    {
        m_network->hang(request);
        search();
        QTRY_COMPARE(m_network->hanging(), 1);
        search();
        m_network->answer(request, QJsonObject{{u"records"_s, QJsonArray{record(u"a"_s, 0.1)}}});
        QTRY_COMPARE(m_model->state(), LoadState::Complete);
        QCOMPARE(m_model->rowCount(), 1);
        QCOMPARE(m_network->aborted, 1);
    }

    void aFailureTakesTheOldHitsAwayAndSaysWhy()
    {
        m_network->answer(request, QJsonObject{{u"records"_s, QJsonArray{record(u"a"_s, 0.1)}}});
        m_network->answer(request, QJsonObject{{u"message"_s, u"too long"_s}}, 400);
        search();
        QTRY_COMPARE(m_model->rowCount(), 1);
        search();
        QTRY_COMPARE(m_model->state(), LoadState::Failed);
        QCOMPARE(m_model->rowCount(), 0);
        QCOMPARE(m_model->error().message, u"too long"_s);
        m_model->clear();
        QCOMPARE(m_model->state(), LoadState::Idle);
    }

private:
    static QJsonObject record(const QString &id, const QJsonValue &score)
    {
        return {{u"segment"_s, QJsonObject{{u"id"_s, id},
                                           {u"content"_s, QString(u"text of "_s + id)},
                                           {u"document_id"_s, u"doc"_s},
                                           {u"document"_s, QJsonObject{{u"id"_s, u"doc"_s}, {u"name"_s, u"a.pdf"_s}}}}},
                {u"score"_s, score}};
    }

    void search() { m_model->search(RetrievalApi(*m_client), u"d"_s, u"query"_s, {}); }

    const QString request = u"POST /v1/datasets/d/retrieve"_s;
    std::unique_ptr<FakeNetwork> m_network;
    std::unique_ptr<ApiClient> m_client;
    std::unique_ptr<HitsModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

LOREDESK_TEST(tst_hitsmodel, TestHitsModel)
#include "tst_hitsmodel.moc"
