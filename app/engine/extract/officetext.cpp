// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/extract/officetext.h"

using namespace Qt::Literals::StringLiterals;

namespace {

//! The characters that Unicode has raised and lowered; empty when one of \a text is not among them.
QString formOf(const QString &text, Script script)
{
    static const QString plain = u"0123456789+-=()ni"_s;
    static const QString raised = u"⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ"_s;
    static const QString lowered = u"₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₙᵢ"_s;
    QString out;
    for (const QChar c : text) {
        const qsizetype at = plain.indexOf(c);
        if (at < 0)
            return {};
        out += script == Script::Raised ? raised[at] : lowered[at];
    }
    return out;
}

QString letters(int number, QChar first)
{
    // As Word has it: z is followed by aa, then bb.
    return QString((number - 1) / 26 + 1, QChar(first.unicode() + (number - 1) % 26));
}

QString roman(int number)
{
    struct Step
    {
        int value;
        QLatin1StringView letters;
    };
    static constexpr Step steps[]
        = {{1000, "m"_L1}, {900, "cm"_L1}, {500, "d"_L1}, {400, "cd"_L1}, {100, "c"_L1}, {90, "xc"_L1}, {50, "l"_L1},
           {40, "xl"_L1},  {10, "x"_L1},   {9, "ix"_L1},  {5, "v"_L1},    {4, "iv"_L1},  {1, "i"_L1}};
    QString out;
    for (const Step &step : steps) {
        for (; number >= step.value; number -= step.value)
            out += step.letters;
    }
    return out;
}

} // namespace

void appendInScript(QString &text, const QString &addition, Script script)
{
    const QString form = script == Script::Plain ? addition : formOf(addition.trimmed(), script);
    if (!form.isEmpty() || addition.isEmpty()) {
        text += form;
        return;
    }
    const bool meet = !text.isEmpty() && text.back().isLetterOrNumber() && addition.front().isLetterOrNumber();
    const bool isOrdinal = meet && text.back().isDigit() && addition.size() <= 3 && addition.front().isLetter();
    if (!meet || isOrdinal)
        text += addition; // 1st
    else
        text += (script == Script::Raised ? u"^("_s : u"_("_s) + addition + u')';
}

QStringList markdownTable(const QList<QStringList> &rows)
{
    qsizetype width = 0;
    for (const QStringList &row : rows)
        width = qMax(width, row.size());
    QStringList out;
    for (qsizetype i = 0; i < rows.size() && width > 0; ++i) {
        out.append(u"| "_s + rows[i].join(" | "_L1) + u" |"_s + u"  |"_s.repeated(width - rows[i].size()));
        if (i == 0)
            out.append(u"|"_s + u" --- |"_s.repeated(width));
    }
    return out;
}

QString numeral(int number, NumberStyle style)
{
    const bool isSmall = number > 0 && number < 4000; // Beyond, letters and Roman numerals are rows of one letter.
    switch (style) {
    case NumberStyle::LowerLetter:
        return isSmall ? letters(number, u'a') : QString::number(number);
    case NumberStyle::UpperLetter:
        return isSmall ? letters(number, u'A') : QString::number(number);
    case NumberStyle::LowerRoman:
        return isSmall ? roman(number) : QString::number(number);
    case NumberStyle::UpperRoman:
        return isSmall ? roman(number).toUpper() : QString::number(number);
    case NumberStyle::None:
        return {};
    case NumberStyle::Decimal:
        break;
    }
    return QString::number(number);
}
