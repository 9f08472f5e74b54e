// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

//! A unit of a text that can be found.
struct Token
{
    enum class Kind {
        Word, //!< To be stemmed.
        Verbatim, //!< Taken as it is: a number, a word with symbols.
        Gram, //!< Characters in a row of a script without spaces, or of Hangul.
    };

    QString text; //!< NFKC, case folded.
    QString folded; //!< The same without accents; empty when there is no difference.
    Kind kind = Kind::Word;
};

enum class TokensFor { Index, Query };

//! Cuts \a text into tokens, in order, with repetitions. Chinese, Japanese, Korean and Thai (with Lao, Khmer and
//! Burmese) become overlapping grams, so that any two characters in a row are found; a query takes the longest grams
//! that the index has.
void forEachToken(const QString &text, TokensFor purpose, const std::function<void(const Token &)> &take);
