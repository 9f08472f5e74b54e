// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "tests/ui/windowfixture.h"
#include "ui/widgets/treeview.h"

#include <QAbstractItemModelTester>
#include <QFileInfo>
#include <QLabel>
#include <QMessageBox>

using namespace Qt::Literals::StringLiterals;

class TestTransfersPane : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_fixture = std::make_unique<WindowFixture>();
        m_dataset = m_fixture->server.addDataset(u"Handbook"_s);
        m_fixture->openWith(m_dataset);
        m_view = m_fixture->child<TreeView>(u"transfersView"_s);
    }

    void cleanup() { m_fixture.reset(); }

    void aFileThatFailedSaysWhyAndIsSentAgain()
    {
        m_fixture->server.failNext(create(), 415, u"unsupported_file_type"_s, u"File type not allowed."_s);
        add(u"a.md"_s);
        QTRY_COMPARE(m_fixture->queue.summary().count(Transfer::State::Failed), 1);
        QTRY_VERIFY(status().contains(u"File type not allowed. Save the file in another format"_s));
        QTRY_VERIFY(summary().contains(u"1 failed"_s));

        m_fixture->action(u"transferRetryAll"_s)->trigger();
        QTRY_COMPARE(m_fixture->queue.summary().count(Transfer::State::Finished), 1);
        QTRY_COMPARE(summary(), u"1 finished"_s);
    }

    void finishedOnesAreClearedAway()
    {
        add(u"a.md"_s);
        QTRY_COMPARE(m_fixture->queue.summary().count(Transfer::State::Finished), 1);
        QTRY_VERIFY(m_fixture->action(u"transferClear"_s)->isEnabled());
        m_fixture->action(u"transferClear"_s)->trigger();
        QCOMPARE(m_view->model()->rowCount(), 0);
    }

    void aCancelledFileIsNotSent()
    {
        m_fixture->server.network.hang(create());
        add(u"a.md"_s);
        QTRY_COMPARE(m_fixture->queue.at(0).state, Transfer::State::Sending);
        m_fixture->action(u"goTransfers"_s)->trigger();
        m_view->setCurrentIndex(m_view->model()->index(0, 0));
        QTRY_VERIFY(m_fixture->action(u"transferCancel"_s)->isEnabled());
        m_fixture->action(u"transferCancel"_s)->trigger();
        QTRY_COMPARE(m_fixture->queue.at(0).state, Transfer::State::Cancelled);
        QCOMPARE(m_fixture->server.network.hanging(), 0);
        QTRY_VERIFY(m_fixture->action(u"transferClear"_s)->isEnabled());
    }

    void oneThatIsStuckCanBeSentAgain()
    {
        add(u"a.md"_s);
        QTRY_COMPARE(m_fixture->queue.at(0).state, Transfer::State::Indexing);
        const DocumentRef document{m_fixture->servers.local().id(), m_dataset, m_fixture->queue.at(0).documentId};
        m_fixture->watcher.unwatch(document); // so that nothing is heard of it but this
        m_view->setCurrentIndex(m_view->model()->index(0, 0));
        QVERIFY(!m_fixture->action(u"transferRetry"_s)->isEnabled());
        emit m_fixture->watcher.progressed(document, {.stuckSince = 1});
        QTRY_VERIFY(m_fixture->action(u"transferRetry"_s)->isEnabled());
    }

    void failedAndBusyOnesStandAboveThoseThatAreOver()
    {
        const QAbstractItemModelTester tester(m_view->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        add(u"a.md"_s);
        QTRY_COMPARE(m_fixture->queue.summary().count(Transfer::State::Finished), 1);
        m_fixture->server.failNext(create(), 415, u"unsupported_file_type"_s, u"File type not allowed."_s);
        add(u"b.md"_s);
        QTRY_COMPARE(m_fixture->queue.summary().count(Transfer::State::Failed), 1);
        m_fixture->server.network.hang(create());
        for (const QString &name : {u"c.md"_s, u"d.md"_s, u"e.md"_s, u"f.md"_s})
            add(name); // three are sent at once
        QTRY_COMPARE(m_fixture->queue.summary().count(Transfer::State::Sending), 3);
        QCOMPARE(WindowFixture::rows(m_view),
                 (QStringList{u"b.md"_s, u"c.md"_s, u"d.md"_s, u"e.md"_s, u"f.md"_s, u"a.md"_s}));

        m_fixture->action(u"goTransfers"_s)->trigger();
        m_view->setCurrentIndex(m_view->model()->index(1, 0));
        m_fixture->action(u"transferCancel"_s)->trigger();
        QTRY_COMPARE(m_fixture->queue.at(2).state, Transfer::State::Cancelled);
        QTRY_COMPARE(WindowFixture::rows(m_view),
                     (QStringList{u"b.md"_s, u"d.md"_s, u"e.md"_s, u"f.md"_s, u"a.md"_s, u"c.md"_s}));
    }

    void closingTheWindowAsksWhileFilesAreSent()
    {
        m_fixture->server.network.hang(create());
        add(u"a.md"_s);
        QTRY_COMPARE(m_fixture->queue.at(0).state, Transfer::State::Sending);
        m_fixture->window->close();
        QVERIFY(m_fixture->window->isVisible());
        QVERIFY(m_fixture->child<QMessageBox>(u"question"_s));
        m_fixture->click(u"questionYes"_s);
        QTRY_VERIFY(!m_fixture->window->isVisible());
    }

    void theLineTellsHowManyOfTheFilesAreDone()
    {
        auto *whole = m_fixture->child<QLabel>(u"transfersWhole"_s);
        QVERIFY(!whole->isVisible());
        m_fixture->server.network.hang(create());
        for (const QString &name : {u"a.md"_s, u"b.md"_s, u"c.md"_s, u"d.md"_s})
            add(name);
        QTRY_VERIFY(whole->text().startsWith("0 of 4"_L1));
        QVERIFY(whole->isVisible());
        m_fixture->queue.cancel(3); // three are sent at once, so this one waits
        QTRY_VERIFY(whole->text().startsWith("1 of 4"_L1));
    }

    void whileTheServerWantsNoRequestsTheLineAndItsRowSayUntilWhen()
    {
        m_fixture->server.failNext(create(), 429, u"too_many_requests"_s, u"Too many requests."_s);
        add(u"a.md"_s);
        QTRY_VERIFY(summary().startsWith("The server wants fewer requests. Next in "_L1));
        const auto *notice = m_fixture->child<QLabel>(u"serverMessage"_s);
        QVERIFY(notice && notice->text().startsWith("The server wants fewer requests."_L1));
        QCOMPARE(m_fixture->queue.at(0).state, Transfer::State::Waiting);

        m_fixture->queue.cancel(0);
        QTRY_COMPARE(summary(), QString()); // nothing is left that would wait for it
    }

    void theLineTellsOnlyWhatIsOnItsWay()
    {
        add(u"a.md"_s);
        QTRY_COMPARE(summary(), u"1 finished"_s);
        QVERIFY(!m_fixture->child<QLabel>(u"transfersWhole"_s)->isVisible());
    }

    void theLineIsAllThereIsUntilItIsOpened()
    {
        QVERIFY(!m_view->isVisible());
        m_fixture->click(u"transfersOpen"_s);
        QVERIFY(m_view->isVisible());
        m_fixture->click(u"transfersOpen"_s);
        QVERIFY(!m_view->isVisible());
    }

private:
    QString create() const { return u"POST /v1/datasets/%1/document/create-by-file"_s.arg(m_dataset); }
    QString summary() const { return m_fixture->child<QLabel>(u"transfersSummary"_s)->text(); }
    QString status() const { return m_view->model()->index(0, TransfersModel::StatusColumn).data().toString(); }

    void add(const QString &name)
    {
        const QFileInfo file(m_fixture->file(name));
        m_fixture->queue.add({{.serverId = m_fixture->servers.local().id(),
                               .datasetId = m_dataset,
                               .path = file.filePath(),
                               .name = name,
                               .relativePath = name,
                               .size = file.size(),
                               .modified = file.lastModified().toMSecsSinceEpoch(),
                               .existingIds = {},
                               .options = {}}});
    }

    std::unique_ptr<WindowFixture> m_fixture;
    QString m_dataset;
    TreeView *m_view = nullptr;
};

LOREDESK_TEST(tst_transferspane, TestTransfersPane)
#include "tst_transferspane.moc"
