// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/text/keywords.h"

#include "app/engine/text/stopwords.h"

#include <QHash>

#include <unicode/ubrk.h>

#include <algorithm>
#include <cmath>
#include <memory>

namespace {

struct Candidate
{
    QString word; //!< As it was first written.
    int count = 0;
    bool isNumber = false;

    //! Words that come again tell more, and so do long ones; numbers less.
    double weight() const
    {
        return count * std::sqrt(std::min<double>(static_cast<double>(word.size()), 12)) * (isNumber ? 0.4 : 1);
    }
};

struct CloseIterator
{
    void operator()(UBreakIterator *iterator) const { ubrk_close(iterator); }
};

//! Opening one takes longer than to read a chunk.
UBreakIterator *wordIterator()
{
    thread_local const std::unique_ptr<UBreakIterator, CloseIterator> iterator = [] {
        UErrorCode error = U_ZERO_ERROR;
        return std::unique_ptr<UBreakIterator, CloseIterator>(ubrk_open(UBRK_WORD, "", nullptr, 0, &error));
    }();
    return iterator.get();
}

//! Particles and endings, which Japanese writes in Hiragana.
bool isShortHiragana(const QString &word)
{
    return word.size() <= 3
           && std::all_of(word.cbegin(), word.cend(), [](QChar c) { return c.script() == QChar::Script_Hiragana; });
}

QList<Candidate> candidates(const QString &chunk)
{
    QList<Candidate> found;
    QHash<QString, qsizetype> places;
    UBreakIterator *iterator = wordIterator();
    UErrorCode error = U_ZERO_ERROR;
    if (iterator)
        ubrk_setText(iterator, reinterpret_cast<const UChar *>(chunk.utf16()), static_cast<int32_t>(chunk.size()),
                     &error);
    if (!iterator || U_FAILURE(error))
        return found;
    int32_t from = ubrk_first(iterator);
    for (int32_t to = ubrk_next(iterator); to != UBRK_DONE; from = to, to = ubrk_next(iterator)) {
        const int32_t kind = ubrk_getRuleStatus(iterator);
        if (kind < UBRK_WORD_NUMBER || to - from < 2)
            continue;
        const QString word = chunk.mid(from, to - from);
        const QString folded = word.toCaseFolded();
        if (isStopWord(folded) || isShortHiragana(folded))
            continue;
        const auto place = places.constFind(folded);
        if (place != places.cend()) {
            ++found[*place].count;
            continue;
        }
        places.insert(folded, found.size());
        found.append({word, 1, kind < UBRK_WORD_LETTER});
    }
    return found;
}

} // namespace

QStringList keywords(const QString &chunk, int max)
{
    QList<Candidate> found = candidates(chunk);
    std::stable_sort(found.begin(), found.end(),
                     [](const Candidate &a, const Candidate &b) { return a.weight() > b.weight(); });
    QStringList words;
    for (const Candidate &candidate : found.first(std::min<qsizetype>(max, found.size())))
        words.append(candidate.word);
    return words;
}
