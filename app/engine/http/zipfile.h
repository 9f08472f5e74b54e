// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/engine/store/rows.h"

namespace http {

//! A file as it is packed.
struct ZipEntry
{
    QString name; //!< Any; what no folder or no other system may have in a name is replaced.
    QString path; //!< Of the bytes, which are read piece by piece.
    Stamp changedAt = 0;
};

//! Writes a ZIP archive to \a path. A name that is there already becomes "name (1)", before its extension.
//! Throws Refusal 404 when a file is gone, 507 when the disk is full, 500.
void writeZip(const QString &path, const QList<ZipEntry> &entries);

} // namespace http
