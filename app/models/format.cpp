// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/format.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::Literals::StringLiterals;

namespace {

struct Format
{
    Q_DECLARE_TR_FUNCTIONS(format)
};

} // namespace

namespace format {

QString count(qint64 number)
{
    return QLocale().toString(number);
}

QString bytes(qint64 number)
{
    return QLocale().formattedDataSize(number, number < 10 * 1024 ? 0 : 1);
}

QString seconds(qint64 number)
{
    if (number < 90)
        return Format::tr("%1 s").arg(count(number));
    if (number < 90 * 60)
        return Format::tr("%1 min").arg(count((number + 30) / 60));
    return Format::tr("%1 h").arg(count((number + 1800) / 3600));
}

QString relativeTime(qint64 secs, const QDateTime &now)
{
    if (secs <= 0)
        return {};
    const qint64 age = now.toSecsSinceEpoch() - secs;
    const QDateTime time = now.addSecs(-age); // in the time zone of now
    if (age < 60)
        return Format::tr("just now"); // also when the server's clock is ahead
    if (age < 3600)
        return Format::tr("%n min ago", nullptr, static_cast<int>(age / 60));
    const qint64 days = time.date().daysTo(now.date());
    if (days == 0)
        return Format::tr("today");
    if (days == 1)
        return Format::tr("yesterday");
    return QLocale().toString(time.date(), QLocale::ShortFormat);
}

QString exactTime(qint64 secs)
{
    return secs <= 0 ? QString() : QLocale().toString(QDateTime::fromSecsSinceEpoch(secs), QLocale::LongFormat);
}

QString toolTip(const QString &text)
{
    return text.isEmpty() ? QString() : "<p style='white-space:pre-wrap'>"_L1 + text.toHtmlEscaped() + "</p>"_L1;
}

} // namespace format
