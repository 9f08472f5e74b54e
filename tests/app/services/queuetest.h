// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/services/indexingwatcher.h"
#include "app/services/transferqueue.h"
#include "tests/app/services/fakedataset.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

//! What the tests of the queue share: one that sends to a FakeDataset, server "s", and files to send.
class QueueTest : public QObject
{
    Q_OBJECT

protected:
    using State = Transfer::State;

    //! For each test function; close() after it.
    void renew(int firstPause = 1)
    {
        close();
        m_dir = std::make_unique<QTemporaryDir>();
        m_dataset = std::make_unique<FakeDataset>();
        m_watcher = std::make_unique<IndexingWatcher>();
        m_watcher->setServer(QStringLiteral("s"), m_dataset->api, 200);
        m_queue = std::make_unique<TransferQueue>(*m_watcher);
        m_queue->setFirstPause(firstPause);
        m_queue->setServer(QStringLiteral("s"), m_dataset->api, m_dataset->pipelines);
    }

    void close()
    {
        m_queue.reset();
        m_watcher.reset();
        m_dataset.reset();
    }

    TransferRequest file(const QString &name, OnSameName onSameName = OnSameName::KeepBoth,
                         const QByteArray &content = "some text") const
    {
        QFile made(m_dir->filePath(name));
        if (!made.open(QIODevice::WriteOnly) || made.write(content) != content.size())
            qFatal("cannot write %s", qPrintable(made.fileName()));
        made.close();
        return request(name, onSameName);
    }

    //! Of what is there under that name.
    TransferRequest request(const QString &name, OnSameName onSameName = OnSameName::KeepBoth) const
    {
        TransferRequest request;
        request.serverId = QStringLiteral("s");
        request.datasetId = QStringLiteral("d");
        request.path = m_dir->filePath(name);
        request.name = name;
        request.onSameName = onSameName;
        takeFileAsItIs(request);
        return request;
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<FakeDataset> m_dataset;
    std::unique_ptr<IndexingWatcher> m_watcher;
    std::unique_ptr<TransferQueue> m_queue;
};
