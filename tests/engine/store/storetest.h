// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/engine/store/rowmakers.h"
#include "tests/support/testmain.h"

#include <QTemporaryDir>
#include <QTest>

//! What the tests of the store classes share: a transaction in a store of its own.
class StoreTest : public QObject
{
    Q_OBJECT

protected:
    //! An empty one for each test function.
    void renew()
    {
        m_writing.reset();
        m_store.reset();
        m_folder = std::make_unique<QTemporaryDir>();
        m_store = std::make_unique<Store>(m_folder->path());
        m_writing = std::make_unique<WriteTransaction>(*m_store);
    }

    Connection &db() const { return m_writing->db(); }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Store> m_store;
    std::unique_ptr<WriteTransaction> m_writing;
};
