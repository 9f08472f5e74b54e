// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/store/migrations.h"

#include "app/engine/store/connection.h"
#include "app/engine/store/storeerror.h"
#include "tests/support/testmain.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TestMigrations : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_db = std::make_unique<Connection>(m_folder->path() + u"/db"_s, Connection::Mode::Write);
    }

    void anEmptyDatabaseBecomesTheLatestVersion()
    {
        migrations::run(*m_db);
        QCOMPARE(int(Query(*m_db, "PRAGMA user_version").first()), migrations::latest());
        QVERIFY(Query(*m_db, "SELECT count(*) FROM sqlite_schema WHERE name = 'chunks'").first() == 1);
    }

    void theLatestVersionIsLeftAlone()
    {
        migrations::run(*m_db);
        const qint64 before = Query(*m_db, "PRAGMA schema_version").first();
        migrations::run(*m_db);
        QCOMPARE(Query(*m_db, "PRAGMA schema_version").first(), before);
    }

    void aStepThatFailsLeavesNothingBehind()
    {
        m_db->execute("CREATE TABLE chunks (other INTEGER)");
        QVERIFY_THROWS_EXCEPTION(StoreError, migrations::run(*m_db));
        QCOMPARE(Query(*m_db, "PRAGMA user_version").first(), 0);
        QCOMPARE(Query(*m_db, "SELECT count(*) FROM sqlite_schema WHERE name = 'datasets'").first(), 0);
    }

    void rowsCannotBeWithoutTheirParents()
    {
        migrations::run(*m_db);
        Query orphan(*m_db, "INSERT INTO chunk_texts (chunk, hash, index_node_id, keywords, answer, content) "
                            "VALUES (5, '', '', '[]', '', '')");
        QVERIFY_THROWS_EXCEPTION(StoreError, orphan.run());
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Connection> m_db;
};

LOREDESK_TEST(tst_migrations, TestMigrations)
#include "tst_migrations.moc"
