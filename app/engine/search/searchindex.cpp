// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/search/searchindex.h"

#include "app/engine/search/finder.h"
#include "app/engine/search/indexterms.h"
#include "app/log.h"

#include <QDir>
#include <QFile>

#include <mutex>
#include <string>
#include <unordered_map>
#include <vector>

namespace {

constexpr auto revisionKey = "revision";
constexpr auto lengthKey = "length:"; // and a dataset: the lengths of its chunks together, in terms

qint64 storedNumber(const Xapian::Database &database, const std::string &key)
{
    const std::string text = database.get_metadata(key);
    return text.empty() ? 0 : std::stoll(text);
}

//! Of all chunks of a dataset together, in terms.
double lengthOf(const Xapian::Database &database, const QString &datasetId)
{
    return static_cast<double>(storedNumber(database, lengthKey + datasetId.toStdString()));
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

    void openWriter(int flags) { writer = Xapian::WritableDatabase(path(), flags); }
    std::string path() const { return QFile::encodeName(folder).toStdString(); }

    qint64 storedRevision() const { return storedNumber(writer, revisionKey); }

    void put(const SearchEntry &entry);
    void remove(Xapian::docid row)
    {
        if (subtractLength(row)) // else it never got here: disabled from the start
            writer.delete_document(row);
    }
    void removeAll(const std::string &boolean);
    void commit(qint64 revision);
    bool subtractLength(Xapian::docid row);
    qint64 &length(const std::string &datasetId);
    template <typename Work>
    void write(Work work);

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
            return Xapian::Database(path());
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
    std::unordered_map<std::string, indexterms::Stemmer> stemmers;
    std::unordered_map<std::string, qint64> changedLengths; // of datasets, with what is not yet committed
    mutable std::mutex readersMutex;
    mutable std::vector<Xapian::Database> readers;
};

qint64 &SearchIndex::Private::length(const std::string &datasetId)
{
    auto [it, isNew] = changedLengths.try_emplace(datasetId);
    if (isNew)
        it->second = storedNumber(writer, lengthKey + datasetId);
    return it->second;
}

//! Returns false when there is no such chunk.
bool SearchIndex::Private::subtractLength(Xapian::docid row)
{
    if (row > writer.get_lastdocid())
        return false;
    try {
        const auto subtracted = writer.get_doclength(row);
        length(indexterms::datasetOf(writer, row)) -= subtracted;
        return true;
    } catch (const Xapian::DocNotFoundError &) {
        return false;
    }
}

void SearchIndex::Private::put(const SearchEntry &entry)
{
    indexterms::Stemmer &stem = stemmers.try_emplace(entry.language.toStdString(), entry.language).first->second;
    const auto row = static_cast<Xapian::docid>(entry.chunkRow);
    subtractLength(row);
    writer.replace_document(row, indexterms::documentOf(entry, stem));
    length(entry.datasetId.toStdString()) += writer.get_doclength(row);
}

void SearchIndex::Private::removeAll(const std::string &boolean)
{
    const std::vector<Xapian::docid> rows(writer.postlist_begin(boolean), writer.postlist_end(boolean));
    for (const Xapian::docid row : rows)
        remove(row);
}

void SearchIndex::Private::commit(qint64 revision)
{
    for (const auto &[dataset, length] : changedLengths)
        writer.set_metadata(lengthKey + dataset, length > 0 ? std::to_string(length) : std::string());
    changedLengths.clear();
    writer.set_metadata(revisionKey, std::to_string(revision));
    writer.commit();
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

} // namespace

//! An error drops what is not committed, as Xapian does.
template <typename Work>
void SearchIndex::Private::write(Work work)
{
    const std::lock_guard lock(writerMutex);
    try {
        guarded(work);
    } catch (const SearchError &) {
        changedLengths.clear();
        throw;
    }
}

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
    d->write([&] {
        for (const SearchEntry &entry : entries)
            d->put(entry);
    });
}

void SearchIndex::remove(const QList<qint64> &chunkRows)
{
    d->write([&] {
        for (const qint64 row : chunkRows)
            d->remove(static_cast<Xapian::docid>(row));
    });
}

void SearchIndex::removeDocument(const QString &documentId)
{
    d->write([&] { d->removeAll(indexterms::ofDocument(documentId)); });
}

void SearchIndex::removeDataset(const QString &datasetId)
{
    d->write([&] { d->removeAll(indexterms::ofDataset(datasetId.toStdString())); });
}

void SearchIndex::commit(qint64 revision)
{
    d->write([&] { d->commit(revision); });
}

void SearchIndex::clear()
{
    const std::scoped_lock lock(d->writerMutex, d->readersMutex);
    guarded([this] {
        d->readers.clear();
        d->changedLengths.clear();
        d->writer = {};
        d->openWriter(Xapian::DB_CREATE_OR_OVERWRITE);
    });
}

QList<SearchHit> SearchIndex::search(const QString &datasetId, const QString &query, int topK,
                                     std::optional<double> threshold, const std::optional<SearchScope> &scope) const
{
    if (topK <= 0 || (threshold && *threshold >= 1))
        return {};
    return guarded([&] {
        Private::Reader reader(*d);
        QList<SearchHit> hits = readAgainWhenOvertaken(reader.database(), [&] {
            return findChunks(reader.database(), lengthOf(reader.database(), datasetId), datasetId, query, topK, scope);
        });
        hits.removeIf([&threshold](const SearchHit &hit) { return hit.score < threshold.value_or(0); });
        return hits;
    });
}
