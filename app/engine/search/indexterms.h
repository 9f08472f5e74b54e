// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/engine/search/xapianheader.h"

#include <QSet>
#include <QString>

#include <string>
#include <unordered_map>

struct SearchEntry;

//! What a chunk and a query are in the index. The letters before a term say what it is: D a dataset, O a document, L a
//! language of a dataset. Words stand behind the dataset they are in, so that their frequency there is known:
//! "<dataset>:<word>", or "<dataset>:Z<stem>", as words are case folded.
namespace indexterms {

//! Stems with a memory: the words of a text repeat, and stemming is most of the work of indexing.
class Stemmer
{
public:
    //! Leaves words as they are when there is none of that name.
    explicit Stemmer(const QString &language);

    bool isActive() const { return m_isActive; }
    const std::string &operator()(const std::string &word);

private:
    bool m_isActive;
    Xapian::Stem m_stem;
    std::unordered_map<std::string, std::string> m_known;
};

//! The term that all chunks of a dataset, or of a document, have.
std::string ofDataset(const std::string &datasetId);
std::string ofDocument(const QString &documentId);
//! The dataset of a chunk; throws DocNotFoundError.
std::string datasetOf(const Xapian::Database &database, Xapian::docid row);

//! \a stem is that of the entry's language.
Xapian::Document documentOf(const SearchEntry &entry, Stemmer &stem);
//! Each word of \a text once: what the dataset has for it in each of its languages, counted as one word.
Xapian::Query queryOf(const Xapian::Database &database, const QString &datasetId, const QString &text);

//! The same, but only in these documents.
Xapian::Query within(const Xapian::Query &words, const QSet<qint64> &documents);

} // namespace indexterms
