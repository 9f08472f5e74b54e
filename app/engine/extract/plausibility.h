// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

//! The natural logarithm of how likely a person has written \a text in the best fitting of the known languages. Texts
//! that are readings of the same bytes can be compared; the number means nothing by itself. Linear in the text.
double plausibility(QStringView text);
