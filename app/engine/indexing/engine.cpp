// SPDX-License-Identifier: GPL-3.0-or-later
// Over 300 lines: it wires the parts together, with a short function for each thing that the server does.
#include "app/engine/indexing/engine.h"

#include "app/engine/extract/extractorpool.h"
#include "app/engine/indexing/cleaner.h"
#include "app/engine/indexing/embedder.h"
#include "app/engine/indexing/indexer.h"
#include "app/engine/indexing/indexfollower.h"
#include "app/engine/indexing/retriever.h"
#include "app/engine/search/searchindex.h"
#include "app/engine/store/crashpoint.h"
#include "app/engine/store/storeerror.h"
#include "app/engine/store/uploadfiles.h"
#include "app/engine/store/uploadstore.h"
#include "app/engine/vectors/vectorindex.h"

#include <QDateTime>

namespace {

constexpr int extractorProcesses = 3;
constexpr int fewChunks = 1'000; // the index follows them within a second

} // namespace

class Engine::Private
{
public:
    explicit Private(const Options &options)
        : store(options.folder)
        , uploads(store.folder())
        , index(store.folder() + QStringLiteral("/index"))
        , follower(store, index)
        , extractor(options.extractorProgram, limits())
        , models(options.models)
        , embedder(store, models)
        , retriever(store, index, vectors, models)
    {
        {
            const ReadTransaction reading(store);
            uploads.sweep(UploadStore(reading.db()).ids());
        }
        follower.catchUp(options.reindex);
        cleaner.emplace(store, uploads, follower);
        indexer.emplace(IndexingJob::Tools{store, uploads, follower, extractor, models});
        const ReadTransaction reading(store);
        const DocumentStore documents(reading.db());
        const auto unfinished = documents.unfinished();
        for (const qint64 row : unfinished)
            indexer->add(*documents.find(row));
    }

    static ExtractorLimits limits()
    {
        ExtractorLimits limits;
        limits.workers = extractorProcesses;
        return limits;
    }

    //! Stores the bytes of the draft, then what \a write makes of them, and has that indexed.
    template <typename Write>
    DocumentRow begin(const DocumentDraft &draft, Write write)
    {
        const auto upload = draft.upload ? std::optional(storeUpload(*draft.upload)) : std::nullopt;
        documenteditor::Begun begun;
        try {
            WriteTransaction writing(store);
            begun = write(writing.db(), upload);
            writing.commit();
        } catch (...) {
            if (upload)
                uploads.remove(upload->id);
            throw;
        }
        crashPoint("document-committed");
        indexer->add(begun.document);
        if (!begun.oldUpload.isEmpty())
            uploads.remove(begun.oldUpload);
        return begun.document;
    }

    //! Begins what is not finished yet once more, with the technique and model that the dataset has now.
    void indexAgain(qint64 dataset, const QList<qint64> &documents)
    {
        indexer->cancelDataset(dataset);
        const ReadTransaction reading(store);
        for (const qint64 row : documents) {
            if (const auto document = DocumentStore(reading.db()).find(row))
                indexer->add(*document);
        }
    }

    UploadRow storeUpload(const UploadDraft &draft) const
    {
        UploadRow upload{newId(),        draft.name,         draft.extension.toLower(),
                         draft.mimeType, draft.bytes.size(), QDateTime::currentMSecsSinceEpoch()};
        if (draft.temporaryFile.isEmpty())
            uploads.store(upload.id, draft.bytes);
        else
            upload.size = uploads.takeOver(upload.id, draft.temporaryFile);
        crashPoint("upload-stored");
        return upload;
    }

    //! What \a write returns, once it is stored.
    template <typename Write>
    auto stored(Write write)
    {
        WriteTransaction writing(store);
        const auto result = write(writing.db());
        writing.commit();
        return result;
    }

    //! Has the index follow an edit of chunks or child chunks that was stored.
    template <typename Rows>
    Rows followed(const Rows &edited)
    {
        crashPoint("edit-committed");
        QList<qint64> rows;
        for (const auto &row : edited)
            rows.append(row.row);
        follower.commitFirst(rows);
        return edited;
    }

    Store store;
    UploadFiles uploads;
    SearchIndex index;
    IndexFollower follower;
    ExtractorPool extractor;
    Models models;
    VectorIndex vectors;
    Embedder embedder;
    Retriever retriever;
    // The threads, which end before what they work with.
    std::optional<Cleaner> cleaner;
    std::optional<Indexer> indexer;
};

Engine::Engine(const Options &options)
try : d(std::make_unique<Private>(options)) {
} catch (const SearchError &error) {
    throw StoreError(StoreError::Kind::Io, QStringLiteral("The search index in the folder %1 cannot be used (%2).")
                                               .arg(options.folder, QString::fromUtf8(error.what())));
}

Engine::~Engine() = default;

ReadTransaction Engine::read() const
{
    return ReadTransaction(d->store);
}

WriteTransaction Engine::write()
{
    return WriteTransaction(d->store);
}

QString Engine::temporaryFolder() const
{
    return d->uploads.temporaryFolder();
}

QString Engine::uploadFile(const UploadRow &upload) const
{
    return d->uploads.path(upload.id);
}

const Models &Engine::models() const
{
    return d->models;
}

void Engine::stopModels()
{
    d->models.stop();
}

DatasetRow Engine::createDataset(const DatasetDraft &draft)
{
    return d->stored([&](Connection &db) { return DatasetStore(db).create(draft); });
}

DatasetRow Engine::changeDataset(qint64 dataset, const DatasetChanges &changes)
{
    DatasetRow changed;
    QList<qint64> unfinished;
    {
        WriteTransaction writing(d->store);
        const auto before = DatasetStore(writing.db()).find(dataset);
        changed = DatasetStore(writing.db()).change(dataset, changes);
        if (before->hasVectors() != changed.hasVectors() || before->vectorSpace != changed.vectorSpace) {
            if (changed.hasVectors())
                DocumentStore(writing.db()).reopen(dataset);
            unfinished = DocumentStore(writing.db()).unfinished(dataset);
        }
        writing.commit();
    }
    if (!unfinished.isEmpty())
        d->indexAgain(dataset, unfinished);
    return changed;
}

void Engine::deleteDataset(qint64 dataset)
{
    {
        WriteTransaction writing(d->store);
        if (!DatasetStore(writing.db()).markDeleted(dataset))
            throw StoreError(StoreError::Kind::NotFound, QStringLiteral("Dataset not found."));
        writing.commit();
    }
    crashPoint("deleted");
    d->indexer->cancelDataset(dataset);
    d->cleaner->wake();
}

DocumentRow Engine::createDocument(qint64 dataset, const DocumentDraft &draft, SameName sameName)
{
    return d->begin(draft, [&](Connection &db, const std::optional<UploadRow> &upload) {
        return documenteditor::create(db, dataset, draft, upload.value(), sameName);
    });
}

DocumentRow Engine::updateDocument(qint64 document, const DocumentDraft &draft)
{
    return d->begin(draft, [&](Connection &db, const std::optional<UploadRow> &upload) {
        return documenteditor::update(db, document, draft, upload);
    });
}

void Engine::deleteDocument(qint64 document)
{
    {
        WriteTransaction writing(d->store);
        documenteditor::remove(writing.db(), document);
        writing.commit();
    }
    crashPoint("deleted");
    d->indexer->cancelDocument(document);
    d->cleaner->wake();
}

void Engine::changeDocuments(const QList<qint64> &documents, DocumentAction action)
{
    const int chunks = d->stored([&](Connection &db) {
        int changes = 0;
        for (const qint64 document : documents)
            changes += documenteditor::change(db, document, action);
        return changes;
    });
    crashPoint("state-committed");
    // What is switched off is not found from now on, since retrieval asks the store. What is switched on is found now,
    // or, as indexing it takes a while, little by little.
    if (chunks > 0 && chunks <= fewChunks)
        d->follower.commit();
    else
        d->follower.wake();
}

QList<ChunkRow> Engine::createChunks(qint64 document, const QList<ChunkDraft> &drafts)
{
    const auto write = [&](Connection &db) { return chunkeditor::create(db, document, drafts); };
    try {
        return d->followed(d->embedder.commit(write));
    } catch (const ModelError &error) {
        return d->embedder.failed(write, error.message());
    }
}

ChunkRow Engine::updateChunk(qint64 chunk, const ChunkChanges &changes)
{
    const auto write = [&](Connection &db) { return QList{chunkeditor::update(db, chunk, changes)}; };
    try {
        return d->followed(d->embedder.commit(write)).constFirst();
    } catch (const ModelError &error) {
        return d->followed(d->embedder.commitFailed(write, error.message())).constFirst();
    }
}

void Engine::deleteChunk(qint64 chunk)
{
    d->followed(d->stored([&](Connection &db) { return QList{chunkeditor::remove(db, chunk)}; }));
}

ChildChunkRow Engine::createChild(qint64 chunk, const QString &content)
{
    ChildChunkRow child;
    d->embedder.commit([&](Connection &db) {
        child = chunkeditor::createChild(db, chunk, content);
        return QList{*ChunkStore(db).find(child.chunk)};
    });
    return d->followed(QList{child}).constFirst();
}

ChildChunkRow Engine::updateChild(qint64 row, const QString &content)
{
    ChildChunkRow child;
    d->embedder.commit([&](Connection &db) {
        child = chunkeditor::updateChild(db, row, content);
        return QList{*ChunkStore(db).find(child.chunk)};
    });
    return d->followed(QList{child}).constFirst();
}

void Engine::deleteChild(qint64 row)
{
    d->followed(d->stored([&](Connection &db) { return QList{chunkeditor::removeChild(db, row)}; }));
}

QList<HitRow> Engine::retrieve(qint64 dataset, const QString &query, const RetrievalSettings &settings) const
{
    return d->retriever.retrieve(dataset, query, settings);
}
