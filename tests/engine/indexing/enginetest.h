// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/engine/indexing/enginehelp.h"
#include "tests/support/testmain.h"

#include <QTemporaryDir>

//! What the tests of the engine share: one on a folder of its own, with an economy dataset.
class EngineTest : public QObject
{
    Q_OBJECT

protected:
    //! For each test function; reset the engine after it.
    void renew()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        start();
        m_dataset = enginehelp::dataset(*m_engine);
    }

    void start(bool reindex = false)
    {
        m_engine.reset();
        m_engine = std::make_unique<Engine>(enginehelp::options(m_folder->path(), reindex));
    }

    qint64 create(const QString &name, const QByteArray &bytes)
    {
        return m_engine->createDocument(m_dataset.row, enginehelp::draft(name, bytes), SameName::Overwrite).row;
    }

    qint64 index(const QString &name, const QByteArray &bytes)
    {
        const auto document = enginehelp::settled(*m_engine, create(name, bytes));
        return document.stage == IndexingStatus::Stage::Completed ? document.row : -1;
    }

    QStringList find(const QString &query, int topK = 10)
    {
        return enginehelp::found(*m_engine, m_dataset.row, query, topK);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Engine> m_engine;
    DatasetRow m_dataset;
};
