// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

//! What Dify 1.15.0 splits at when \a written is a rule's separator: escapes are read as in a Python string (`\n`,
//! `\t`,
//! `\u3002`), any other character beyond ASCII turns into its UTF-8 bytes, one character each, and so matches nothing.
QString decodedSeparator(const QString &written);
