// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

//! Numbers and times as people of the current locale read them.
namespace format {

QString count(qint64 number); //!< 1,204
QString bytes(qint64 number); //!< 1.2 MiB
QString seconds(qint64 number); //!< 18 s, 3 min, 2 h

//! "just now", "5 min ago", "today", "yesterday", or the date. Empty for 0. \a secs is seconds since 1970.
QString relativeTime(qint64 secs, const QDateTime &now = QDateTime::currentDateTime());
//! The exact time, for the tooltip beside relativeTime(). Empty for 0.
QString exactTime(qint64 secs);

//! Text from a server or a file for a tooltip: escaped, since Qt takes what looks like HTML for HTML.
QString toolTip(const QString &text);

} // namespace format
