// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/store/store.h"

#include "app/engine/store/folders.h"
#include "app/engine/store/migrations.h"
#include "app/engine/store/storeerror.h"

#include <QDir>
#include <QFileInfo>

#include <sqlite3.h>

namespace {

constexpr size_t idleReaders = 4;

//! Throws unless the database can be read by this version. Changes nothing.
void inspect(const QString &folder, const QString &file)
{
    const QFileInfo info(file);
    if (!info.exists() || info.size() == 0)
        return;
    try {
        Connection connection(file, Connection::Mode::Inspect);
        const qint64 version = Query(connection, "PRAGMA user_version").first();
        if (version > migrations::latest()) {
            throw StoreError(StoreError::Kind::Newer,
                             QStringLiteral("The folder %1 was written by a newer version of Loredesk (%2, this one "
                                            "knows %3).")
                                 .arg(folder)
                                 .arg(version)
                                 .arg(migrations::latest()));
        }
        const qint64 size
            = Query(connection, "PRAGMA page_count").first() * Query(connection, "PRAGMA page_size").first();
        // Pages that are missing may still be in the log, from where SQLite takes them.
        const bool isCut = QFileInfo(file + QStringLiteral("-wal")).size() == 0 && info.size() < size;
        Query(connection, "SELECT count(*) FROM sqlite_schema").first();
        if (isCut)
            throw StoreError(StoreError::Kind::Damaged, QStringLiteral("its end is missing"));
    } catch (const StoreError &error) {
        if (error.kind() == StoreError::Kind::Newer)
            throw;
        throw StoreError(
            error.kind() == StoreError::Kind::Io ? error.kind() : StoreError::Kind::Damaged,
            QStringLiteral("The database in the folder %1 cannot be read: %2").arg(folder, error.message()));
    }
}

} // namespace

ReadTransaction::ReadTransaction(Store &store)
    : m_store(&store)
{
    {
        const std::lock_guard guard(store.m_readersMutex);
        if (!store.m_readers.empty()) {
            m_connection = std::move(store.m_readers.back());
            store.m_readers.pop_back();
        }
    }
    if (!m_connection)
        m_connection = std::make_unique<Connection>(store.databaseFile(), Connection::Mode::Read);
    m_connection->execute("BEGIN");
}

ReadTransaction::~ReadTransaction()
{
    if (!m_connection || m_connection->database().tryExec("COMMIT") != SQLITE_OK)
        return;
    const std::lock_guard guard(m_store->m_readersMutex);
    if (m_store->m_readers.size() < idleReaders)
        m_store->m_readers.push_back(std::move(m_connection));
}

WriteTransaction::WriteTransaction(Store &store)
    : m_store(store)
    , m_turn(store.m_writing)
{
    db().execute("BEGIN IMMEDIATE");
}

WriteTransaction::~WriteTransaction()
{
    // SQLite has already rolled back by itself when the disk was full.
    if (m_open && !sqlite3_get_autocommit(db().database().getHandle()))
        db().database().tryExec("ROLLBACK");
}

Connection &WriteTransaction::db() const
{
    return *m_store.m_writer;
}

void WriteTransaction::commit()
{
    db().execute("COMMIT");
    m_open = false;
}

Store::Store(const QString &folder)
    : m_folder(QDir(folder).absolutePath())
{
    folders::makePrivate(m_folder);
    lockFolder();
    inspect(m_folder, databaseFile());
    m_writer = std::make_unique<Connection>(databaseFile(), Connection::Mode::Write);
    migrations::run(*m_writer);
}

Store::~Store()
{
    m_readers.clear();
    m_writer.reset();
}

QString Store::databaseFile() const
{
    return m_folder + QStringLiteral("/loredesk.sqlite");
}

void Store::lockFolder()
{
    try {
        const QString file = m_folder + QStringLiteral("/server.lock");
        m_lock = std::make_unique<SQLite::Database>(file.toStdString(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        m_lock->exec("BEGIN EXCLUSIVE");
    } catch (const SQLite::Exception &error) {
        if (error.getErrorCode() != SQLITE_BUSY) {
            throw StoreError(
                StoreError::Kind::Io,
                QStringLiteral("The folder %1 cannot be used: %2").arg(m_folder, QString::fromUtf8(error.what())));
        }
        throw StoreError(StoreError::Kind::FolderInUse,
                         QStringLiteral("Another server is using the folder %1.").arg(m_folder));
    }
}
