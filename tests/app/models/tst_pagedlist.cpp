// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/pagedlist.h"

#include "app/api/documentsapi.h"
#include "app/domain/document.h"
#include "tests/app/models/fakelist.h"
#include "tests/support/testmain.h"

#include <QSignalSpy>
#include <QTest>
#include <QTimer>

using namespace Qt::Literals::StringLiterals;

class TestPagedList : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_server = std::make_unique<FakeList>(u"/datasets/d/documents"_s);
        m_list = std::make_unique<PagedList<Document>>();
        m_list->open(
            [api = DocumentsApi(m_server->client)](int page, int limit) { return api.list(u"d"_s, page, limit); });
    }

    void cleanup()
    {
        m_list.reset();
        m_server.reset();
    }

    void theFirstPageIsThereAtOnceAndTheRestWhenAskedFor()
    {
        m_server->append(u"a"_s, 250);
        m_list->fetchMore();
        QTRY_COMPARE(m_list->size(), 100);
        QTRY_COMPARE(m_list->state(), LoadState::Idle);
        QCOMPARE(m_list->total(), 250);
        m_list->fetchMore();
        QTRY_COMPARE(m_list->size(), 200);
        m_list->fetchMore();
        QTRY_COMPARE(m_list->state(), LoadState::Complete);
        QCOMPARE(m_list->size(), 250);
    }

    void hasMoreIsNotBelieved()
    {
        m_server->append(u"a"_s, 100); // the server says has_more with every page
        m_list->fetchMore();
        QTRY_COMPARE(m_list->state(), LoadState::Complete);
        QCOMPARE(m_server->network.requests.size(), 1);
    }

    void anEmptyListIsComplete()
    {
        m_list->fetchMore();
        QTRY_COMPARE(m_list->state(), LoadState::Complete);
        QCOMPARE(m_list->total(), 0);
    }

    void aServerThatSaysNoTotalIsReadToItsLastPage()
    {
        m_server->saysTotal = false;
        m_server->append(u"a"_s, 130);
        m_list->fetchAll();
        QTRY_COMPARE(m_list->state(), LoadState::Complete);
        QCOMPARE(m_list->total(), 130);
    }

    void aRowThatComesTwiceIsOneRow()
    {
        m_server->append(u"a"_s, 150);
        m_server->beforePage = [this](int page) {
            if (page == 2 && m_server->rows.first()[u"id"_s] != u"new1"_s)
                m_server->rows.prepend({{u"id"_s, u"new1"_s}});
        };
        m_list->fetchAll();
        QTRY_COMPARE(m_list->state(), LoadState::Complete);
        QCOMPARE(m_list->size(), 151);
        QCOMPARE(m_list->at(0).id, u"new1"_s); // found by reading again
    }

    void aRowThatSlippedThroughBetweenTwoPagesIsFoundByReadingAgain()
    {
        m_server->append(u"a"_s, 250);
        m_server->beforePage = [this](int page) {
            if (page == 2 && m_server->rows.size() == 250)
                m_server->rows.removeFirst(); // a101 moves to the page that has been read
        };
        m_list->fetchAll();
        QTRY_COMPARE(m_list->state(), LoadState::Complete);
        QCOMPARE(m_list->size(), 249);
        QVERIFY(m_list->indexOf(u"a101"_s) >= 0);
        QCOMPARE(m_list->indexOf(u"a1"_s), -1);
    }

    void aListThatNeverAddsUpEndsNevertheless()
    {
        m_server->append(u"a"_s, 120);
        m_server->rows[110] = m_server->rows[3]; // the same row twice, as servers without a stable order do
        m_list->fetchAll();
        QTRY_COMPARE(m_list->state(), LoadState::Complete);
        QCOMPARE(m_list->size(), 119);
        QCOMPARE(m_server->network.requests.size(), 6);
    }

    void aFailedPageIsAskedForAgain()
    {
        m_server->append(u"a"_s, 150);
        m_server->network.answer(u"GET /v1/datasets/d/documents?page=2&limit=100"_s,
                                 QJsonObject{{u"message"_s, u"out of order"_s}}, 500);
        m_list->fetchAll();
        QTRY_COMPARE(m_list->state(), LoadState::Failed);
        QCOMPARE(m_list->error().kind, ApiError::Kind::Server);
        QCOMPARE(m_list->size(), 100);

        m_server->network.answer(
            u"GET /v1/datasets/d/documents?page=2&limit=100"_s,
            QJsonObject{{u"data"_s, QJsonArray{QJsonObject{{u"id"_s, u"z"_s}}}}, {u"total"_s, 101}});
        m_list->fetchMore();
        QTRY_COMPARE(m_list->state(), LoadState::Failed); // the first answer is given once more by the fake
        m_list->fetchMore();
        QTRY_COMPARE(m_list->state(), LoadState::Complete);
        QCOMPARE(m_list->size(), 101);
    }

    void reloadTellsOnlyWhatChanged()
    {
        m_server->append(u"a"_s, 150);
        m_list->fetchAll();
        QTRY_COMPARE(m_list->state(), LoadState::Complete);
        QSignalSpy inserted(m_list.get(), &PagedListBase::inserted);
        QSignalSpy removed(m_list.get(), &PagedListBase::removed);
        QSignalSpy changed(m_list.get(), &PagedListBase::changed);

        m_server->rows[20][u"name"_s] = u"renamed"_s;
        m_server->rows[21][u"name"_s] = u"renamed"_s;
        m_server->rows.remove(120, 2);
        m_server->rows.insert(50, {{u"id"_s, u"n1"_s}});
        m_list->reload();
        QTRY_COMPARE(m_list->state(), LoadState::Complete);

        QCOMPARE(changed, (QList<QVariantList>{{20, 21}}));
        QCOMPARE(inserted, (QList<QVariantList>{{50, 50}}));
        QCOMPARE(removed, (QList<QVariantList>{{121, 122}}));
        for (int row = 0; row < m_list->size(); ++row)
            QCOMPARE(m_list->at(row).id, m_server->rows.at(row)[u"id"_s].toString());
    }

    void reloadOfAPartReadsNoMoreThanThatPart()
    {
        m_server->append(u"a"_s, 1000);
        m_list->fetchMore();
        QTRY_COMPARE(m_list->state(), LoadState::Idle);
        m_server->network.requests.clear();

        m_server->rows.removeAt(5);
        m_list->reload();
        QTRY_COMPARE(m_list->state(), LoadState::Idle);

        QCOMPARE(m_list->indexOf(u"a6"_s), -1);
        QCOMPARE(m_list->indexOf(u"a100"_s), 98);
        QVERIFY(m_server->network.requests.size() <= 3);
        m_list->fetchAll();
        QTRY_COMPARE(m_list->state(), LoadState::Complete);
        QCOMPARE(m_list->size(), 999);
    }

    void manyNewRowsOnTopDoNotPushTheOldOnesOut()
    {
        m_server->append(u"a"_s, 1000);
        m_list->fetchMore();
        QTRY_COMPARE(m_list->state(), LoadState::Idle);
        QSignalSpy removed(m_list.get(), &PagedListBase::removed);

        const auto old = std::exchange(m_server->rows, {});
        m_server->append(u"new"_s, 230);
        m_server->rows += old;
        m_list->reload();
        QTRY_COMPARE(m_list->state(), LoadState::Idle);

        QCOMPARE(removed.size(), 0);
        QCOMPARE(m_list->at(0).id, u"new1"_s);
        QCOMPARE(m_list->indexOf(u"a1"_s), 230);
    }

    void aLatePageIsDroppedAfterReload()
    {
        m_server->append(u"a"_s, 10);
        m_list->fetchMore();
        m_list->reload();
        QTRY_COMPARE(m_list->state(), LoadState::Complete);
        QCOMPARE(m_list->size(), 10);
        QVERIFY(m_server->network.requests.size() - m_server->network.aborted <= 1);
    }

    void whatWasRemovedHereDoesNotComeBackWithAnOlderPage()
    {
        m_server->append(u"a"_s, 10);
        m_list->fetchAll();
        QTRY_COMPARE(m_list->state(), LoadState::Complete);
        m_server->beforePage = [this](int) {
            QTimer::singleShot(0, m_list.get(), [this] { // while the answer that still has it is on its way
                m_list->remove(u"a3"_s);
                m_server->rows.removeAt(2);
            });
        };
        m_list->reload();
        QTRY_COMPARE(m_list->state(), LoadState::Complete);
        QCOMPARE(m_list->indexOf(u"a3"_s), -1);
        QCOMPARE(m_list->size(), 9);
    }

    void rowsPutOnTopWhilePagesComeAreCounted()
    {
        m_server->append(u"a"_s, 250);
        m_list->fetchMore();
        QTRY_COMPARE(m_list->state(), LoadState::Idle);
        const QJsonObject row{{u"id"_s, u"new1"_s}};
        m_server->rows.prepend(row);
        m_list->insert(0, {Document::fromJson(row)});
        m_list->fetchAll();
        QTRY_COMPARE(m_list->state(), LoadState::Complete);
        for (int at = 0; at < m_list->size(); ++at)
            QCOMPARE(m_list->at(at).id, m_server->rows.at(at)[u"id"_s].toString());
        QCOMPARE(m_list->size(), 251);
    }

    void deletedWhileLoadingItStopsTheRequest()
    {
        m_server->network.hang(u"GET /v1/datasets/d/documents?page=1&limit=100"_s);
        m_list->fetchMore();
        QTRY_COMPARE(m_server->network.hanging(), 1);
        m_list.reset();
        QCOMPARE(m_server->network.aborted, 1);
    }

private:
    std::unique_ptr<FakeList> m_server;
    std::unique_ptr<PagedList<Document>> m_list;
};

LOREDESK_TEST(tst_pagedlist, TestPagedList)
#include "tst_pagedlist.moc"
