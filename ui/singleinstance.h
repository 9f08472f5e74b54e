// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLockFile>
#include <QObject>

#include <future>
#include <memory>

class QLocalServer;

//! One window per data folder: the first start listens, a later one hands over its files and ends.
class SingleInstance : public QObject
{
    Q_OBJECT

public:
    //! Begins to lock \a dataDir, beside whatever is done until claim(): a lock waits for the disk.
    explicit SingleInstance(const QString &dataDir, QObject *parent = nullptr);
    ~SingleInstance() override;

    //! True when this is the first one; it then listens. Otherwise handOver() reaches the first.
    bool claim();

    //! Gives absolute paths to the window that is already open, which comes to the front. False: it does not answer.
    bool handOver(const QStringList &files);

signals:
    void filesReceived(const QStringList &files); //!< Another start handed these over; may be empty.

private:
    void accept();

    const QString m_name;
    QLockFile m_lock;
    std::future<bool> m_isLocked;
    std::unique_ptr<QLocalServer> m_server;
};
