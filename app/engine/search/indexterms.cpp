// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/search/indexterms.h"

#include "app/engine/search/searchindex.h"
#include "app/engine/search/terms.h"

#include <QSet>

#include <set>
#include <vector>

namespace indexterms {

namespace {

constexpr char datasetPrefix = 'D';
constexpr char documentPrefix = 'O';
constexpr char languagePrefix = 'L'; // "L<dataset>:<language>"
constexpr char stemPrefix = 'Z';

constexpr size_t maxTermLength = 245; // bytes; Xapian throws beyond

//! At most maxTermLength bytes, and no half character at the end.
std::string cut(std::string term)
{
    if (term.size() <= maxTermLength)
        return term;
    size_t length = maxTermLength;
    while (length > 0 && (static_cast<unsigned char>(term[length]) & 0xC0) == 0x80)
        --length;
    term.resize(length);
    return term;
}

std::string wordPrefix(const QString &datasetId)
{
    return datasetId.toStdString() + ':';
}

std::string ofLanguage(const QString &datasetId, const std::string &language)
{
    return cut(languagePrefix + wordPrefix(datasetId) + language);
}

bool isKnownLanguage(const QString &language)
{
    static const std::string available = ' ' + Xapian::Stem::get_available_languages() + ' ';
    return !language.isEmpty() && available.find(' ' + language.toStdString() + ' ') != std::string::npos;
}

//! What is written into the index and asked of it: the stem of a word, anything else as it is.
std::string termOf(const Token &token, const QString &form, Stemmer &stem)
{
    const std::string word = cut(form.toStdString());
    return token.kind == Token::Kind::Word && stem.isActive() ? stemPrefix + stem(word) : word;
}

//! One for each language of the dataset, and one that leaves words as they are if it has documents of no known one.
std::vector<Stemmer> stemmersOf(const Xapian::Database &database, const QString &datasetId)
{
    const std::string prefix = ofLanguage(datasetId, {});
    std::vector<Stemmer> stemmers;
    for (auto it = database.allterms_begin(prefix); it != database.allterms_end(prefix); ++it)
        stemmers.emplace_back(QString::fromStdString((*it).substr(prefix.size())));
    return stemmers;
}

} // namespace

Stemmer::Stemmer(const QString &language)
    : m_isActive(isKnownLanguage(language))
    , m_stem(m_isActive ? language.toStdString() : std::string("none"))
{ }

const std::string &Stemmer::operator()(const std::string &word)
{
    if (m_known.size() > 20'000)
        m_known.clear();
    auto [known, isNew] = m_known.try_emplace(word);
    if (isNew)
        known->second = m_stem(word);
    return known->second;
}

std::string ofDataset(const std::string &datasetId)
{
    return cut(datasetPrefix + datasetId);
}

std::string ofDocument(const QString &documentId)
{
    return cut(documentPrefix + documentId.toStdString());
}

std::string datasetOf(const Xapian::Database &database, Xapian::docid row)
{
    auto term = database.termlist_begin(row);
    term.skip_to(std::string(1, datasetPrefix));
    return (*term).substr(1);
}

Xapian::Document documentOf(const SearchEntry &entry, Stemmer &stem)
{
    std::unordered_map<std::string, Xapian::termcount> counts;
    forEachToken(entry.text, TokensFor::Index, [&](const Token &token) {
        const std::string exact = termOf(token, token.text, stem);
        ++counts[exact];
        if (token.folded.isEmpty())
            return;
        const std::string folded = termOf(token, token.folded, stem);
        if (folded != exact)
            ++counts[folded];
    });

    const std::string prefix = wordPrefix(entry.datasetId);
    Xapian::Document document;
    for (const auto &[name, count] : counts)
        document.add_term(cut(prefix + name), count);
    document.add_boolean_term(ofDataset(entry.datasetId.toStdString()));
    document.add_boolean_term(ofDocument(entry.documentId));
    document.add_boolean_term(ofLanguage(entry.datasetId, stem.isActive() ? entry.language.toStdString() : ""));
    return document;
}

Xapian::Query queryOf(const Xapian::Database &database, const QString &datasetId, const QString &text)
{
    std::vector<Stemmer> stemmers = stemmersOf(database, datasetId);
    std::vector<Xapian::Query> words;
    QSet<QString> seen;
    forEachToken(text, TokensFor::Query, [&](const Token &token) {
        if (seen.contains(token.text))
            return;
        seen.insert(token.text);
        std::set<std::string> synonyms;
        for (Stemmer &stem : stemmers)
            synonyms.insert(cut(wordPrefix(datasetId) + termOf(token, token.text, stem)));
        words.emplace_back(Xapian::Query::OP_SYNONYM, synonyms.cbegin(), synonyms.cend());
    });
    return {Xapian::Query::OP_OR, words.cbegin(), words.cend()};
}

Xapian::Query within(const Xapian::Query &words, const QSet<qint64> &documents)
{
    std::vector<std::string> terms;
    for (const qint64 document : documents)
        terms.push_back(ofDocument(QString::number(document)));
    return {Xapian::Query::OP_FILTER, words, {Xapian::Query::OP_OR, terms.cbegin(), terms.cend()}};
}

} // namespace indexterms
