// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/documentsapi.h"
#include "app/services/servers.h"
#include "app/services/transferqueue.h"
#include "tests/e2e/windowdriver.h"
#include "tests/support/serverprocess.h"
#include "tests/support/testmain.h"
#include "ui/backend.h"
#include "ui/mainwindow.h"
#include "ui/workplace.h"

#include <QFile>
#include <QNetworkAccessManager>
#include <QRandomGenerator>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int patience = 240'000; // milliseconds until something that must come counts as missing
constexpr int fileCount = 50;
constexpr int killCount = 20;

quint16 freePort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

} // namespace

//! The server dies again and again while the window sends files to it.
class TestSurvival : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QTemporaryDir m_files;

    QStringList writeFiles()
    {
        QStringList paths;
        for (int number = 0; number < fileCount; ++number) {
            QFile file(m_files.filePath(u"note-%1.txt"_s.arg(number, 2, 10, QChar(u'0'))));
            if (!file.open(QIODevice::WriteOnly))
                qFatal("cannot write %s", qPrintable(file.fileName()));
            for (int line = 0; line < 400; ++line)
                file.write("Note %1, line %2: the lighthouse keeper counts the ships.\n\n"_L1.toString()
                               .arg(number)
                               .arg(line)
                               .toUtf8());
            paths.append(file.fileName());
        }
        return paths;
    }

private slots:
    void whatWasAcknowledgedIsThereOnce()
    {
        const quint16 port = freePort();
        ServerProcess server({u"--listen"_s, u"127.0.0.1:%1"_s.arg(port)});
        QVERIFY2(server.start(), qPrintable(server.errors()));
        QNetworkAccessManager network;
        WindowDriver driver(m_folder.path(), network, false);
        const Backend backend = driver.workplace().backend();
        Server *known = backend.servers.add(u"Shaky"_s, {server.url()}, server.key().toUtf8());
        QTRY_COMPARE(known->state(), Server::State::Ready);

        driver.drop(writeFiles());
        driver.window().choose(known->id(), {});
        driver.startUpload(u"Notes"_s);
        QTRY_COMPARE(backend.queue.size(), fileCount);

        QStringList acknowledged; // document ids
        connect(&backend.queue, &TransferQueue::created, this,
                [&](const DocumentRef &document) { acknowledged.append(document.documentId); });
        const quint32 seed = QRandomGenerator::global()->generate();
        qInfo("seed %u", seed);
        QRandomGenerator random(seed);
        for (int kill = 0; kill < killCount; ++kill) {
            // Spread over the whole upload: each time two more files must have arrived.
            QTRY_VERIFY_WITH_TIMEOUT(acknowledged.size() >= 2 * kill, patience);
            QTest::qWait(random.bounded(100));
            server.kill();
            QVERIFY2(server.start(), qPrintable(server.errors()));
        }
        const auto settled = [&] {
            if (backend.queue.summary().unfinished() == 0 && backend.queue.summary().count(Transfer::State::Failed) > 0)
                driver.trigger(u"transferRetryAll"_s); // as a person would
            return backend.queue.summary().count(Transfer::State::Finished) == fileCount;
        };
        QTRY_VERIFY_WITH_TIMEOUT(settled(), patience);

        QTRY_COMPARE_WITH_TIMEOUT(driver.documentCount(), fileCount, patience);
        for (int number = 0; number < fileCount; ++number) {
            const QString name = u"note-%1.txt"_s.arg(number, 2, 10, QChar(u'0'));
            QTRY_COMPARE_WITH_TIMEOUT(driver.status(name), Document::Status::Available, patience);
        }
        for (const QString &id : std::as_const(acknowledged))
            QVERIFY2(backend.documents.indexOf(id).isValid(), qPrintable(id));
        QCOMPARE(driver.retrieve(u"lighthouse"_s).isEmpty(), false);
    }
};

LOREDESK_TEST(tst_survival, TestSurvival)
#include "tst_survival.moc"
