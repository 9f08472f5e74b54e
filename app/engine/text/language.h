// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

//! The language of \a text as the name of a Snowball stemmer ("english"); empty when it is uncertain or there is no
//! stemmer for it. The first ten thousand characters decide; text that is too short to tell is uncertain. Thread-safe.
QString languageOf(const QString &text);
