// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/engine/store/connection.h"
#include "app/engine/store/fairmutex.h"

#include <memory>
#include <vector>

class Store;

//! One unchanging view of the database while it lives; any number at once, each for one thread.
class ReadTransaction
{
public:
    explicit ReadTransaction(Store &store);
    ReadTransaction(ReadTransaction &&) = default;
    ~ReadTransaction();

    Connection &db() const { return *m_connection; }

private:
    Store *m_store;
    std::unique_ptr<Connection> m_connection;
};

//! Writes that are stored all together by commit(), or not at all. One at a time: others wait for their turn in order.
class WriteTransaction
{
public:
    explicit WriteTransaction(Store &store);
    ~WriteTransaction();

    Connection &db() const;
    //! Throws StoreError (DiskFull, Io); then nothing was written.
    void commit();

private:
    Q_DISABLE_COPY_MOVE(WriteTransaction)

    Store &m_store;
    std::lock_guard<FairMutex> m_turn;
    bool m_open = true;
};

//! The database of a data folder, which is the truth. Thread-safe.
class Store
{
public:
    //! Creates what is not there yet. Throws StoreError (FolderInUse, Newer, Damaged, Io) with a sentence that names
    //! the folder, and then has changed nothing in it.
    explicit Store(const QString &folder);
    ~Store();

    const QString &folder() const { return m_folder; }

private:
    Q_DISABLE_COPY_MOVE(Store)
    friend class ReadTransaction;
    friend class WriteTransaction;

    QString databaseFile() const;
    void lockFolder();

    QString m_folder;
    std::unique_ptr<SQLite::Database> m_lock; //!< Its lock is taken away by the system when the process dies.
    std::unique_ptr<Connection> m_writer;
    FairMutex m_writing;
    std::mutex m_readersMutex;
    std::vector<std::unique_ptr<Connection>> m_readers; //!< Those that nobody uses at the moment.
};
