// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/indexing/engine.h"

#include "app/domain/processrule.h"
#include "app/engine/extract/extractorpool.h"
#include "app/engine/indexing/cleaner.h"
#include "app/engine/indexing/indexer.h"
#include "app/engine/indexing/indexfollower.h"
#include "app/engine/search/searchindex.h"
#include "app/engine/store/crashpoint.h"
#include "app/engine/store/storeerror.h"
#include "app/engine/store/uploadfiles.h"

#include <QDateTime>
#include <QFile>
#include <QRandomGenerator>

using Stage = IndexingStatus::Stage;

namespace {

constexpr int extractorProcesses = 3;

Stamp now()
{
    return QDateTime::currentMSecsSinceEpoch();
}

//! 20 digits: the time and six at random, as the real server makes it.
QString newBatch()
{
    return QDateTime::currentDateTime().toString(QStringLiteral("yyyyMMddHHmmss"))
           + QStringLiteral("%1").arg(QRandomGenerator::global()->bounded(1'000'000), 6, 10, QLatin1Char('0'));
}

DocumentRow required(const std::optional<DocumentRow> &document)
{
    if (!document)
        throw StoreError(StoreError::Kind::NotFound, QStringLiteral("Document not found."));
    return *document;
}

DatasetRow required(const std::optional<DatasetRow> &dataset)
{
    if (!dataset)
        throw StoreError(StoreError::Kind::NotFound, QStringLiteral("Dataset not found."));
    return *dataset;
}

//! The stages and texts of a draft in a row, which is new or to be begun anew.
void apply(const DocumentDraft &draft, DocumentRow &document)
{
    if (!draft.name.isEmpty())
        document.name = draft.name;
    if (!draft.docForm.isEmpty())
        document.docForm = draft.docForm;
    if (!draft.docLanguage.isEmpty())
        document.docLanguage = draft.docLanguage;
}

//! A dataset gets technique, form and settings with its first document.
void completeDataset(Connection &db, const DatasetRow &dataset, const DocumentDraft &draft)
{
    DatasetChanges changes;
    if (dataset.indexingTechnique.isEmpty() && !draft.indexingTechnique.isEmpty())
        changes.indexingTechnique = draft.indexingTechnique;
    if (dataset.docForm.isEmpty() && !draft.docForm.isEmpty())
        changes.docForm = draft.docForm;
    if (dataset.retrievalModel.isEmpty() && !draft.retrievalModel.isEmpty())
        changes.retrievalModel = draft.retrievalModel;
    if (changes.indexingTechnique || changes.docForm || changes.retrievalModel)
        DatasetStore(db).change(dataset.row, changes);
}

QString ruleFor(Connection &db, qint64 dataset, const DocumentDraft &draft)
{
    const DatasetStore datasets(db);
    if (!draft.processRule.isEmpty())
        return datasets.useRule(dataset, draft.processRule).id;
    if (const auto latest = datasets.latestRule(dataset))
        return latest->id;
    return datasets.useRule(dataset, ProcessRule().toJson()).id;
}

//! False when it is in that state already.
bool changeState(DocumentRow &document, DocumentAction action)
{
    const bool enabled = document.enabled;
    const bool archived = document.archived;
    if (action == DocumentAction::Enable || action == DocumentAction::Disable) {
        document.enabled = action == DocumentAction::Enable;
        document.disabledAt = document.enabled ? 0 : now();
    } else {
        document.archived = action == DocumentAction::Archive;
    }
    document.updatedAt = now();
    return document.enabled != enabled || document.archived != archived;
}

void changeDocument(Connection &db, qint64 row, DocumentAction action)
{
    auto document = DocumentStore(db).find(row);
    if (!document)
        return;
    if (action == DocumentAction::Disable && document->stage != Stage::Completed) {
        throw StoreError(StoreError::Kind::DocumentIndexing,
                         QStringLiteral("Document: %1 is not completed.").arg(document->name));
    }
    if (!changeState(*document, action))
        return;
    DocumentStore(db).saveState(*document);
    ChunkStore(db).enableAll(row, document->enabled && !document->archived, document->updatedAt);
}

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
    {
        {
            const ReadTransaction reading(store);
            uploads.sweep(DocumentStore(reading.db()).uploads());
        }
        follower.catchUp(options.reindex);
        cleaner.emplace(store, uploads, follower);
        indexer.emplace(IndexingJob::Tools{store, uploads, follower, extractor});
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

    //! Stores the bytes; their row has to follow.
    UploadRow storeUpload(const UploadDraft &draft) const
    {
        UploadRow upload{newId(), draft.name, draft.extension.toLower(), draft.mimeType, draft.bytes.size(), now()};
        if (draft.temporaryFile.isEmpty())
            uploads.store(upload.id, draft.bytes);
        else
            upload.size = uploads.takeOver(upload.id, draft.temporaryFile);
        crashPoint("upload-stored");
        return upload;
    }

    //! Begins the document anew with the draft; \a upload when it has other bytes now.
    DocumentRow restart(DocumentRow document, const DocumentDraft &draft, const std::optional<UploadRow> &upload,
                        Connection &db) const
    {
        apply(draft, document);
        const QString oldUpload = document.upload.id;
        if (upload)
            document.upload = *upload;
        document = DocumentStore(db).restart(document);
        if (upload)
            DocumentStore(db).removeUpload(oldUpload);
        return document;
    }

    //! What has to happen after the commit of a document that is to be indexed.
    void start(const DocumentRow &document, const QString &oldUpload)
    {
        crashPoint("document-committed");
        indexer->cancelDocument(document.row);
        indexer->add(document);
        if (!oldUpload.isEmpty() && oldUpload != document.upload.id)
            uploads.remove(oldUpload);
    }

    //! Stores an edit of chunks and has the index follow it at once.
    template <typename Write>
    QList<ChunkRow> edit(Write write)
    {
        QList<ChunkRow> chunks;
        {
            WriteTransaction writing(store);
            chunks = write(writing.db());
            writing.commit();
        }
        crashPoint("edit-committed");
        QList<qint64> rows;
        for (const ChunkRow &chunk : std::as_const(chunks))
            rows.append(chunk.row);
        follower.commitFirst(rows);
        return chunks;
    }

    Store store;
    UploadFiles uploads;
    SearchIndex index;
    IndexFollower follower;
    ExtractorPool extractor;
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

QString Engine::temporaryFolder() const
{
    return d->uploads.temporaryFolder();
}

QString Engine::uploadFile(const UploadRow &upload) const
{
    return d->uploads.path(upload.id);
}

DatasetRow Engine::createDataset(const DatasetDraft &draft)
{
    WriteTransaction writing(d->store);
    const auto dataset = DatasetStore(writing.db()).create(draft);
    writing.commit();
    return dataset;
}

DatasetRow Engine::changeDataset(qint64 dataset, const DatasetChanges &changes)
{
    WriteTransaction writing(d->store);
    const auto changed = DatasetStore(writing.db()).change(dataset, changes);
    writing.commit();
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
    const UploadRow upload = d->storeUpload(draft.upload.value());
    DocumentRow document;
    QString oldUpload;
    {
        WriteTransaction writing(d->store);
        Connection &db = writing.db();
        completeDataset(db, required(DatasetStore(db).find(dataset)), draft);
        const auto existing
            = sameName == SameName::Overwrite ? DocumentStore(db).findEnabled(dataset, draft.name) : std::nullopt;
        if (existing) {
            document = *existing;
            oldUpload = document.upload.id;
        }
        document.batch = newBatch();
        document.processRuleId = ruleFor(db, dataset, draft);
        if (existing) {
            document = d->restart(document, draft, upload, db);
        } else {
            document.id = newId();
            document.dataset = dataset;
            document.createdFrom = QStringLiteral("api");
            document.createdAt = now();
            document.upload = upload;
            apply(draft, document);
            document = DocumentStore(db).insert(document);
        }
        writing.commit();
    }
    d->start(document, oldUpload);
    return document;
}

DocumentRow Engine::updateDocument(qint64 row, const DocumentDraft &draft)
{
    std::optional<UploadRow> upload;
    if (draft.upload)
        upload = d->storeUpload(*draft.upload);
    DocumentRow document;
    QString oldUpload;
    {
        WriteTransaction writing(d->store);
        document = required(DocumentStore(writing.db()).find(row));
        if (displayStatus(document) != Document::Status::Available)
            throw StoreError(StoreError::Kind::DocumentNotAvailable, QStringLiteral("Document is not available"));
        oldUpload = document.upload.id;
        document.createdFrom = QStringLiteral("web"); // as the real server does (reference/wire.md §3)
        if (!draft.processRule.isEmpty())
            document.processRuleId = ruleFor(writing.db(), document.dataset, draft);
        document = d->restart(document, draft, upload, writing.db());
        writing.commit();
    }
    d->start(document, oldUpload);
    return document;
}

void Engine::deleteDocument(qint64 row)
{
    {
        WriteTransaction writing(d->store);
        if (required(DocumentStore(writing.db()).find(row)).archived)
            throw StoreError(StoreError::Kind::DocumentArchived,
                             QStringLiteral("An archived document cannot be deleted."));
        DocumentStore(writing.db()).markDeleted(row);
        writing.commit();
    }
    crashPoint("deleted");
    d->indexer->cancelDocument(row);
    d->cleaner->wake();
}

void Engine::changeDocuments(const QList<qint64> &rows, DocumentAction action)
{
    {
        WriteTransaction writing(d->store);
        for (const qint64 row : rows)
            changeDocument(writing.db(), row, action);
        writing.commit();
    }
    crashPoint("state-committed");
    // What is switched off is not found from now on, since retrieval asks the store; the index may take its time.
    if (action == DocumentAction::Disable || action == DocumentAction::Archive)
        d->follower.wake();
    else
        d->follower.commit();
}

QList<ChunkRow> Engine::createChunks(qint64 document, const QList<ChunkDraft> &drafts)
{
    return d->edit([&](Connection &db) { return chunkeditor::create(db, document, drafts); });
}

ChunkRow Engine::updateChunk(qint64 chunk, const ChunkChanges &changes)
{
    return d->edit([&](Connection &db) { return QList{chunkeditor::update(db, chunk, changes)}; }).constFirst();
}

void Engine::deleteChunk(qint64 chunk)
{
    d->edit([&](Connection &db) { return QList{chunkeditor::remove(db, chunk)}; });
}

QList<HitRow> Engine::retrieve(qint64 dataset, const QString &query, const RetrievalSettings &settings) const
{
    required(DatasetStore(read().db()).find(dataset));
    QList<HitRow> hits;
    // The index may still have what was deleted or disabled a moment ago: then more is asked for.
    for (int wanted = settings.topK;; wanted *= 2) {
        const auto found = d->index.search(QString::number(dataset), query, wanted, settings.scoreThreshold);
        const auto reading = read();
        hits.clear();
        for (const SearchHit &hit : found) {
            auto row = ChunkStore(reading.db()).findSearchable(dataset, hit.chunkRow);
            if (!row || hits.size() == settings.topK)
                continue;
            row->score = hit.score;
            hits.append(*row);
        }
        if (hits.size() == settings.topK || found.size() < wanted)
            return hits;
    }
}
