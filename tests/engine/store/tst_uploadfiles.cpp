// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/store/uploadfiles.h"

#include "app/engine/store/storeerror.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QFile::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

} // namespace

class TestUploadFiles : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void foldersAreForTheirOwnerAlone()
    {
        const UploadFiles files(m_folder->path());
        for (const QString &folder : {files.path({}), files.temporaryFolder()}) {
            const auto all = QFile::permissions(folder);
            QVERIFY(all & QFile::ReadOwner);
            QVERIFY(!(all & (QFile::ReadGroup | QFile::ExeGroup | QFile::ReadOther | QFile::ExeOther)));
        }
    }

    void bytesAreStoredAndRemoved()
    {
        const UploadFiles files(m_folder->path());
        files.store(u"a"_s, QByteArray("x\0y", 3));
        QCOMPARE(read(files.path(u"a"_s)), QByteArray("x\0y", 3));
        files.remove(u"a"_s);
        QVERIFY(!QFile::exists(files.path(u"a"_s)));
    }

    void aTemporaryFileIsTakenOver()
    {
        const UploadFiles files(m_folder->path());
        const QString temporary = files.temporaryFolder() + u"/received"_s;
        write(temporary, "text");
        QCOMPARE(files.takeOver(u"a"_s, temporary), 4);
        QCOMPARE(read(files.path(u"a"_s)), "text");
        QVERIFY(!QFile::exists(temporary));
    }

    void whatCannotBeStoredIsAnErrorAndLeavesNothing()
    {
        const UploadFiles files(m_folder->path());
        QVERIFY_THROWS_EXCEPTION(StoreError, files.takeOver(u"a"_s, files.temporaryFolder() + u"/missing"_s));
        QVERIFY_THROWS_EXCEPTION(StoreError, files.store(u"no/such/folder"_s, "text"));
        QCOMPARE(QDir(files.path({})).entryList(QDir::Files), QStringList());
    }

    void sweepingKeepsWhatHasARow()
    {
        const UploadFiles files(m_folder->path());
        files.store(u"kept"_s, "1");
        files.store(u"orphan"_s, "2");
        write(files.temporaryFolder() + u"/received"_s, "3");
        files.sweep({u"kept"_s});
        QCOMPARE(QDir(files.path({})).entryList(QDir::Files), QStringList{u"kept"_s});
        QCOMPARE(QDir(files.temporaryFolder()).entryList(QDir::Files), QStringList());
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

LOREDESK_TEST(tst_uploadfiles, TestUploadFiles)
#include "tst_uploadfiles.moc"
