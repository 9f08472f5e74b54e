// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/credentials.h"
#include "app/services/localserver.h"
#include "app/services/server.h"
#include "tests/support/fakenetwork.h"
#include "tests/support/programs.h"
#include "tests/support/testmain.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace Qt::Literals::StringLiterals;

//! Against a process that behaves as it is told. The real one is in tst_thiscomputer.
class TestLocalServer : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_credentials = std::make_unique<Credentials>();
        m_server = std::make_unique<Server>(m_network, u"local-test"_s, u"This computer"_s, true);
        m_local = std::make_unique<LocalServer>(*m_server, *m_credentials, m_folder->path(),
                                                programOfTests(u"test_mortalserver"_s));
    }
    void cleanup() { m_local.reset(); }

    void itIsReadyWhenItSaysWhereItListens()
    {
        order("serve");

        m_local->start();
        QCOMPARE(m_server->state(), Server::State::Starting);

        QTRY_COMPARE_WITH_TIMEOUT(m_server->state(), Server::State::Ready, 30'000);
        QCOMPARE(m_server->url(), QUrl(u"http://127.0.0.1:9/v1"_s));
    }

    void itIsToldItsFolderByArgumentAndItsKeyByEnvironment()
    {
        order("serve");

        m_local->start();
        QTRY_COMPARE_WITH_TIMEOUT(m_server->state(), Server::State::Ready, 30'000);

        QCOMPARE(starts(),
                 QStringList{u"--data "_s + m_folder->path() + u" --max-upload-mib 500 key of 43 characters"_s});
    }

    void itsKeyStaysTheSame()
    {
        order("serve");
        m_credentials->write(u"local-test"_s, "the key of before");

        m_local->start();
        QTRY_COMPARE_WITH_TIMEOUT(m_server->state(), Server::State::Ready, 30'000);

        QVERIFY(starts().constLast().endsWith("key of 17 characters"_L1));
    }

    void aNewKeyIsKept()
    {
        order("serve");
        m_local->start();
        QTRY_COMPARE_WITH_TIMEOUT(m_server->state(), Server::State::Ready, 30'000);

        QByteArray key;
        m_credentials->read(u"local-test"_s, this, [&](const auto &found) { key = found.value_or(QByteArray()); });

        QTRY_COMPARE_WITH_TIMEOUT(key.size(), 43, 30'000);
    }

    void itIsStartedAgainWhenItDies()
    {
        order("serve");
        m_local->start();
        QTRY_COMPARE_WITH_TIMEOUT(m_server->state(), Server::State::Ready, 30'000);
        const qint64 first = m_local->processId();

        QCOMPARE(::kill(static_cast<pid_t>(first), SIGKILL), 0);

        QTRY_COMPARE_WITH_TIMEOUT(m_server->state(), Server::State::Starting, 30'000);
        QTRY_COMPARE_WITH_TIMEOUT(m_server->state(), Server::State::Ready, 30'000);
        QVERIFY(m_local->processId() != first);
    }

    void afterFiveDeathsItSaysWhyAndCanBeStartedAgain()
    {
        order("die");
        m_local->start();
        QTRY_COMPARE_WITH_TIMEOUT(m_server->state(), Server::State::Failed, 60'000);
        QCOMPARE(starts().size(), LocalServer::maxDeaths);
        QVERIFY2(m_server->problem().endsWith("the disk is made of cheese"_L1), qPrintable(m_server->problem()));

        order("serve");
        m_local->start();

        QTRY_COMPARE_WITH_TIMEOUT(m_server->state(), Server::State::Ready, 30'000);
        QVERIFY(m_server->problem().isEmpty());
    }

    void whatKeepsItFromStartingIsSaidAtOnce()
    {
        order("die");
        QString said;
        connect(m_server.get(), &Server::changed, this, [&] {
            if (said.isEmpty() && m_server->state() == Server::State::Starting)
                said = m_server->problem();
        });
        m_local->start();
        QTRY_COMPARE_WITH_TIMEOUT(said, u"the disk is made of cheese"_s, 30'000);
        QVERIFY(starts().size() < LocalServer::maxDeaths);

        order("serve");
        QTRY_COMPARE_WITH_TIMEOUT(m_server->state(), Server::State::Ready, 30'000);
        QVERIFY(m_server->problem().isEmpty());
    }

    void anotherEnvironmentStartsItAgain()
    {
        order("serve");
        m_local->start();
        QTRY_COMPARE_WITH_TIMEOUT(m_server->state(), Server::State::Ready, 30'000);

        m_local->setEnvironment({{u"LOREDESK_EMBEDDINGS_MODEL"_s, u"bge-m3"_s}});
        QCOMPARE(m_server->state(), Server::State::Starting);
        QTRY_COMPARE_WITH_TIMEOUT(m_server->state(), Server::State::Ready, 30'000);
        QCOMPARE(starts().size(), 2);
        QVERIFY(starts().constLast().endsWith("model bge-m3"_L1));
        QVERIFY(QFile::exists(m_folder->filePath(u"ended"_s)));

        m_local->setEnvironment({{u"LOREDESK_EMBEDDINGS_MODEL"_s, u"bge-m3"_s}});
        QCOMPARE(m_server->state(), Server::State::Ready);
    }

    void aMissingProgramIsSaid()
    {
        LocalServer missing(*m_server, *m_credentials, m_folder->path(), m_folder->filePath(u"nothing"_s));

        missing.start();

        QTRY_COMPARE_WITH_TIMEOUT(m_server->state(), Server::State::Failed, 30'000);
        QVERIFY(m_server->problem().contains("nothing"_L1));
    }

    void itEndsInItsOwnTimeWhenAsked()
    {
        order("serve");
        m_local->start();
        QTRY_COMPARE_WITH_TIMEOUT(m_server->state(), Server::State::Ready, 30'000);
        QSignalSpy stopped(m_local.get(), &LocalServer::stopped);

        m_local->stop();

        QTRY_COMPARE_WITH_TIMEOUT(stopped.size(), 1, 30'000);
        QVERIFY(QFile::exists(m_folder->filePath(u"ended"_s)));
        QCOMPARE(m_local->processId(), 0);
        QCOMPARE(starts().size(), 1);
    }

    void itIsKilledWhenItDoesNotEnd()
    {
        order("stay");
        m_local->start();
        QTRY_COMPARE_WITH_TIMEOUT(m_server->state(), Server::State::Ready, 30'000);
        QSignalSpy stopped(m_local.get(), &LocalServer::stopped);

        m_local->stop();

        QTRY_COMPARE_WITH_TIMEOUT(stopped.size(), 1, 60'000);
        QVERIFY(!QFile::exists(m_folder->filePath(u"ended"_s)));
    }

    void itEndsWithUs()
    {
        order("serve");
        m_local->start();
        QTRY_COMPARE_WITH_TIMEOUT(m_server->state(), Server::State::Ready, 30'000);

        m_local.reset();

        QVERIFY(QFile::exists(m_folder->filePath(u"ended"_s)));
    }

    void stoppingWhatDoesNotRunIsReportedToo()
    {
        QSignalSpy stopped(m_local.get(), &LocalServer::stopped);

        m_local->stop();

        QTRY_COMPARE_WITH_TIMEOUT(stopped.size(), 1, 30'000);
    }

private:
    void order(const QByteArray &what)
    {
        QFile file(m_folder->filePath(u"orders"_s));
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        QCOMPARE(file.write(what), what.size());
    }

    QStringList starts() const
    {
        QFile file(m_folder->filePath(u"starts"_s));
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts)
                                              : QStringList();
    }

    FakeNetwork m_network;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Credentials> m_credentials;
    std::unique_ptr<Server> m_server;
    std::unique_ptr<LocalServer> m_local;
};

LOREDESK_TEST(tst_localserver, TestLocalServer)
#include "tst_localserver.moc"
