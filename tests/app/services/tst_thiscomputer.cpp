// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/credentials.h"
#include "app/services/localserver.h"
#include "app/services/server.h"
#include "tests/support/await.h"
#include "tests/support/serverprocess.h"
#include "tests/support/testmain.h"

#include <QNetworkAccessManager>
#include <QTemporaryFile>
#include <QTest>

#include <csignal>

using namespace Qt::Literals::StringLiterals;

//! The client and the server on this computer, each real.
class TestThisComputer : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_server = std::make_unique<Server>(m_network, u"local-test"_s, u"This computer"_s, true);
        m_local = std::make_unique<LocalServer>(*m_server, m_credentials, m_folder->path(), ServerProcess::program());
        m_local->start();
        QTRY_COMPARE_WITH_TIMEOUT(m_server->state(), Server::State::Ready, 60'000);
    }
    void cleanup() { m_local.reset(); }

    void whatWasWrittenIsThereAfterItWasKilled()
    {
        const auto created = await(m_server->datasets().create({.name = u"Rezepte"_s, .description = {}}));
        QVERIFY2(created, qPrintable(created ? QString() : created.error().message));
        const QUrl before = m_server->url();

        QCOMPARE(::kill(static_cast<pid_t>(m_local->processId()), SIGKILL), 0);
        QTRY_VERIFY_WITH_TIMEOUT(m_server->state() == Server::State::Ready && m_server->url() != before, 60'000);

        const auto page = await(m_server->datasets().list(1, 20));
        QVERIFY2(page, qPrintable(page ? QString() : page.error().message));
        QCOMPARE(page->items.first().name, u"Rezepte"_s);
    }

    void aReadSurvivesARestart()
    {
        QVERIFY(await(m_server->datasets().create({.name = u"Rezepte"_s, .description = {}})));
        QCOMPARE(::kill(static_cast<pid_t>(m_local->processId()), SIGKILL), 0);

        m_server->client().setRetries(8, 250);

        QVERIFY(await(m_server->datasets().list(1, 20)));
    }

    void aFileArrivesUnderItsName()
    {
        const auto dataset = await(m_server->datasets().create({.name = u"Rezepte"_s, .description = {}}));
        QVERIFY(dataset);
        QTemporaryFile file;
        QVERIFY(file.open() && file.write("Hefe, Mehl, Salz und Wasser.\n") > 0 && file.flush());
        const QString name = u"Brötchen – 50 % \"hell\" 面包.txt"_s;

        const auto created = await(m_server->documents().createByFile(dataset->id, file.fileName(), name, {}));

        QVERIFY2(created, qPrintable(created ? QString() : created.error().message));
        QCOMPARE(created->document.name, name);
    }

    void aWrongKeyIsRefused()
    {
        m_server->client().setServer(m_server->url(), "wrong");

        QCOMPARE(await(m_server->datasets().list(1, 20)).error().kind, ApiError::Kind::Unauthorized);
    }

    void aSecondOneForTheSameFolderSaysWhyItCannotRun()
    {
        Server second(m_network, u"local-test"_s, u"This computer"_s, true);
        LocalServer local(second, m_credentials, m_folder->path(), ServerProcess::program());

        local.start();

        QTRY_COMPARE_WITH_TIMEOUT(second.state(), Server::State::Failed, 60'000);
        QVERIFY2(second.problem().contains(m_folder->path()), qPrintable(second.problem()));
        QCOMPARE(m_server->state(), Server::State::Ready);
    }

private:
    QNetworkAccessManager m_network;
    Credentials m_credentials;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Server> m_server;
    std::unique_ptr<LocalServer> m_local;
};

LOREDESK_TEST(tst_thiscomputer, TestThisComputer)
#include "tst_thiscomputer.moc"
