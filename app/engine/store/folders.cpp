// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/store/folders.h"

#include "app/engine/store/storeerror.h"

#include <QDir>
#include <QFile>

void folders::makePrivate(const QString &path)
{
    if (!QDir().mkpath(path) || !QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner))
        throw StoreError(StoreError::Kind::Io, QStringLiteral("The folder %1 cannot be made.").arg(path));
}
