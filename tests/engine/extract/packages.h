// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QPair>
#include <QString>

//! Office files from their parts, so that a test shows what is in its file.
namespace packages {

using Parts = QList<QPair<QString, QByteArray>>;

//! Writes a ZIP archive of \a parts.
void write(const QString &path, const Parts &parts);

//! A Word document whose body is \a body; \a more parts beside it.
void writeDocx(const QString &path, const QByteArray &body, const Parts &more = {});

//! A workbook with a sheet for each of \a sheets (the content of its sheetData and what follows it).
void writeXlsx(const QString &path, const QList<QPair<QString, QByteArray>> &sheets, const Parts &more = {});

} // namespace packages
