// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/vectors/keywordscores.h"

#include "app/engine/text/keywords.h"

#include <QHash>
#include <QSet>

#include <cmath>

namespace {

QSet<QString> foldedKeywords(const QString &text)
{
    QSet<QString> folded;
    const QStringList words = keywords(text);
    for (const QString &word : words)
        folded.insert(word.toCaseFolded());
    return folded;
}

} // namespace

QList<double> keywordScores(const QString &query, const QStringList &texts)
{
    QList<QSet<QString>> words;
    QHash<QString, double> weights; // first the number of texts that have the word
    for (const QString &text : texts) {
        const QSet<QString> folded = foldedKeywords(text);
        for (const QString &word : folded)
            ++weights[word];
        words.append(folded);
    }
    for (double &weight : weights)
        weight = std::log((1 + double(texts.size())) / (1 + weight)) + 1;

    const QSet<QString> wanted = foldedKeywords(query);
    const auto squares = [&](const QSet<QString> &of, const QSet<QString> &in) {
        double sum = 0;
        for (const QString &word : of) {
            const double weight = in.contains(word) ? weights.value(word) : 0;
            sum += weight * weight;
        }
        return sum;
    };
    const double queryLength = std::sqrt(squares(wanted, wanted));
    QList<double> scores;
    for (const QSet<QString> &text : std::as_const(words)) {
        const double length = queryLength * std::sqrt(squares(text, text));
        scores.append(length > 0 ? squares(wanted, text) / length : 0);
    }
    return scores;
}
