// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>

//! The icons of the window.
namespace icons {

//! Keeps Qt from reading hicolor at each start, which costs a tenth of it: what programs install their own icons
//! into is no theme. Call it before the first icon is made.
void skipEmptyTheme();
//! The icon of the person's icon theme called \a themeName; without one our own drawing \a name
//! (resources/icons/<name>.svg), drawn at the size of the screen's pixels in the palette's text colour.
QIcon icon(const QString &name, const QString &themeName = {});

//! The icon of the program.
QIcon application();

} // namespace icons
