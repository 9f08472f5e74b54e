// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QSet>
#include <QString>

#include <functional>
#include <memory>
#include <optional>
#include <stdexcept>

//! A chunk, or a child chunk, as the index takes it in.
struct SearchEntry
{
    qint64 chunkRow = 0; //!< The row of a chunk or child chunk, and its number in the index; 1 to 2^32 - 1.
    QString datasetId;
    QString documentId;
    QString text; //!< What is found: content, answer and keywords, separated by line breaks.
    QString language; //!< Name of a Snowball stemmer ("english"); empty: words are taken as they are.
};

//! A chunk, or a child chunk, that was found.
struct SearchHit
{
    qint64 chunkRow = 0;
    double score = 0; //!< Above 0 and below 1; depends on the query and the chunk, not on other hits or their number.

    bool operator==(const SearchHit &) const = default;
};

//! The documents that a search is restricted to.
struct SearchScope
{
    QSet<qint64> documents; //!< The numbers that are SearchEntry::documentId.
    std::function<qint64(qint64 chunkRow)> documentOf;
};

//! The index cannot be read or written; what() says why. Reading another time may help after a disk was full.
class SearchError : public std::runtime_error
{
public:
    using std::runtime_error::runtime_error;
};

//! Finds chunks by their words: BM25 over a Xapian database. It is a cache of the store and can be built anew from it.
//! One writer at a time (calls wait for each other); searches run beside it and see what was committed last.
class SearchIndex
{
public:
    //! Scores are w / (w + scoreHalf) for a BM25 weight w: a chunk of that weight has the score 0.5. A question of six
    //! words of middling rarity weighs about this much in a chunk that answers it.
    static constexpr double scoreHalf = 12;

    //! Opens the index in \a folder or makes an empty one. A damaged one is emptied: wasDamaged() says so, and
    //! revision() is 0.
    explicit SearchIndex(const QString &folder);
    ~SearchIndex();

    bool wasDamaged() const;
    //! The store's revision that was given to the last commit(); 0 for an empty index.
    qint64 revision() const;
    qint64 size() const; //!< Number of chunks.

    //! Adds the entries or replaces those with the same row. Found after commit().
    void put(const QList<SearchEntry> &entries);
    void remove(const QList<qint64> &chunkRows);
    void removeDocument(const QString &documentId);
    void removeDataset(const QString &datasetId);
    //! Makes everything since the last commit durable and searchable.
    void commit(qint64 revision);
    //! Forgets everything, to be built anew; durable at once.
    void clear();

    //! The best \a topK chunks of the dataset with a score of at least \a threshold, best first.
    QList<SearchHit> search(const QString &datasetId, const QString &query, int topK,
                            std::optional<double> threshold = {}, const std::optional<SearchScope> &scope = {}) const;

private:
    class Private;
    std::unique_ptr<Private> d;
};
