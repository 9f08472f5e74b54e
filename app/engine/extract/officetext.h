// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

// What Word, Writer, Impress and web pages have in common once their marks are taken away.

enum class Script { Plain, Raised, Lowered };

//! Appends \a addition so that 10² does not become 102, nor x with a raised word one word with it.
void appendInScript(QString &text, const QString &addition, Script script);

//! A table in Markdown, its first row as the header; empty without any cell.
QStringList markdownTable(const QList<QStringList> &rows);

enum class NumberStyle { Decimal, LowerLetter, UpperLetter, LowerRoman, UpperRoman, None };

//! The number of a list item: 3, c, C, iii, III.
QString numeral(int number, NumberStyle style);
