// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

//! The text of \a bytes in the encoding \a charset (any name that ICU knows, and ISO-8859-16); what it does not allow
//! becomes U+FFFD. A character that \a bytes end in the middle of is left out when more follows (\a isWhole is false).
QString decodeAs(const QString &charset, QByteArrayView bytes, bool isWhole = true);

//! Whether decodeAs() can decode \a charset.
bool isCharsetKnown(const QString &charset);

//! The encoding that is meant by a name on a file or by a detector: the supersets that are used in its stead
//! (windows-1252 for ISO-8859-1, GB18030 for GBK, …), as browsers do.
QString usualCharset(const QString &name);
