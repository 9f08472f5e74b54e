// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/upload.h"
#include "tests/app/services/queuetest.h"
#include "tests/support/testmain.h"

#include <QSignalSpy>

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

//! Files that nobody can open as long as their disk is away: named pipes that nobody writes to.
class TestHangingFiles : public QueueTest
{
    Q_OBJECT

private slots:
    void init() { renew(); }

    void cleanup()
    {
        close();
        for (const QString &path : std::exchange(m_pipes, {})) {
            QFile writer(path); // lets go whoever waits there
            QVERIFY(writer.open(QIODevice::ReadWrite));
        }
    }

    void theOtherFilesGoOn()
    {
        m_queue->add({pipe(u"pipe.txt"_s), file(u"1.txt"_s), file(u"2.txt"_s), file(u"3.txt"_s), file(u"4.txt"_s)});
        QTRY_COMPARE(m_queue->summary().count(State::Finished), 4);
        QCOMPARE(m_queue->at(0).state, State::Sending);
        QCOMPARE(m_dataset->created.size(), 4);
    }

    void oneThatIsCancelledGivesItsPlaceToTheNext()
    {
        m_queue->add({pipe(u"1.txt"_s), pipe(u"2.txt"_s), pipe(u"3.txt"_s), file(u"4.txt"_s)});
        QTRY_COMPARE(m_queue->summary().count(State::Sending), 3);
        QCOMPARE(m_queue->at(3).state, State::Waiting);
        m_queue->cancel(1);
        QCOMPARE(m_queue->at(1).state, State::Cancelled);
        QTRY_COMPARE(m_queue->at(3).state, State::Finished);
        QCOMPARE(m_queue->summary().count(State::Sending), 2);
    }

    void oneThatWasStoppedDoesNotGoOnWhenItsDiskIsBack()
    {
        TransferRequest request = pipe(u"pipe.txt"_s);
        request.size = 1; // so that it would fail as soon as it is opened
        Upload upload(m_dataset->api, m_dataset->pipelines, request, {}, nullptr);
        const QSignalSpy failed(&upload, &Upload::failed);
        upload.start();
        const int writer = ::open(QFile::encodeName(request.path).constData(), O_WRONLY); // waits for the reader
        pollfd left{writer, 0, 0};
        QCOMPARE(::poll(&left, 1, -1), 1); // it has been there, and has said so
        ::close(writer);
        QVERIFY(upload.stop());
        QCoreApplication::sendPostedEvents();
        QCOMPARE(failed.size(), 0);
    }

    void aRemovedServerFailsThem()
    {
        m_queue->add({pipe(u"pipe.txt"_s)});
        QTRY_COMPARE(m_queue->at(0).state, State::Sending);
        m_queue->removeServer(u"s"_s);
        QCOMPARE(m_queue->at(0).state, State::Failed);
    }

private:
    TransferRequest pipe(const QString &name)
    {
        m_pipes.append(m_dir->filePath(name));
        if (mkfifo(QFile::encodeName(m_pipes.constLast()).constData(), 0600) != 0)
            qFatal("cannot make a pipe");
        return request(name);
    }

    QStringList m_pipes;
};

LOREDESK_TEST(tst_hangingfiles, TestHangingFiles)
#include "tst_hangingfiles.moc"
