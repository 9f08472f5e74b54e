// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/text/separator.h"

#include <QHash>

using namespace Qt::Literals::StringLiterals;

namespace {

//! Digits of \a base from \a at on, at most \a count; how many there were is told in \a found.
char32_t number(const QByteArray &bytes, qsizetype at, int count, int base, int *found)
{
    int length = 0;
    const auto isDigit = [base](char c) {
        return (c >= '0' && c < '0' + qMin(base, 10)) || (base == 16 && ((c | 0x20) >= 'a' && (c | 0x20) <= 'f'));
    };
    while (length < count && at + length < bytes.size() && isDigit(bytes[at + length]))
        ++length;
    *found = length;
    return bytes.mid(at, length).toUInt(nullptr, base);
}

//! The character of the escape at \a at, which is that of the backslash, and its length there; 0 when it is none.
qsizetype readEscape(const QByteArray &bytes, qsizetype at, QString *result)
{
    static const QHash<char, char16_t> simple{{'\\', u'\\'}, {'\'', u'\''}, {'"', u'"'},  {'a', u'\a'}, {'b', u'\b'},
                                              {'f', u'\f'},  {'n', u'\n'},  {'r', u'\r'}, {'t', u'\t'}, {'v', u'\v'}};
    static const QHash<char, int> hexLengths{{'x', 2}, {'u', 4}, {'U', 8}};

    const char kind = bytes.size() > at + 1 ? bytes[at + 1] : '\0';
    if (const auto it = simple.constFind(kind); it != simple.cend()) {
        *result += QChar(*it);
        return 2;
    }
    const int wanted = hexLengths.value(kind, 0);
    int found = 0;
    const char32_t point = wanted > 0 ? number(bytes, at + 2, wanted, 16, &found) : number(bytes, at + 1, 3, 8, &found);
    if (found == 0 || found < wanted || point > QChar::LastValidCodePoint)
        return 0;
    *result += QChar::fromUcs4(point);
    return (wanted > 0 ? 2 : 1) + found;
}

} // namespace

QString decodedSeparator(const QString &written)
{
    const QByteArray bytes = written.toUtf8();
    QString result;
    for (qsizetype at = 0; at < bytes.size();) {
        const qsizetype length = bytes[at] == '\\' ? readEscape(bytes, at, &result) : 0;
        if (length == 0)
            result += QLatin1Char(bytes[at]);
        at += qMax<qsizetype>(length, 1);
    }
    return result;
}
