// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QXmlStreamReader>

//! The next start or end of an element or run of text; false at the end and at what is no well-formed XML. A
//! declaration of entities, which is how they explode and how they reach for other files, is an error.
bool nextToken(QXmlStreamReader &xml);

//! Moves to the next child of the element that \a xml is in; false at its end.
bool nextChild(QXmlStreamReader &xml);

//! The next start of an element, at whatever depth.
bool nextElement(QXmlStreamReader &xml);

//! The value of the attribute \a name whatever its namespace prefix is.
QString attributeOf(const QXmlStreamReader &xml, QLatin1StringView name);

//! A sentence on why reading ended early; empty when it did not.
QString xmlError(const QXmlStreamReader &xml);
