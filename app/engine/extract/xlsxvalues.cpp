// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/extract/xlsxvalues.h"

#include "app/engine/extract/xmlparts.h"
#include "app/engine/extract/zippackage.h"

#include <QDateTime>
#include <QLocale>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace {

bool isBuiltInDate(int format)
{
    return (format >= 14 && format <= 22) || (format >= 27 && format <= 36) || (format >= 45 && format <= 47)
           || (format >= 50 && format <= 58);
}

} // namespace

QString richText(QXmlStreamReader &xml)
{
    QString text;
    for (int depth = 1; depth > 0 && nextToken(xml);) {
        if (xml.isEndElement()) {
            --depth;
        } else if (xml.isStartElement() && xml.name() == "rPh"_L1) {
            xml.skipCurrentElement();
        } else if (xml.isStartElement() && xml.name() == "t"_L1) {
            text += xml.readElementText(QXmlStreamReader::SkipChildElements);
        } else if (xml.isStartElement()) {
            ++depth;
        }
    }
    return text;
}

QStringList sharedStrings(ZipPackage &package, const QString &part)
{
    QStringList all;
    const auto device = package.open(part);
    if (!device)
        return all;
    QXmlStreamReader xml(device.get());
    while (nextElement(xml)) {
        if (xml.name() == "si"_L1)
            all.append(richText(xml));
    }
    return all;
}

QList<bool> dateStyles(ZipPackage &package, const QString &part)
{
    QList<bool> styles;
    const auto device = package.open(part);
    if (!device)
        return styles;
    QXmlStreamReader xml(device.get());
    QHash<int, bool> custom;
    bool isInCells = false;
    while (nextToken(xml)) {
        if (xml.name() == "cellXfs"_L1)
            isInCells = xml.isStartElement();
        if (!xml.isStartElement())
            continue;
        const int id = attributeOf(xml, "numFmtId"_L1).toInt();
        if (xml.name() == "numFmt"_L1)
            custom[id] = isDateFormat(attributeOf(xml, "formatCode"_L1));
        else if (xml.name() == "xf"_L1 && isInCells)
            styles.append(custom.value(id, isBuiltInDate(id)));
    }
    return styles;
}

bool isDateFormat(const QString &format)
{
    for (qsizetype i = 0; i < format.size() && format[i] != u';'; ++i) {
        const QChar c = format[i].toLower();
        if (c == u'\\' || c == u'_' || c == u'*') {
            ++i;
        } else if (c == u'"' || c == u'[') {
            const qsizetype end = format.indexOf(c == u'"' ? u'"' : u']', i + 1);
            const QString inside = format.sliced(i + 1, qMax<qsizetype>(end - i - 1, 0)).toLower();
            if (c == u'[' && !inside.isEmpty() && inside.count(inside[0]) == inside.size()
                && u"hms"_s.contains(inside[0]))
                return true; // Hours that have passed: [h]:mm
            i = end < 0 ? format.size() : end;
        } else if (c == u'0' || c == u'#' || c == u'?' || c == u'@') {
            return false;
        } else if (c == u'y' || c == u'm' || c == u'd' || c == u'h' || c == u's') {
            return true;
        }
    }
    return false;
}

QString dateText(double serial, bool from1904)
{
    // Excel counts a 29 February 1900 that never was.
    const QDate zero = from1904 ? QDate(1904, 1, 1) : serial < 60 ? QDate(1899, 12, 31) : QDate(1899, 12, 30);
    const qint64 milliseconds = std::llround(serial * 86'400'000.0);
    const qint64 days = milliseconds / 86'400'000;
    const QTime time = QTime::fromMSecsSinceStartOfDay(int(milliseconds % 86'400'000));
    const QString clock = time.toString(time.msec() ? u"HH:mm:ss.zzz"_s : u"HH:mm:ss"_s);
    return days == 0 ? clock : zero.addDays(days).toString(u"yyyy-MM-dd "_s) + clock;
}

QString numberText(const QString &stored)
{
    const QString text = stored.trimmed();
    bool isNumber = false;
    const double value = text.toDouble(&isNumber);
    const bool isWhole = std::all_of(text.begin(), text.end(), [](QChar c) { return c.isDigit() || c == u'-'; });
    if (!isNumber || isWhole || !std::isfinite(value))
        return text;
    if (value == std::floor(value) && std::fabs(value) < 1e15)
        return text.contains(u'E', Qt::CaseInsensitive) ? QString::number(value, 'f', 0)
                                                        : QString::number(value, 'f', 1);
    return QString::number(value, 'g', QLocale::FloatingPointShortest);
}
