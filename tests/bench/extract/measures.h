// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/engine/extract/extractorpool.h"

//! How much of what is in a folder of data is read rightly. Each prints a line for every file that is not, and a sum.
namespace measures {

//! formats/<extension>/<file> with <file>.expected.txt: the share of the expected words that are found.
void formats(ExtractorPool &pool, const QString &folder);

//! index.tsv: file, true encoding, language.
void encodings(const QString &folder);

//! manifest.tsv: file, attack, acceptable outcome; prints every answer with the time it took.
void hostile(ExtractorPool &pool, const QString &folder);

} // namespace measures
