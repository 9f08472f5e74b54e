// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/datasetsmodel.h"

#include "app/api/datasetsapi.h"
#include "tests/app/models/fakelist.h"
#include "tests/app/models/treetext.h"
#include "tests/support/testmain.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TestDatasetsModel : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_fake = std::make_unique<FakeList>(u"/datasets"_s);
        m_api = std::make_unique<DatasetsApi>(m_fake->client);
        m_model = std::make_unique<DatasetsModel>();
        m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get());
    }

    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
        m_api.reset();
        m_fake.reset();
    }

    void serversAreAtTheTopAndTheirDatasetsBelow()
    {
        m_fake->append(u"base"_s, 2, {{u"document_count"_s, 12}});
        m_model->setServer({.id = u"a"_s, .name = u"Acme"_s, .state = ServerRow::State::Failed});
        m_model->setServer(ready());
        QTRY_COMPARE(m_model->state(u"s"_s), LoadState::Complete);
        QCOMPARE(treeText(*m_model), (QStringList{u"Acme"_s, u"This computer"_s, u" base1"_s, u" base2"_s}));
        const QModelIndex base2 = m_model->datasetIndex(u"s"_s, u"base2"_s);
        QCOMPARE(base2.data(DatasetsModel::DocumentCountRole).toLongLong(), 12);
        QCOMPARE(base2.data(DatasetsModel::ServerIdRole).toString(), u"s"_s);
        QCOMPARE(base2.data(DatasetsModel::KindRole).toInt(), int(DatasetsModel::Kind::Dataset));
        QCOMPARE(m_model->dataset(base2)->name, u"base2"_s);
        QCOMPARE(m_model->server(base2)->name, u"This computer"_s);
        QCOMPARE(m_model->dataset(base2.parent()), nullptr);
    }

    void aServerThatIsNotReadySaysWhyAndIsNotAsked()
    {
        m_model->setServer(
            {.id = u"s"_s, .name = u"S"_s, .state = ServerRow::State::WaitingForKeychain, .api = m_api.get()});
        const QModelIndex row = m_model->serverIndex(u"s"_s);
        QCOMPARE(row.data(DatasetsModel::MessageRole).toString(), u"Waiting for the keychain…"_s);
        QVERIFY(!m_model->hasChildren(row));

        m_model->setServer({.id = u"s"_s,
                            .name = u"S"_s,
                            .state = ServerRow::State::Failed,
                            .message = u"Died five times."_s,
                            .api = m_api.get()});
        QCOMPARE(row.data(DatasetsModel::MessageRole).toString(), u"Died five times."_s);
        QCOMPARE(m_fake->network.requests.size(), 0);
    }

    void aServerThatCannotBeReadSaysWhyOnItsRowAndCanBeTriedAgain()
    {
        const QString request = u"GET /v1/datasets?page=1&limit=100"_s;
        m_fake->network.answer(request, QJsonObject{{u"message"_s, u"no"_s}}, 500);
        m_fake->network.answer(request, QJsonObject{{u"data"_s, QJsonArray()}, {u"total"_s, 0}});
        m_model->setServer(ready());
        QTRY_COMPARE(m_model->state(u"s"_s), LoadState::Failed);
        QVERIFY(
            m_model->serverIndex(u"s"_s).data(DatasetsModel::MessageRole).toString().startsWith(u"no. Try again"_s));
        m_model->retry(u"s"_s);
        QTRY_COMPARE(m_model->state(u"s"_s), LoadState::Complete);
        QCOMPARE(m_model->serverIndex(u"s"_s).data(DatasetsModel::MessageRole).toString(), QString());
    }

    void aServerThatComesBackIsReadAgainAndKeepsItsRows()
    {
        m_fake->append(u"base"_s, 3);
        m_model->setServer(ready());
        QTRY_COMPARE(m_model->state(u"s"_s), LoadState::Complete);
        const QPersistentModelIndex current = m_model->datasetIndex(u"s"_s, u"base2"_s);

        auto starting = ready();
        starting.state = ServerRow::State::Starting;
        m_model->setServer(starting);
        QCOMPARE(m_model->rowCount(current.parent()), 3);
        QCOMPARE(current.parent().data(DatasetsModel::MessageRole).toString(), QString()); // no notice pushes them down
        QVERIFY(current.parent().data(Qt::ToolTipRole).toString().contains(u"Starting"_s));
        m_fake->rows.removeFirst();
        m_model->setServer(ready());
        QTRY_COMPARE(m_model->rowCount(current.parent()), 2);
        QCOMPARE(current.row(), 0);
    }

    void moreThanAPageOfDatasetsIsReadAsTheViewAsks()
    {
        m_fake->append(u"base"_s, 130);
        m_model->setServer(ready());
        const QModelIndex server = m_model->serverIndex(u"s"_s);
        QTRY_COMPARE(m_model->rowCount(server), 130); // the tester asks for more as a view does
        QVERIFY(!m_model->canFetchMore(server));
        QCOMPARE(m_fake->network.requests.size(), 2);
    }

    void newRenamedAndDeletedDatasetsAreShownAtOnce()
    {
        m_fake->append(u"base"_s, 2);
        m_model->setServer(ready());
        QTRY_COMPARE(m_model->state(u"s"_s), LoadState::Complete);
        Dataset dataset;
        dataset.id = u"new"_s;
        dataset.name = u"New"_s;
        m_model->put(u"s"_s, dataset);
        dataset.id = u"base1"_s;
        dataset.name = u"Renamed"_s;
        m_model->put(u"s"_s, dataset);
        m_model->remove(u"s"_s, u"base2"_s);
        QCOMPARE(treeText(*m_model), (QStringList{u"This computer"_s, u" New"_s, u" Renamed"_s}));
    }

    void aBadgeTellsWhatIsIndexingAndWhatFailed()
    {
        m_fake->append(u"base"_s, 1);
        m_model->setServer(ready());
        QTRY_COMPARE(m_model->state(u"s"_s), LoadState::Complete);
        QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
        m_model->setBadge(u"s"_s, u"base1"_s, {.indexing = 2, .failed = 1});
        m_model->setBadge(u"s"_s, u"base1"_s, {.indexing = 2, .failed = 1});
        const QModelIndex row = m_model->datasetIndex(u"s"_s, u"base1"_s);
        QCOMPARE(row.data(DatasetsModel::IndexingRole).toInt(), 2);
        QCOMPARE(row.data(DatasetsModel::FailedRole).toInt(), 1);
        QCOMPARE(changed.size(), 1);
    }

    void aRemovedServerTakesItsRequestAlong()
    {
        m_fake->network.hang(u"GET /v1/datasets?page=1&limit=100"_s);
        m_model->setServer(ready());
        QTRY_COMPARE(m_fake->network.hanging(), 1);
        m_model->removeServer(u"s"_s);
        QCOMPARE(m_model->rowCount(), 0);
        QCOMPARE(m_fake->network.aborted, 1);
    }

    void textFromAServerIsNeverMarkup()
    {
        m_fake->rows = {{{u"id"_s, u"1"_s}, {u"name"_s, u"<img src=x>"_s}, {u"description"_s, u"<b>x</b>"_s}}};
        m_model->setServer(ready());
        QTRY_COMPARE(m_model->state(u"s"_s), LoadState::Complete);
        const QString toolTip = m_model->datasetIndex(u"s"_s, u"1"_s).data(Qt::ToolTipRole).toString();
        QVERIFY2(toolTip.contains(u"&lt;b&gt;x"_s), qPrintable(toolTip));
    }

private:
    ServerRow ready() const
    {
        return {.id = u"s"_s, .name = u"This computer"_s, .state = ServerRow::State::Ready, .api = m_api.get()};
    }

    std::unique_ptr<FakeList> m_fake;
    std::unique_ptr<DatasetsApi> m_api;
    std::unique_ptr<DatasetsModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

LOREDESK_TEST(tst_datasetsmodel, TestDatasetsModel)
#include "tst_datasetsmodel.moc"
