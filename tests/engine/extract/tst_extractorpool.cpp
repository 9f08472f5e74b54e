// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/extract/extractorpool.h"
#include "app/engine/extract/processlimits.h"
#include "tests/support/programs.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

QString misbehaving()
{
    return programOfTests(u"misbehaving_worker"_s);
}

//! Somebody who waits for a file in a thread and may give up.
class Caller
{
public:
    Caller(ExtractorPool &pool, const QString &path)
        : m_mark(path + u".begun")
    {
        QFile::remove(m_mark);
        m_thread = std::thread([this, &pool, path] { m_result = pool.extract(path, u"pdf"_s, m_isCancelled); });
    }

    ~Caller() { cancelled(); }

    //! Whether the worker is at the file hang.pdf.
    bool hasBegun() const { return QFile::exists(m_mark); }

    //! Gives up and says what came of it.
    Extraction cancelled()
    {
        m_isCancelled = true;
        if (m_thread.joinable())
            m_thread.join();
        return m_result;
    }

private:
    QString m_mark;
    std::atomic_bool m_isCancelled = false;
    Extraction m_result{{u"nothing came"_s}, {}};
    std::thread m_thread;
};

} // namespace

class TestExtractorPool : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    const std::atomic_bool m_never = false;

    //! A file that is not empty; the misbehaving worker goes by its name.
    QString file(const QString &name, const QByteArray &bytes = "x")
    {
        QFile made(m_folder.filePath(name));
        if (!made.open(QIODevice::WriteOnly))
            qFatal("no temporary file");
        made.write(bytes);
        return made.fileName();
    }

    Extraction read(ExtractorPool &pool, const QString &name) { return pool.extract(file(name), u"pdf"_s, m_never); }

    qint64 processOf(ExtractorPool &pool) { return read(pool, u"process.pdf"_s).pieces.join(u' ').toLongLong(); }

    static ExtractorLimits shortTime()
    {
        ExtractorLimits limits;
        limits.time = 400ms;
        return limits;
    }

    const Extraction m_good{{u"good"_s}, {}};
    const Extraction m_crashed{
        {}, u"The file makes the program that reads it crash; it is damaged or was made to do so."_s};

private slots:
    void theRealWorkerReadsFiles()
    {
        ExtractorPool pool(programOfTests(u"extract_worker"_s));
        QCOMPARE(pool.extract(file(u"a.csv"_s, "a,b\n1,2\n3,\"x\ny\"\n"), u"csv"_s, m_never),
                 (Extraction{{u"a: 1;b: 2"_s, u"a: 3;b: x\ny"_s}, {}}));
        QCOMPARE(pool.extract(QStringLiteral(FIXTURES "/engine/extract/pages.pdf"), u"pdf"_s, m_never).pieces.size(),
                 2);
        QCOMPARE(pool.extract(QStringLiteral(FIXTURES "/engine/extract/password.pdf"), u"pdf"_s, m_never).error,
                 u"The file is password-protected."_s);
    }

    void plainTextNeedsNoWorker()
    {
        ExtractorPool pool(u"/no/such/program"_s);
        QCOMPARE(pool.extract(file(u"a.txt"_s, "text"), u"txt"_s, m_never).pieces, QStringList{u"text"_s});
        QVERIFY(!pool.extract(file(u"a.exe"_s), u"exe"_s, m_never).error.isEmpty());
    }

    void aWorkerThatCannotStartIsAnError()
    {
        ExtractorPool pool(u"/no/such/program"_s);
        const Extraction got = read(pool, u"a.pdf"_s);
        QVERIFY2(got.error.startsWith(u"The program that reads files cannot be started: "_s), qPrintable(got.error));
    }

    void aHangIsEnded()
    {
        ExtractorPool pool(misbehaving(), shortTime());
        QCOMPARE(read(pool, u"hang.pdf"_s),
                 (Extraction{{}, u"Reading the file took more than 0.4 s and was stopped."_s}));
    }

    void aBigFileHasMoreTime()
    {
        ExtractorLimits limits = shortTime();
        limits.timePerMiB = 100ms;
        limits.longestTime = 600ms;
        ExtractorPool pool(misbehaving(), limits);
        const auto sentence = [&](qsizetype size) {
            return pool.extract(file(u"hang.pdf"_s, QByteArray(size, 'x')), u"pdf"_s, m_never).error;
        };
        QCOMPARE(sentence(1 << 20), u"Reading the file took more than 0.5 s and was stopped."_s);
        QCOMPARE(sentence(9 << 20), u"Reading the file took more than 0.6 s and was stopped."_s);
    }

    void aCrashIsAnErrorAndThePoolGoesOn()
    {
        ExtractorPool pool(misbehaving());
        QCOMPARE(read(pool, u"crash.pdf"_s), m_crashed);
        QCOMPARE(read(pool, u"a.pdf"_s), m_good);
        QCOMPARE(read(pool, u"halfway.pdf"_s), m_crashed);
        QCOMPARE(read(pool, u"a.pdf"_s), m_good);
    }

    void aWorkerThatGrowsIsEndedAndThePoolGoesOn()
    {
        ExtractorLimits limits;
        limits.residentBytes = 200 << 20;
        ExtractorPool pool(misbehaving(), limits);
        QCOMPARE(read(pool, u"grow.pdf"_s),
                 (Extraction{{}, u"Reading the file took more than 200 MiB of memory and was stopped."_s}));
        QCOMPARE(read(pool, u"a.pdf"_s), m_good);
    }

    void anEndlessAnswerIsEndedAndThePoolGoesOn()
    {
        ExtractorLimits limits;
        limits.textBytes = 2 << 20;
        ExtractorPool pool(misbehaving(), limits);
        QCOMPARE(read(pool, u"flood.pdf"_s), (Extraction{{}, u"The file holds more than 2 MiB of text."_s}));
        QCOMPARE(read(pool, u"a.pdf"_s), m_good);
    }

    void anAnswerThatIsNoneIsAnError()
    {
        ExtractorPool pool(misbehaving());
        QCOMPARE(read(pool, u"nonsense.pdf"_s).error,
                 u"The program that reads files gave an answer that makes no sense."_s);
        QCOMPARE(read(pool, u"a.pdf"_s), m_good);
    }

    void cancellingEndsTheWorker()
    {
        ExtractorPool pool(misbehaving());
        Caller caller(pool, file(u"hang.pdf"_s));
        QTRY_VERIFY(caller.hasBegun());
        QCOMPARE(caller.cancelled(), Extraction()); // Else it would end in the error of a hang.
        QCOMPARE(read(pool, u"a.pdf"_s), m_good);
    }

    void aCallerThatWaitsForAWorkerCanGiveUp()
    {
        ExtractorLimits limits;
        limits.workers = 1;
        ExtractorPool pool(misbehaving(), limits);
        Caller first(pool, file(u"hang.pdf"_s));
        QTRY_VERIFY(first.hasBegun());
        Caller second(pool, file(u"a.pdf"_s));
        QCOMPARE(second.cancelled(), Extraction());
        QCOMPARE(first.cancelled(), Extraction()); // It was still at it.
        QCOMPARE(read(pool, u"b.pdf"_s), m_good);
    }

    void manyCallersAreServedByFewWorkers()
    {
        ExtractorLimits limits;
        limits.filesPerWorker = 3; // So that they are replaced in between.
        ExtractorPool pool(misbehaving(), limits);
        const QString path = file(u"a.pdf"_s);
        std::atomic_int good = 0;
        std::vector<std::thread> callers;
        for (int i = 0; i < 8; ++i) {
            callers.emplace_back([&] {
                for (int j = 0; j < 5; ++j)
                    good += pool.extract(path, u"pdf"_s, m_never) == m_good;
            });
        }
        for (std::thread &caller : callers)
            caller.join();
        QCOMPARE(good.load(), 40);
    }

    void aWorkerWithoutWorkIsEnded()
    {
        ExtractorLimits limits;
        limits.idle = 1ms;
        ExtractorPool pool(misbehaving(), limits);
        const qint64 worker = processOf(pool);
        QTRY_COMPARE(residentBytes(worker), 0);
        QCOMPARE(read(pool, u"a.pdf"_s), m_good);
    }

    void aWorkerReadsManyFilesAndIsThenReplaced()
    {
        ExtractorLimits limits;
        limits.workers = 1;
        limits.filesPerWorker = 2;
        ExtractorPool pool(misbehaving(), limits);
        const qint64 first = processOf(pool);
        QCOMPARE(processOf(pool), first);
        QCOMPARE_NE(processOf(pool), first);
    }

    void aWorkerEndsWithItsParentInTheMiddleOfAFile()
    {
        // A named pipe that nobody writes to holds the worker in the middle of its file.
        const QString pipe = m_folder.filePath(u"pipe"_s);
        QCOMPARE(QProcess::execute(u"mkfifo"_s, {pipe}), 0);
        QProcess worker;
        worker.start(programOfTests(u"extract_worker"_s), {u"--extract"_s});
        QVERIFY(worker.waitForStarted());
        worker.write(R"({"path":")" + pipe.toUtf8()
                     + R"(","extension":"txt","residentBytes":1000000000})"
                       "\n");
        QVERIFY(worker.waitForBytesWritten());
        worker.closeWriteChannel();
        QVERIFY(worker.waitForFinished());
        QCOMPARE(worker.exitCode(), 0);
    }

    void memoryIsMeasured()
    {
        const qint64 before = residentBytes(QCoreApplication::applicationPid());
        const QByteArray filled(64 << 20, 'x');
        QCOMPARE_GE(residentBytes(QCoreApplication::applicationPid()) - before, 60 << 20);
        QCOMPARE(filled.back(), 'x');
    }
};

LOREDESK_TEST(tst_extractorpool, TestExtractorPool)
#include "tst_extractorpool.moc"
