// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/search/searchindex.h"

#include "app/engine/search/terms.h"
#include "app/engine/search/xapianheader.h"
#include "app/log.h"

#include <QDir>
#include <QFile>
#include <QSet>

#include <mutex>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

using namespace Qt::Literals::StringLiterals;

namespace {

// The letters before a term say what it is; words are case folded, so they never begin with one of these.
constexpr char datasetPrefix = 'D';
constexpr char documentPrefix = 'O';
constexpr char languagePrefix = 'L'; // of a dataset: "L<dataset>:<language>"
constexpr char stemPrefix = 'Z';

constexpr size_t maxTermLength = 245; // bytes; Xapian throws beyond

// BM25 as Lucene has it; measured on Cranfield and XQuAD in German and Chinese, and good for all three.
const Xapian::BM25Weight &weighting()
{
    static const Xapian::BM25Weight bm25(1.2, 0, 1, 0.75, 0.5);
    return bm25;
}

constexpr auto revisionKey = "revision";

std::string bytes(const QString &text)
{
    return text.toStdString();
}

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

std::string term(char prefix, const std::string &text)
{
    return cut(prefix + text);
}

//! Stems with a memory: the words of a text repeat, and stemming is most of the work of indexing.
class Stemmer
{
public:
    explicit Stemmer(const QString &language)
        : m_stem(language.isEmpty() ? std::string("none") : bytes(language))
        , m_isActive(!language.isEmpty())
    { }

    bool isActive() const { return m_isActive; }

    const std::string &operator()(const std::string &word)
    {
        if (m_known.size() > 20'000)
            m_known.clear();
        auto [known, isNew] = m_known.try_emplace(word);
        if (isNew)
            known->second = m_stem(word);
        return known->second;
    }

private:
    Xapian::Stem m_stem;
    bool m_isActive;
    std::unordered_map<std::string, std::string> m_known;
};

//! What is written into the index and asked of it: the stem of a word, anything else as it is.
std::string termOf(const Token &token, const QString &form, Stemmer &stem)
{
    const std::string word = cut(bytes(form));
    return token.kind == Token::Kind::Word && stem.isActive() ? term(stemPrefix, stem(word)) : word;
}

bool isKnownLanguage(const QString &language)
{
    static const std::string available = ' ' + Xapian::Stem::get_available_languages() + ' ';
    return available.find(' ' + bytes(language) + ' ') != std::string::npos;
}

//! Runs \a work, and again after the writer overtook it.
template <typename Work>
auto readAgainWhenOvertaken(Xapian::Database &database, Work work)
{
    for (int attempt = 0;; ++attempt) {
        try {
            database.reopen();
            return work();
        } catch (const Xapian::DatabaseModifiedError &) {
            if (attempt == 10)
                throw;
        }
    }
}

} // namespace

class SearchIndex::Private
{
public:
    explicit Private(const QString &indexFolder)
        : folder(indexFolder)
    { }

    void open()
    {
        QDir().mkpath(folder);
        QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        try {
            openWriter(Xapian::DB_CREATE_OR_OPEN);
            std::ignore = storedRevision();
        } catch (const Xapian::DatabaseLockError &error) {
            throw SearchError(error.get_description());
        } catch (const Xapian::Error &error) {
            qCWarning(lcEngine).noquote() << "The search index is damaged and will be built anew:"
                                          << QString::fromStdString(error.get_description());
            damaged = true;
            writer = {};
            openWriter(Xapian::DB_CREATE_OR_OVERWRITE);
        }
    }

    void openWriter(int flags) { writer = Xapian::WritableDatabase(bytes(QFile::encodeName(folder)), flags); }
    static std::string bytes(const QByteArray &path) { return path.toStdString(); }

    qint64 storedRevision() const
    {
        const std::string text = writer.get_metadata(revisionKey);
        return text.empty() ? 0 : std::stoll(text);
    }

    void put(const SearchEntry &entry);
    Stemmer &stemmer(const QString &language);

    //! A handle of its own for each search that runs; kept for the next one.
    class Reader
    {
    public:
        explicit Reader(const Private &index)
            : m_index(index)
            , m_database(index.takeReader())
        { }
        ~Reader() { m_index.giveBack(std::move(m_database)); }
        Q_DISABLE_COPY_MOVE(Reader)
        Xapian::Database &database() { return m_database; }

    private:
        const Private &m_index;
        Xapian::Database m_database;
    };

    Xapian::Database takeReader() const
    {
        const std::lock_guard lock(readersMutex);
        if (readers.empty())
            return Xapian::Database(bytes(QFile::encodeName(folder)));
        Xapian::Database database = std::move(readers.back());
        readers.pop_back();
        return database;
    }
    void giveBack(Xapian::Database database) const
    {
        const std::lock_guard lock(readersMutex);
        readers.push_back(std::move(database));
    }

    const QString folder;
    bool damaged = false;
    mutable std::mutex writerMutex;
    Xapian::WritableDatabase writer;
    std::unordered_map<std::string, Stemmer> stemmers;
    mutable std::mutex readersMutex;
    mutable std::vector<Xapian::Database> readers;
};

Stemmer &SearchIndex::Private::stemmer(const QString &language)
{
    return stemmers.try_emplace(language.toStdString(), language).first->second;
}

void SearchIndex::Private::put(const SearchEntry &entry)
{
    const QString language = isKnownLanguage(entry.language) ? entry.language : QString();
    Stemmer &stem = stemmer(language);
    std::unordered_map<std::string, Xapian::termcount> counts;
    forEachToken(entry.text, TokensFor::Index, [&](const Token &token) {
        const std::string exact = termOf(token, token.text, stem);
        ++counts[exact];
        if (!token.folded.isEmpty()) {
            const std::string folded = termOf(token, token.folded, stem);
            if (folded != exact)
                ++counts[folded];
        }
    });

    Xapian::Document document;
    for (const auto &[name, count] : counts)
        document.add_term(name, count);
    document.add_boolean_term(term(datasetPrefix, ::bytes(entry.datasetId)));
    document.add_boolean_term(term(documentPrefix, ::bytes(entry.documentId)));
    document.add_boolean_term(term(languagePrefix, ::bytes(entry.datasetId + u':' + language)));
    writer.replace_document(static_cast<Xapian::docid>(entry.chunkRow), document);
}

namespace {

//! Runs \a work on the index; what Xapian throws leaves as a SearchError.
template <typename Work>
auto guarded(Work work)
{
    try {
        return work();
    } catch (const Xapian::Error &error) {
        throw SearchError(error.get_description());
    }
}

//! One for each language of the dataset, and one that leaves words as they are if it has documents of no known one.
std::vector<Stemmer> stemmersOf(const Xapian::Database &database, const QString &datasetId)
{
    const std::string prefix = term(languagePrefix, bytes(datasetId + u':'));
    std::vector<Stemmer> stemmers;
    for (auto it = database.allterms_begin(prefix); it != database.allterms_end(prefix); ++it)
        stemmers.emplace_back(QString::fromStdString((*it).substr(prefix.size())));
    return stemmers;
}

//! One token of the query: what the documents have for it, in each of their languages, counted as one word.
Xapian::Query queryOf(const Token &token, std::vector<Stemmer> &stemmers)
{
    std::set<std::string> synonyms;
    for (Stemmer &stem : stemmers)
        synonyms.insert(termOf(token, token.text, stem));
    return {Xapian::Query::OP_SYNONYM, synonyms.cbegin(), synonyms.cend()};
}

} // namespace

SearchIndex::SearchIndex(const QString &folder)
    : d(std::make_unique<Private>(folder))
{
    guarded([this] { d->open(); });
}

SearchIndex::~SearchIndex() = default;

bool SearchIndex::wasDamaged() const
{
    return d->damaged;
}

qint64 SearchIndex::revision() const
{
    const std::lock_guard lock(d->writerMutex);
    return guarded([this] { return d->storedRevision(); });
}

qint64 SearchIndex::size() const
{
    const std::lock_guard lock(d->writerMutex);
    return guarded([this] { return static_cast<qint64>(d->writer.get_doccount()); });
}

void SearchIndex::put(const QList<SearchEntry> &entries)
{
    const std::lock_guard lock(d->writerMutex);
    guarded([&] {
        for (const SearchEntry &entry : entries)
            d->put(entry);
    });
}

void SearchIndex::remove(const QList<qint64> &chunkRows)
{
    const std::lock_guard lock(d->writerMutex);
    guarded([&] {
        for (const qint64 row : chunkRows) {
            try {
                d->writer.delete_document(static_cast<Xapian::docid>(row));
            } catch (const Xapian::DocNotFoundError &) {
                continue; // it never got here: disabled from the start
            }
        }
    });
}

void SearchIndex::removeDocument(const QString &documentId)
{
    const std::lock_guard lock(d->writerMutex);
    guarded([&] { d->writer.delete_document(term(documentPrefix, bytes(documentId))); });
}

void SearchIndex::removeDataset(const QString &datasetId)
{
    const std::lock_guard lock(d->writerMutex);
    guarded([&] { d->writer.delete_document(term(datasetPrefix, bytes(datasetId))); });
}

void SearchIndex::commit(qint64 revision)
{
    const std::lock_guard lock(d->writerMutex);
    guarded([&] {
        d->writer.set_metadata(revisionKey, std::to_string(revision));
        d->writer.commit();
    });
}

void SearchIndex::clear()
{
    const std::scoped_lock lock(d->writerMutex, d->readersMutex);
    guarded([this] {
        d->readers.clear();
        d->writer = {};
        d->openWriter(Xapian::DB_CREATE_OR_OVERWRITE);
    });
}

QList<SearchHit> SearchIndex::search(const QString &datasetId, const QString &query, int topK,
                                     std::optional<double> threshold) const
{
    if (topK <= 0 || (threshold && *threshold >= 1))
        return {};
    return guarded([&] {
        Private::Reader reader(*d);
        return readAgainWhenOvertaken(reader.database(), [&] {
            std::vector<Stemmer> stemmers = stemmersOf(reader.database(), datasetId);
            std::vector<Xapian::Query> tokens;
            QSet<QString> seen;
            forEachToken(query, TokensFor::Query, [&](const Token &token) {
                if (!seen.contains(token.text)) {
                    seen.insert(token.text);
                    tokens.push_back(queryOf(token, stemmers));
                }
            });

            Xapian::Enquire enquire(reader.database());
            enquire.set_weighting_scheme(weighting());
            enquire.set_query({Xapian::Query::OP_FILTER,
                               Xapian::Query(Xapian::Query::OP_OR, tokens.cbegin(), tokens.cend()),
                               Xapian::Query(term(datasetPrefix, bytes(datasetId)))});
            QList<SearchHit> hits;
            const Xapian::MSet found = enquire.get_mset(0, static_cast<Xapian::doccount>(topK));
            for (auto it = found.begin(); it != found.end(); ++it) {
                const double score = it.get_weight() / (it.get_weight() + scoreHalf);
                if (score > 0 && score >= threshold.value_or(0))
                    hits.append({static_cast<qint64>(*it), score});
            }
            return hits;
        });
    });
}
