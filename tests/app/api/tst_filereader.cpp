// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/filereader.h"

#include "app/api/apiclient.h"
#include "app/api/datasetsapi.h"
#include "app/api/documentsapi.h"
#include "tests/support/fakenetwork.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QFileInfo>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace Qt::Literals::StringLiterals;

namespace {

//! A file on a disk that gives each read only when it is told to.
class SlowFile : public QFile
{
public:
    SlowFile(const QString &path, QSemaphore &reads)
        : QFile(path)
        , m_reads(reads)
    { }

protected:
    qint64 readData(char *data, qint64 max) override
    {
        m_reads.acquire();
        return QFile::readData(data, max);
    }

private:
    QSemaphore &m_reads;
};

} // namespace

class TestFileReader : public QObject
{
    Q_OBJECT

private slots:
    void aFileIsReadWhole()
    {
        QByteArray content(1'000'003, 'x');
        for (qsizetype i = 0; i < content.size(); i += 97)
            content[i] = static_cast<char>(i % 251);
        FileReader reader(file(u"big"_s, content));
        QSignalSpy opened(&reader, &FileReader::opened);
        QTRY_COMPARE(opened.size(), 1);
        QCOMPARE(reader.size(), content.size());
        QCOMPARE(reader.modified(), QFileInfo(m_folder.filePath(u"big"_s)).lastModified());
        QCOMPARE(readAll(reader), content);
        QCOMPARE(reader.problem(), QString());
    }

    void whatIsNotThereIsSaidToBeSo()
    {
        FileReader reader(m_folder.filePath(u"none"_s));
        QSignalSpy opened(&reader, &FileReader::opened);
        QTRY_COMPARE(opened.size(), 1);
        QCOMPARE(reader.problem(), u"The file is not there any more."_s);
        char byte = 0;
        QCOMPARE(reader.read(&byte, 1), -1);
    }

    void whoWaitsForTheDiskHoldsUpNobody()
    {
        QSemaphore reads;
        const QString path = file(u"slow"_s, "some words");
        FileReader reader([&reads, path] { return std::make_unique<SlowFile>(path, reads); });
        QSignalSpy opened(&reader, &FileReader::opened);
        QSignalSpy readyRead(&reader, &FileReader::readyRead);
        QTRY_COMPARE(opened.size(), 1);
        QByteArray data(100, '\0');
        QCOMPARE(reader.read(data.data(), data.size()), 0);
        QVERIFY(readyRead.isEmpty());

        reads.release();
        QTRY_COMPARE(readyRead.size(), 1);
        QCOMPARE(reader.read(data.data(), data.size()), 10);
        QCOMPARE(data.first(10), "some words");
    }

    void onlyALittleIsReadAhead()
    {
        QSemaphore reads(1000);
        const QString path = file(u"long"_s, QByteArray(10'000'000, 'x'));
        FileReader reader([&reads, path] { return std::make_unique<SlowFile>(path, reads); });
        QSignalSpy opened(&reader, &FileReader::opened);
        QTRY_COMPARE(opened.size(), 1);
        QCOMPARE(reads.available(), 1000);
        char byte = 0;
        QTRY_COMPARE(reader.read(&byte, 1), 1);
        QTRY_VERIFY(reads.available() < 996);
        QVERIFY(reads.available() > 990);
    }

    //! A named pipe that nobody writes to: opening it waits, as a network disk does that is away.
    void anUploadWhoseDiskHangsIsCancelledWhileTheLoopGoesOn()
    {
        const QString path = m_folder.filePath(u"pipe"_s);
        QCOMPARE(mkfifo(QFile::encodeName(path).constData(), 0600), 0);
        FakeNetwork network;
        ApiClient client(network);
        client.setServer(QUrl(u"http://127.0.0.1:1/v1"_s), "key");
        client.setRetries(0, 1);
        QPointer<CallBase> call = DocumentsApi(client).createByFile(u"d"_s, path, u"pipe.txt"_s, {});
        network.answer(u"GET /v1/datasets/d"_s, QJsonObject{{u"id"_s, u"d"_s}});
        bool isAnswered = false;
        DatasetsApi(client).get(u"d"_s)->then(this, [&](const Result<Dataset> &) { isAnswered = true; });
        QTRY_VERIFY(isAnswered);
        QVERIFY(call);
        call->cancel();
        QTRY_VERIFY(!call);
        QCOMPARE(network.requests.size(), 1);

        QFile writer(path); // lets go whoever waits there
        QVERIFY(writer.open(QIODevice::WriteOnly));
    }

private:
    QString file(const QString &name, const QByteArray &content) const
    {
        QFile out(m_folder.filePath(name));
        if (!out.open(QIODevice::WriteOnly) || out.write(content) != content.size())
            qFatal("cannot write the test's file");
        return out.fileName();
    }

    static QByteArray readAll(FileReader &reader)
    {
        QByteArray all;
        QByteArray data(10'000, '\0');
        while (all.size() < reader.size()) {
            const qint64 count = reader.read(data.data(), data.size());
            if (count < 0)
                break;
            all.append(data.constData(), count);
            if (count == 0)
                QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        }
        return all;
    }

    QTemporaryDir m_folder;
};

LOREDESK_TEST(tst_filereader, TestFileReader)
#include "tst_filereader.moc"
