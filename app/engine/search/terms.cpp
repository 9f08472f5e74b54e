// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/search/terms.h"

#include <QList>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

//! How a run of characters is cut.
enum class Run { None, Word, Bigrams, Trigrams };

bool isIgnorable(char32_t c)
{
    return c == 0xAD || (c >= 0x200B && c <= 0x200D) || c == 0x2060 || c == 0xFEFF || c == 0x640; // the last: tatweel
}

Run runOf(char32_t c)
{
    if (!QChar::isLetterOrNumber(c) && !QChar::isMark(c))
        return Run::None;
    switch (QChar::script(c)) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Hangul:
    case QChar::Script_Bopomofo:
    case QChar::Script_Yi:
        return Run::Bigrams;
    case QChar::Script_Thai:
    case QChar::Script_Lao:
    case QChar::Script_Khmer:
    case QChar::Script_Myanmar:
    case QChar::Script_Tibetan:
        return Run::Trigrams; // few and small characters: two of them say little
    default:
        return c == 0x30FC || c == 0x3005 ? Run::Bigrams : Run::Word; // prolonged sound and repetition marks
    }
}

//! Scripts whose accents people leave out when they type. (In Indic scripts marks are vowels.)
bool dropsAccents(char32_t c)
{
    switch (QChar::script(c)) {
    case QChar::Script_Latin:
    case QChar::Script_Greek:
    case QChar::Script_Cyrillic:
    case QChar::Script_Arabic:
    case QChar::Script_Hebrew:
        return true;
    default:
        return false;
    }
}

QString withoutAccents(const QString &word)
{
    if (std::all_of(word.cbegin(), word.cend(), [](QChar c) { return c.unicode() < 0x80; }))
        return {};
    QString folded;
    bool drops = false;
    for (const char32_t c : word.normalized(QString::NormalizationForm_D).toUcs4()) {
        if (QChar::category(c) == QChar::Mark_NonSpacing && drops)
            continue;
        if (QChar::category(c) != QChar::Mark_NonSpacing)
            drops = dropsAccents(c);
        folded += QChar::fromUcs4(c);
    }
    folded = folded.normalized(QString::NormalizationForm_C);
    return folded == word ? QString() : folded;
}

class Tokenizer
{
public:
    Tokenizer(const QString &text, TokensFor purpose, const std::function<void(const Token &)> &take)
        : m_purpose(purpose)
        , m_take(take)
    {
        QString folded = text.normalized(QString::NormalizationForm_KC).toCaseFolded();
        folded.replace(u'ß', u"ss"_s);
        const auto points = folded.toUcs4();
        m_points.reserve(points.size());
        std::copy_if(points.cbegin(), points.cend(), std::back_inserter(m_points),
                     [](char32_t c) { return !isIgnorable(c); });
    }

    void run()
    {
        qsizetype at = 0;
        while (at < m_points.size()) {
            const Run kind = runOf(m_points[at]);
            qsizetype end = at + 1;
            while (end < m_points.size() && continues(kind, m_points[end]))
                ++end;
            if (kind == Run::Word)
                end = takeWord(at, end);
            else if (kind == Run::Bigrams)
                takeGrams(at, end, 2);
            else if (kind == Run::Trigrams)
                takeGrams(at, end, 3);
            at = end;
        }
    }

private:
    static bool continues(Run kind, char32_t c)
    {
        if (kind == Run::None)
            return false;
        return runOf(c) == kind || (QChar::isMark(c) && kind != Run::Word);
    }

    QString textOf(qsizetype from, qsizetype to) const
    {
        return QString::fromUcs4(reinterpret_cast<const char32_t *>(m_points.constData()) + from, to - from);
    }

    //! Returns the end: symbols that belong to the word are taken as well (c++, c#).
    qsizetype takeWord(qsizetype from, qsizetype to)
    {
        if (isClitic(from, to))
            return to;
        const QString word = textOf(from, to);
        const bool hasDigit = std::any_of(word.cbegin(), word.cend(), [](QChar c) { return c.isDigit(); });
        m_take({word, withoutAccents(word), hasDigit ? Token::Kind::Verbatim : Token::Kind::Word});

        qsizetype end = to;
        while (end < m_points.size() && end - to < 3 && (m_points[end] == U'+' || m_points[end] == U'#'))
            ++end;
        if (end > to && (end == m_points.size() || runOf(m_points[end]) == Run::None))
            m_take({textOf(from, end), {}, Token::Kind::Verbatim});
        return end;
    }

    //! The short side of an apostrophe: the "s" of "it's", the "l" of "l'eau".
    bool isClitic(qsizetype from, qsizetype to) const
    {
        const qsizetype length = to - from;
        return length <= 2 && (lettersBeyond(from - 1, -1) > length || lettersBeyond(to, 1) > length);
    }

    //! How many letters, up to three, stand on the other side of an apostrophe at \a at; 0 when there is none.
    int lettersBeyond(qsizetype at, int step) const
    {
        if (at < 0 || at >= m_points.size() || (m_points[at] != U'\'' && m_points[at] != 0x2019))
            return 0;
        int letters = 0;
        for (at += step; at >= 0 && at < m_points.size() && letters < 3 && QChar::isLetter(m_points[at]); at += step)
            ++letters;
        return letters;
    }

    void takeGrams(qsizetype from, qsizetype to, qsizetype longest)
    {
        const qsizetype length = to - from;
        const qsizetype most = std::min(longest, length);
        const qsizetype least = m_purpose == TokensFor::Query ? most : std::min(longest - 1, length);
        for (qsizetype size = least; size <= most; ++size) {
            for (qsizetype at = from; at + size <= to; ++at)
                m_take({textOf(at, at + size), {}, Token::Kind::Gram});
        }
    }

    QList<char32_t> m_points;
    TokensFor m_purpose;
    const std::function<void(const Token &)> &m_take;
};

} // namespace

void forEachToken(const QString &text, TokensFor purpose, const std::function<void(const Token &)> &take)
{
    Tokenizer(text, purpose, take).run();
}
