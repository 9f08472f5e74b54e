// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/document.h"

//! What the columns of DocumentsModel hold of a document.
namespace documentcolumns {

qint64 number(const Document &document, int column); //!< What all columns but the name are sorted by.
QString text(const Document &document, int column);
QString title(int column);

} // namespace documentcolumns
