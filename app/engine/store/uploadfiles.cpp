// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/store/uploadfiles.h"

#include "app/engine/store/folders.h"
#include "app/engine/store/storeerror.h"

#include <QDir>
#include <QFile>

#include <cerrno>

#ifdef Q_OS_WIN
#include <io.h>
#else
#include <unistd.h>
#endif

namespace {

bool sync(const QFile &file)
{
#ifdef Q_OS_WIN
    return _commit(file.handle()) == 0;
#else
    return fsync(file.handle()) == 0;
#endif
}

[[noreturn]] void fail(const QFile &file)
{
    const bool isFull = errno == ENOSPC || file.error() == QFile::ResourceError;
    throw StoreError(isFull ? StoreError::Kind::DiskFull : StoreError::Kind::Io,
                     isFull ? QStringLiteral("There is no space left for the file.")
                            : QStringLiteral("The file cannot be stored (%1).").arg(file.errorString()));
}

} // namespace

UploadFiles::UploadFiles(const QString &folder)
    : m_uploads(folder + QStringLiteral("/uploads"))
    , m_temporary(folder + QStringLiteral("/incoming"))
{
    folders::makePrivate(m_uploads);
    folders::makePrivate(m_temporary);
}

void UploadFiles::store(const QString &id, const QByteArray &bytes) const
{
    QFile file(path(id));
    errno = 0;
    if (file.open(QFile::WriteOnly) && file.write(bytes) == bytes.size() && file.flush() && sync(file))
        return;
    file.remove();
    fail(file);
}

qint64 UploadFiles::takeOver(const QString &id, const QString &temporaryFile) const
{
    QFile file(temporaryFile);
    errno = 0;
    if (!file.open(QFile::ReadWrite | QFile::ExistingOnly) || !sync(file))
        fail(file);
    const qint64 size = file.size();
    file.close();
    if (!file.rename(path(id)))
        fail(file);
    return size;
}

void UploadFiles::remove(const QString &id) const
{
    QFile::remove(path(id));
}

void UploadFiles::sweep(const QSet<QString> &ids) const
{
    const auto uploads = QDir(m_uploads).entryList(QDir::Files | QDir::Hidden);
    for (const QString &id : uploads) {
        if (!ids.contains(id))
            remove(id);
    }
    QDir temporary(m_temporary);
    const auto left = temporary.entryList(QDir::Files | QDir::Hidden);
    for (const QString &name : left)
        temporary.remove(name);
}
