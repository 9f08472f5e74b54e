// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

class QPalette;

//! The colours that carry meaning. Never alone: a word always stands beside them.
namespace statuscolors {

enum class Tone { Good, Waiting, Bad, Busy, Off };

//! The colour of \a tone on the background of \a palette.
QColor color(Tone tone, const QPalette &palette);

//! The text of \a palette is lighter than its background.
bool isDark(const QPalette &palette);

} // namespace statuscolors
