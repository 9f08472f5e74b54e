// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/store/store.h"

#include "app/engine/store/storeerror.h"
#include "tests/engine/store/rowmakers.h"
#include "tests/support/testmain.h"

#include <QDirIterator>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

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

//! What opening the folder says, or an empty text when it opens.
std::pair<StoreError::Kind, QString> refusal(const QString &folder)
{
    try {
        Store store(folder);
    } catch (const StoreError &error) {
        return {error.kind(), error.message()};
    }
    return {};
}

} // namespace

class TestStore : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_root = std::make_unique<QTemporaryDir>();
        m_folder = m_root->path() + u"/data"_s;
        m_file = m_folder + u"/loredesk.sqlite"_s;
    }

    void theFolderIsForItsOwnerAlone()
    {
        Store store(m_folder);
        const auto owner = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
        const auto everybody = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther
                               | QFile::WriteOther | QFile::ExeOther;
        QCOMPARE(QFile::permissions(m_folder) & owner, owner);
        QCOMPARE(QFile::permissions(m_folder) & everybody, QFile::Permissions());
    }

    void whatWasCommittedIsThereAtTheNextStart()
    {
        {
            Store store(m_folder);
            WriteTransaction writing(store);
            rowmakers::dataset(writing.db(), u"kept"_s);
            writing.commit();
        }
        Store store(m_folder);
        ReadTransaction reading(store);
        QCOMPARE(DatasetStore(reading.db()).list({}, {}).items.constFirst().name, u"kept"_s);
    }

    void whatWasNotCommittedIsNot()
    {
        Store store(m_folder);
        {
            WriteTransaction writing(store);
            rowmakers::dataset(writing.db(), u"dropped"_s);
        }
        ReadTransaction reading(store);
        QCOMPARE(DatasetStore(reading.db()).list({}, {}).total, 0);
    }

    void aReaderSeesOneStateWhileOthersWrite()
    {
        Store store(m_folder);
        ReadTransaction reading(store);
        QCOMPARE(DatasetStore(reading.db()).list({}, {}).total, 0);
        {
            WriteTransaction writing(store);
            rowmakers::dataset(writing.db(), u"new"_s);
            writing.commit();
        }
        QCOMPARE(DatasetStore(reading.db()).list({}, {}).total, 0);
        QCOMPARE(DatasetStore(ReadTransaction(store).db()).list({}, {}).total, 1);
    }

    void manyThreadsReadAndWriteAtOnce()
    {
        Store store(m_folder);
        std::vector<std::thread> threads;
        for (int thread = 0; thread < 6; ++thread) {
            threads.emplace_back([&store, thread] {
                for (int i = 0; i < 20; ++i) {
                    WriteTransaction writing(store);
                    rowmakers::dataset(writing.db(), u"%1-%2"_s.arg(thread).arg(i));
                    writing.commit();
                    ReadTransaction reading(store);
                    DatasetStore(reading.db()).list({}, {});
                }
            });
        }
        for (auto &thread : threads)
            thread.join();
        QCOMPARE(DatasetStore(ReadTransaction(store).db()).list({}, {}).total, 120);
    }

    void aSecondServerIsRefusedAndTheFirstGoesOn()
    {
        Store store(m_folder);
        const auto [kind, message] = refusal(m_folder);
        QCOMPARE(kind, StoreError::Kind::FolderInUse);
        QVERIFY2(message.contains(m_folder), qUtf8Printable(message));
        WriteTransaction writing(store);
        rowmakers::dataset(writing.db(), u"after"_s);
        writing.commit();
    }

    void aNewerDatabaseIsReportedAndNotTouched()
    {
        {
            Store store(m_folder);
            WriteTransaction writing(store);
            writing.db().execute("PRAGMA user_version = 999");
            writing.commit();
        }
        const QByteArray before = read(m_file);
        const auto [kind, message] = refusal(m_folder);
        QCOMPARE(kind, StoreError::Kind::Newer);
        QVERIFY2(message.contains(m_folder), qUtf8Printable(message));
        QCOMPARE(read(m_file), before);
    }

    void aDamagedDatabaseIsReportedAndNotTouched_data()
    {
        QTest::addColumn<int>("keep");
        QTest::addColumn<QByteArray>("instead");
        QTest::newRow("another file") << 0 << QByteArray("This is a letter to my aunt.\n").repeated(500);
        QTest::newRow("its end is missing") << 8192 << QByteArray();
        QTest::newRow("its schema is overwritten") << 100 << QByteArray(8092, 'x');
    }
    void aDamagedDatabaseIsReportedAndNotTouched()
    {
        QFETCH(const int, keep);
        QFETCH(const QByteArray, instead);
        {
            Store store(m_folder);
        }
        const QByteArray damaged = read(m_file).first(keep) + instead;
        write(m_file, damaged);
        const auto [kind, message] = refusal(m_folder);
        QCOMPARE(kind, StoreError::Kind::Damaged);
        QVERIFY2(message.contains(m_folder), qUtf8Printable(message));
        QCOMPARE(read(m_file), damaged);
    }

    void aFullDiskFailsTheOneWriteAndNothingElse()
    {
        Store store(m_folder);
        {
            WriteTransaction writing(store);
            const qint64 pages = Query(writing.db(), "PRAGMA page_count").first();
            writing.db().execute(("PRAGMA max_page_count = " + std::to_string(pages + 5)).c_str());
            const auto dataset = rowmakers::dataset(writing.db(), u"before"_s);
            rowmakers::document(writing.db(), dataset, u"before"_s);
            writing.commit();
        }
        const auto fill = [&store] {
            WriteTransaction writing(store);
            const auto datasets = DatasetStore(writing.db()).list({}, {}).items;
            DatasetDraft draft{u"too big"_s, QString(1 << 20, u'x'), {}, {}, {}};
            DatasetStore(writing.db()).create(draft);
            writing.commit();
        };
        try {
            fill();
            QFAIL("a megabyte went into five pages");
        } catch (const StoreError &error) {
            QCOMPARE(error.kind(), StoreError::Kind::DiskFull);
            QVERIFY(!error.message().isEmpty());
        }
        QCOMPARE(DatasetStore(ReadTransaction(store).db()).list({}, {}).total, 1);
        WriteTransaction writing(store);
        rowmakers::dataset(writing.db(), u"small"_s);
        writing.commit();
        QCOMPARE(DatasetStore(ReadTransaction(store).db()).list({}, {}).total, 2);
    }

private:
    std::unique_ptr<QTemporaryDir> m_root;
    QString m_folder;
    QString m_file;
};

LOREDESK_TEST(tst_store, TestStore)
#include "tst_store.moc"
