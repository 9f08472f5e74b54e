// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

class QXmlStreamReader;
class ZipPackage;

//! The text of a shared or inline string that \a xml stands at the start of: its runs, without phonetic guides.
QString richText(QXmlStreamReader &xml);

QStringList sharedStrings(ZipPackage &package, const QString &part);

//! For each cell style of the workbook whether it shows a number as a date or a time.
QList<bool> dateStyles(ZipPackage &package, const QString &part);

//! Whether a number format (ECMA-376 18.8.31) shows a date or a time: "yyyy-mm-dd", not "[Red]0.00 \"days\"".
bool isDateFormat(const QString &format);

//! A day count of Excel as "2024-05-01 12:00:00", or "12:00:00" below one day.
QString dateText(double serial, bool from1904);

//! A number as a person would write it: 9 for 9, 0.9876 for 0.98760000000000003.
QString numberText(const QString &stored);
