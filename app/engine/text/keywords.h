// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

//! The words that tell most about \a chunk, best first, as they are first written in it: at most \a max, for any
//! language. Thread-safe.
QStringList keywords(const QString &chunk, int max = 10);
