// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commandline.h"

#include "tests/support/programs.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QProcess>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TestCommandLine : public QObject
{
    Q_OBJECT

private slots:
    void withoutArgumentsItIsAnOrdinaryStart()
    {
        const CommandLine line = CommandLine::parse({u"loredesk"_s});
        QVERIFY(line.dataDir.isEmpty());
        QVERIFY(line.files.isEmpty());
        QVERIFY(line.picture.isEmpty());
    }

    void whatIsRelativeIsMeantFromHere()
    {
        const QDir here = QDir::current();
        const CommandLine line
            = CommandLine::parse({u"loredesk"_s, u"--data"_s, u"my data"_s, u"--upload-and-exit=seen.png"_s, u"a.pdf"_s,
                                  u"folder/b.md"_s, u"/elsewhere/c.txt"_s});
        QCOMPARE(line.dataDir, here.absoluteFilePath(u"my data"_s));
        QCOMPARE(line.picture, here.absoluteFilePath(u"seen.png"_s));
        QCOMPARE(line.files, QStringList({here.absoluteFilePath(u"a.pdf"_s), here.absoluteFilePath(u"folder/b.md"_s),
                                          u"/elsewhere/c.txt"_s}));
    }

    void aFileMayBeginWithADash()
    {
        const CommandLine line = CommandLine::parse({u"loredesk"_s, u"--"_s, u"--odd.txt"_s});
        QCOMPARE(line.files, QStringList{QDir::current().absoluteFilePath(u"--odd.txt"_s)});
    }

    // Those that end the process are asked of the program itself.
    void anUploadWithoutFilesIsAMistake()
    {
        const auto [code, output, errors] = run({u"--upload-and-exit"_s, u"seen.png"_s});
        QCOMPARE(code, 2);
        QVERIFY(errors.contains("needs files"));
    }

    void anUnknownOptionIsAMistake()
    {
        const auto [code, output, errors] = run({u"--colour"_s});
        QVERIFY(code != 0);
        QVERIFY(errors.contains("colour"));
    }

    void helpNeedsNoDisplay()
    {
        const auto [code, output, errors] = run({u"--help"_s}, u"no such platform"_s);
        QCOMPARE(code, 0);
        QVERIFY(output.contains("--upload-and-exit"));
        QVERIFY(output.contains("--data"));
    }

    void theVersionIsTold()
    {
        const auto [code, output, errors] = run({u"--version"_s}, u"no such platform"_s);
        QCOMPARE(code, 0);
        QVERIFY(output.contains(LOREDESK_VERSION));
    }

#ifdef Q_OS_UNIX
    void itIsEndedByTheSystemAsByAPerson()
    {
        const QTemporaryDir data;
        QProcess process;
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
        environment.insert(u"QT_LOGGING_RULES"_s, u"loredesk.startup.debug=true"_s);
        process.setProcessEnvironment(environment);
        process.start(programOfTests(u"loredesk"_s), {u"--data"_s, data.path()});
        QByteArray told;
        connect(&process, &QProcess::readyReadStandardError, this, [&] { told += process.readAllStandardError(); });
        QTRY_VERIFY_WITH_TIMEOUT(told.contains("first window"), 60'000);
        process.terminate();
        QVERIFY(process.waitForFinished(60'000));
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 0);
        QVERIFY(!QFile::exists(data.filePath(u"window.lock"_s)));
        QVERIFY(QSettings(data.filePath(u"loredesk.ini"_s), QSettings::IniFormat).contains("window/geometry"_L1));
    }
#endif

private:
    struct Outcome
    {
        int code = -1;
        QByteArray output;
        QByteArray errors;
    };

    static Outcome run(const QStringList &arguments, const QString &platform = u"offscreen"_s)
    {
        QProcess process;
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"QT_QPA_PLATFORM"_s, platform);
        process.setProcessEnvironment(environment);
        process.start(programOfTests(u"loredesk"_s), arguments);
        if (!process.waitForFinished(60'000))
            return {};
        return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    }
};

LOREDESK_TEST(tst_commandline, TestCommandLine)
#include "tst_commandline.moc"
