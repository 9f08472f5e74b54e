// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/document.h"

#include <QVariant>

//! What the columns of DocumentsModel show and are sorted by; those of \a fields stand behind its own.
namespace documentcolumns {

using Fields = QList<MetadataField>;

QString title(int column, const Fields &fields);
QString text(const Document &document, int column, const Fields &fields);
//! Numbers, and the titles above them, stand to the right.
QVariant alignment(int column, const Fields &fields);

bool isText(int column, const Fields &fields); //!< Sorted by sortText() as people sort words, else by sortNumber().
QString sortText(const Document &document, int column, const Fields &fields);
double sortNumber(const Document &document, int column, const Fields &fields);

} // namespace documentcolumns
