// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/processrule.h"

#include <QString>

//! Cleans one extracted piece as Dify 1.15.0 does (reference/wire.md §4.3): the marks `<|` and `|>` and control
//! characters go always, surplus space, web and e-mail addresses by the rule. Takes time in proportion to the text.
//! Departures on purpose: ï, ¿ and ¾ stay (the real server deletes them by mistake, "naïve" becomes "nave"), and so
//! does the alternative text of an image that holds a bracket (there it becomes "image").
QString cleaned(const QString &piece, const ProcessRule &rule);
