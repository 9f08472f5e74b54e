// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/indexingwatcher.h"

#include "tests/app/services/fakedataset.h"
#include "tests/support/testmain.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

using Stage = IndexingStatus::Stage;

class TestIndexingWatcher : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_dataset = std::make_unique<FakeDataset>();
        m_now = 1'000'000'000;
        m_watcher = std::make_unique<IndexingWatcher>(nullptr, [this] { return m_now += 60; });
        m_watcher->setServer(u"s"_s, m_dataset->api, 100);
        m_progress.clear();
        m_settled.clear();
        m_gone.clear();
        connect(m_watcher.get(), &IndexingWatcher::progressed, this,
                [this](const DocumentRef &ref, const Progress &progress) { m_progress[ref.documentId] += progress; });
        connect(m_watcher.get(), &IndexingWatcher::settled, this,
                [this](const DocumentRef &, const Document &document) { m_settled.append(document); });
        connect(m_watcher.get(), &IndexingWatcher::gone, this,
                [this](const DocumentRef &ref) { m_gone.append(ref.documentId); });
    }

    void cleanup()
    {
        m_watcher.reset();
        m_dataset.reset();
    }

    void tellsEachAnswerAndThenHowTheDocumentIs()
    {
        const auto entry = m_dataset->add(u"a.txt"_s, u"waiting"_s);
        m_watcher->watch(ref(entry.id), entry.batch);
        QTRY_COMPARE(m_settled.size(), 1);
        QList<QPair<qint64, qint64>> counts;
        for (const Progress &progress : m_progress.value(entry.id))
            counts.append({progress.completed, progress.total});
        QCOMPARE(counts, (QList<QPair<qint64, qint64>>{{10, 30}, {20, 30}, {30, 30}}));
        QCOMPARE(m_settled.first().status, Document::Status::Available);
        QVERIFY(!m_watcher->isWatched(ref(entry.id)));
    }

    void aFailureIsSettledWithItsReason()
    {
        m_dataset->error = u"Failed to load document."_s;
        const auto entry = m_dataset->add(u"a.pdf"_s, u"waiting"_s);
        m_watcher->watch(ref(entry.id), entry.batch);
        QTRY_COMPARE(m_settled.size(), 1);
        QCOMPARE(m_settled.first().status, Document::Status::Failed);
        QCOMPARE(m_settled.first().error, u"Failed to load document."_s);
    }

    void aDeletedDocumentIsGone()
    {
        const auto entry = m_dataset->add(u"a.txt"_s, u"waiting"_s);
        m_dataset->documents.clear();
        m_watcher->watch(ref(entry.id), entry.batch);
        QTRY_COMPARE(m_gone, QStringList{entry.id});
        QVERIFY(m_settled.isEmpty());
    }

    void aDocumentThatWasGivenAnotherBatchIsNotTakenForDeleted()
    {
        auto &entry = m_dataset->add(u"a.txt"_s, u"completed"_s);
        m_watcher->watch(ref(entry.id), u"an old batch"_s);
        QTRY_COMPARE(m_settled.size(), 1);
        QVERIFY(m_gone.isEmpty());
    }

    void withoutABatchTheDocumentItselfIsAsked()
    {
        auto &entry = m_dataset->add(u"a.txt"_s, u"indexing"_s);
        m_watcher->watch(ref(entry.id));
        QTRY_VERIFY(!m_progress.value(entry.id).isEmpty());
        QCOMPARE(m_progress.value(entry.id).constFirst().stage, Stage::Indexing);
        QCOMPARE(m_progress.value(entry.id).constFirst().total, 0);
        entry.status = u"completed"_s;
        QTRY_COMPARE(m_settled.size(), 1);
        QCOMPARE(m_dataset->count(u"GET /v1/datasets/d/documents/batch"_s), 0);
    }

    void ofManyDocumentsOnlyThoseAreAskedThatTheListShowsIndexing()
    {
        m_dataset->steps = 0;
        for (int number = 0; number < 300; ++number)
            m_dataset->add(u"%1.txt"_s.arg(number), number < 290 ? u"waiting"_s : u"indexing"_s);
        const auto entries = m_dataset->documents;
        for (const auto &entry : entries)
            m_watcher->watch(ref(entry.id), entry.batch);

        QTRY_COMPARE(askedForStatus().size(), 10);
        QTRY_VERIFY(m_dataset->count(u"GET /v1/datasets/d/documents?page=3"_s) >= 2);
        for (const auto &entry : entries)
            QCOMPARE(askedForStatus().contains(entry.batch), entry.status == u"indexing"_s);

        for (auto &entry : m_dataset->documents)
            entry.status = u"completed"_s;
        QTRY_COMPARE(m_settled.size(), 300);
        QVERIFY(m_gone.isEmpty());
    }

    void whatTheListDoesNotShowIsAskedForItself()
    {
        for (int number = 0; number < 30; ++number)
            m_dataset->add(u"%1.txt"_s.arg(number), u"waiting"_s);
        m_dataset->steps = 0;
        const auto entries = m_dataset->documents;
        for (const auto &entry : entries)
            m_watcher->watch(ref(entry.id), entry.batch);
        m_dataset->documents.removeAt(7);
        QTRY_COMPARE(m_gone, QStringList{entries.at(7).id});
    }

    void visibleDocumentsAreAskedFirst()
    {
        m_dataset->steps = 0;
        QList<FakeDataset::Entry> entries;
        for (int number = 0; number < 8; ++number)
            entries.append(m_dataset->add(u"%1.txt"_s.arg(number), u"indexing"_s));
        m_watcher->setVisible(this, {ref(entries.at(5).id), ref(entries.at(6).id)});
        for (const auto &entry : entries)
            m_watcher->watch(ref(entry.id), entry.batch);
        QTRY_VERIFY(askedInTurn().size() >= 2);
        QCOMPARE(QSet<QString>({askedInTurn().at(0), askedInTurn().at(1)}),
                 QSet<QString>({entries.at(5).batch, entries.at(6).batch}));
        QTRY_COMPARE(askedForStatus().size(), 8); // but none is forgotten
    }

    void neverMoreRequestsThanThePaceAllows()
    {
        m_dataset->steps = 0;
        for (int number = 0; number < 5; ++number) {
            const auto entry = m_dataset->add(u"%1.txt"_s.arg(number), u"indexing"_s);
            m_watcher->watch(ref(entry.id), entry.batch);
        }
        m_watcher->setServer(u"s"_s, m_dataset->api, 4);
        const qint64 start = m_now;
        QTRY_VERIFY_WITH_TIMEOUT(m_dataset->network.requests.size() >= 6, 30'000);
        // The clock of this test runs as it is read, so that no time is measured.
        QVERIFY(m_dataset->network.requests.size() <= 1 + (m_now - start) / 225);
    }

    void aServerInTroubleIsLeftAloneForAWhileAndNothingIsGivenUp()
    {
        const auto entry = m_dataset->add(u"a.txt"_s, u"waiting"_s);
        const QString request = u"GET /v1/datasets/d/documents/%1/indexing-status"_s.arg(entry.batch);
        m_dataset->network.fail(request, QNetworkReply::ConnectionRefusedError);
        m_watcher->watch(ref(entry.id), entry.batch);
        QTRY_COMPARE(m_dataset->network.requests.size(), 1);
        m_dataset->network.answer(
            request, QJsonObject{{u"data"_s, QJsonArray{QJsonObject{{u"id"_s, entry.id},
                                                                    {u"indexing_status"_s, u"completed"_s}}}}});
        m_now += 10'000;
        m_dataset->documents.first().status = u"completed"_s;
        QTRY_COMPARE_WITH_TIMEOUT(m_settled.size(), 1, 30'000);
    }

    void withoutProgressForTenMinutesItIsStuck()
    {
        const auto entry = m_dataset->add(u"a.txt"_s, u"indexing"_s);
        m_dataset->network.answer(u"GET /v1/datasets/d/documents/%1/indexing-status"_s.arg(entry.batch),
                                  QJsonObject{{u"data"_s, QJsonArray{QJsonObject{{u"id"_s, entry.id},
                                                                                 {u"indexing_status"_s, u"indexing"_s},
                                                                                 {u"completed_segments"_s, 5},
                                                                                 {u"total_segments"_s, 9}}}}});
        m_watcher->watch(ref(entry.id), entry.batch);
        QTRY_VERIFY(!m_progress.value(entry.id).isEmpty());
        const qint64 lastChange = m_now / 1000;
        QCOMPARE(m_progress.value(entry.id).constLast().stuckSince, 0);
        m_now += WatchedServer::stuckAfter;
        QTRY_VERIFY(m_progress.value(entry.id).constLast().stuckSince > 0);
        QVERIFY(qAbs(m_progress.value(entry.id).constLast().stuckSince - lastChange) <= 2);
    }

    void aRemovedServerIsNotAskedAnyMore()
    {
        const auto entry = m_dataset->add(u"a.txt"_s, u"waiting"_s);
        m_dataset->network.hang(u"GET /v1/datasets/d/documents/%1/indexing-status"_s.arg(entry.batch));
        m_watcher->watch(ref(entry.id), entry.batch);
        QTRY_COMPARE(m_dataset->network.hanging(), 1);
        m_watcher->removeServer(u"s"_s);
        m_dataset->network.answer(u"GET /v1/datasets/d/documents/%1/indexing-status"_s.arg(entry.batch),
                                  QJsonObject{{u"data"_s, QJsonArray()}});
        QTRY_COMPARE(m_dataset->network.hanging(), 0);
        QVERIFY(!m_watcher->isWatched(ref(entry.id)));
        QVERIFY(m_progress.isEmpty());
    }

private:
    static DocumentRef ref(const QString &documentId) { return {u"s"_s, u"d"_s, documentId}; }

    //! The batches asked for, in their order.
    QStringList askedInTurn() const
    {
        QStringList batches;
        for (const QString &name : m_dataset->network.names()) {
            if (name.endsWith("/indexing-status"_L1))
                batches.append(name.section(u'/', -2, -2));
        }
        return batches;
    }

    QSet<QString> askedForStatus() const
    {
        const QStringList batches = askedInTurn();
        return {batches.cbegin(), batches.cend()};
    }

    std::unique_ptr<FakeDataset> m_dataset;
    std::unique_ptr<IndexingWatcher> m_watcher;
    qint64 m_now = 0;
    QHash<QString, QList<Progress>> m_progress;
    QList<Document> m_settled;
    QStringList m_gone;
};

LOREDESK_TEST(tst_indexingwatcher, TestIndexingWatcher)
#include "tst_indexingwatcher.moc"
