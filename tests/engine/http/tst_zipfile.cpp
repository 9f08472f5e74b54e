// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/http/zipfile.h"

#include "app/engine/extract/zippackage.h"
#include "app/engine/http/message.h"
#include "tests/support/testmain.h"

#include <QDateTime>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace http;

class TestZipFile : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void whatIsPackedIsUnpackedTheSame()
    {
        const QByteArray large = QByteArray("some text\n").repeated(300'000);
        pack({{u"größe.txt"_s, stored("small"), 1'700'000'000'000}, {u"large.txt"_s, stored(large), 0}});
        QCOMPARE(unpacked(u"größe.txt"_s), "small");
        QCOMPARE(unpacked(u"large.txt"_s), large);
    }

    void namesThatAreThereAlreadyGetANumber()
    {
        const QString one = stored("1");
        const QString two = stored("2");
        const QString three = stored("3");
        pack({{u"a.b.txt"_s, one}, {u"A.b.TXT"_s, two}, {u"a.b.txt"_s, three}, {u"bare"_s, one}, {u"bare"_s, two}});
        QCOMPARE(unpacked(u"a.b.txt"_s), "1");
        QCOMPARE(unpacked(u"A.b (1).TXT"_s), "2");
        QCOMPARE(unpacked(u"a.b (2).txt"_s), "3");
        QCOMPARE(unpacked(u"bare (1)"_s), "2");
    }

    void everyFileHasItsTime()
    {
        const auto time = QDateTime::fromMSecsSinceEpoch(1'700'000'000'000);
        pack({{u"a.txt"_s, stored("x"), time.toMSecsSinceEpoch()}});
        QFile file(archive());
        QVERIFY(file.open(QFile::ReadOnly));
        const QByteArray header = file.read(30);
        const auto number = [&header](int at) { return quint8(header.at(at)) | quint8(header.at(at + 1)) << 8; };
        QCOMPARE(number(10), time.time().hour() << 11 | time.time().minute() << 5 | time.time().second() / 2);
        QCOMPARE(number(12), (time.date().year() - 1980) << 9 | time.date().month() << 5 | time.date().day());
    }

    void noNameLeadsOutOfTheFolder()
    {
        const QString file = stored("x");
        pack({{u"../../etc/passwd"_s, file}, {u"C:\\autoexec.bat"_s, file}, {u".."_s, file}, {{}, file}});
        for (const QString &name : {u".._.._etc_passwd"_s, u"C__autoexec.bat"_s, u"_"_s, u"_ (1)"_s})
            QCOMPARE(unpacked(name), "x");
    }

    void aFileThatIsGoneIsSaidAndLeavesNoArchive()
    {
        int status = 0;
        try {
            pack({{u"there"_s, stored("x")}, {u"gone"_s, m_folder->filePath(u"gone"_s)}});
        } catch (const Refusal &refusal) {
            status = refusal.status;
        }
        QCOMPARE(status, 404);
        QVERIFY(!QFile::exists(archive()));
    }

private:
    QString archive() const { return m_folder->filePath(u"archive.zip"_s); }
    void pack(const QList<ZipEntry> &entries) const { writeZip(archive(), entries); }

    QString stored(const QByteArray &bytes)
    {
        const QString path = m_folder->filePath(QString::number(++m_files));
        QFile file(path);
        if (!file.open(QFile::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write");
        return path;
    }

    QByteArray unpacked(const QString &name) const
    {
        ZipPackage package(archive());
        const auto part = package.open(name);
        return part ? part->readAll() : "there is no " + name.toUtf8();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    int m_files = 0;
};

LOREDESK_TEST(tst_zipfile, TestZipFile)
#include "tst_zipfile.moc"
