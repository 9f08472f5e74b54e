// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/credentials.h"

#include "app/log.h"

#include <qt6keychain/keychain.h>

#include <QPointer>

// The jobs have no parent: they delete themselves, and one that is deleted earlier, while a person is being asked to
// unlock the keychain, is written to by libsecret afterwards.

Credentials::Credentials(const QString &service, QObject *parent)
    : QObject(parent)
    , m_service(service)
{ }

void Credentials::read(const QString &serverId, const QObject *context, const Handler &handler)
{
    auto *job = new QKeychain::ReadPasswordJob(m_service);
    job->setKey(serverId);
    began();
    connect(job, &QKeychain::Job::finished, this,
            [this, job, serverId, context = QPointer<const QObject>(context), handler] {
                ended();
                std::optional<QByteArray> key;
                if (job->error() == QKeychain::NoError) {
                    key = job->binaryData();
                } else if (job->error() != QKeychain::EntryNotFound) {
                    qCInfo(lcCredentials) << "the keychain cannot be read:" << job->errorString();
                    setPersistent(false);
                }
                const auto remembered = m_memory.constFind(serverId);
                if (remembered != m_memory.cend())
                    key = *remembered; // newer than what the keychain has
                if (context)
                    handler(key);
            });
    job->start();
}

void Credentials::write(const QString &serverId, const QByteArray &key)
{
    m_memory.insert(serverId, key);
    auto *job = new QKeychain::WritePasswordJob(m_service);
    job->setKey(serverId);
    job->setBinaryData(key);
    began();
    connect(job, &QKeychain::Job::finished, this, [this, job] {
        ended();
        if (job->error() != QKeychain::NoError) {
            qCInfo(lcCredentials) << "the keychain does not keep the key:" << job->errorString();
            setPersistent(false);
        }
    });
    job->start();
}

void Credentials::remove(const QString &serverId)
{
    m_memory.remove(serverId);
    auto *job = new QKeychain::DeletePasswordJob(m_service);
    job->setKey(serverId);
    began();
    connect(job, &QKeychain::Job::finished, this, &Credentials::ended);
    job->start();
}

void Credentials::began()
{
    ++m_pending;
    emit pendingChanged();
}

void Credentials::ended()
{
    --m_pending;
    emit pendingChanged();
}

void Credentials::setPersistent(bool persistent)
{
    if (persistent == m_isPersistent)
        return;
    m_isPersistent = persistent;
    emit persistentChanged();
}
