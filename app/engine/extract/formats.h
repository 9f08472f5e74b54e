// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/engine/extract/extraction.h"

// One function per format, each in its own file: what the pieces are is said in reference/wire.md §4.7.
// Those that take a text get it decoded, with lines that end in LF, without a byte order mark and NULs.

//! One piece: the text.
Extraction extractPlain(const QString &text);

//! A piece per heading section; tags outside code are dropped.
Extraction extractMarkdown(const QString &text);

//! One piece, a line per block; what is never shown (scripts, styles) is left out.
Extraction extractHtml(const QString &text);

//! A piece per row, "column: value;column: value"; empty cells are left out.
Extraction extractCsv(const QString &text);

//! The names of the sheets, then a piece per row of every sheet, "column":"value";"column":"value".
Extraction extractXlsx(const QString &path);

//! One piece, a line per paragraph, tables in Markdown, then the notes; deleted text is left out.
Extraction extractDocx(const QString &path);

//! A piece per page.
Extraction extractPdf(const QString &path);

//! A piece per slide: its text, tables in Markdown, its notes.
Extraction extractPptx(const QString &path);

//! One piece, a line per paragraph, tables in Markdown; deleted text is left out.
Extraction extractOdt(const QString &path);

//! One piece; hidden and deleted text is left out.
Extraction extractRtf(const QString &path);

//! A piece per chapter, read as HTML.
Extraction extractEpub(const QString &path);

//! A piece per message: what is in its head, its text, the names of what is attached; messages inside follow.
Extraction extractEml(const QString &path);

//! One piece, a line for each element.
Extraction extractXml(const QString &text);

//! A line for each value with its name; a piece for each object of a list that is all of the file.
Extraction extractJson(const QString &text);

//! Word before 2007, by a program that is installed for it.
Extraction extractDoc(const QString &path);

//! Excel before 2007, likewise: a piece per row.
Extraction extractXls(const QString &path);
