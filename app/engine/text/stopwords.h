// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

//! Words that say nothing about what a text is about, in the most spoken languages that are written with spaces, and
//! in Chinese and Japanese. \a word is case folded.
bool isStopWord(const QString &word);
