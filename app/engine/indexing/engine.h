// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/retrievalsettings.h"
#include "app/engine/indexing/chunkeditor.h"
#include "app/engine/indexing/documenteditor.h"
#include "app/engine/store/childchunkstore.h"
#include "app/engine/store/chunkstore.h"
#include "app/engine/store/datasetstore.h"
#include "app/engine/store/documentstore.h"
#include "app/engine/store/store.h"
#include "app/engine/vectors/models.h"

#include <memory>

//! Everything the server does behind its wire: the data folder, the search index, extraction and indexing.
//! Thread-safe. Every function may throw StoreError; rows are addressed by their integer key.
class Engine
{
public:
    struct Options
    {
        QString folder; //!< The data folder; created with 0700 when it is not there.
        QString extractorProgram; //!< Is started with --extract for files that are not plain text.
        bool reindex = false; //!< Build the search index anew.
        ModelSettings models = {};
    };

    //! Ready to answer when it returns: what the index missed at a crash is in it, and what was being indexed goes on.
    explicit Engine(const Options &options);
    //! Stops the work at the end of its current step; it goes on with the next start.
    ~Engine();

    //! For DatasetStore, DocumentStore and ChunkStore: `const auto reading = engine.read();
    //! DatasetStore(reading.db())`.
    ReadTransaction read() const;
    //! For what the index and the indexing need not know of: metadata and tags.
    WriteTransaction write();
    //! For files that are still being received. Emptied at every start.
    QString temporaryFolder() const;
    QString uploadFile(const UploadRow &upload) const;

    const Models &models() const;
    //! Gives up what waits for a model, and all that would: the program ends.
    void stopModels();

    DatasetRow createDataset(const DatasetDraft &draft); //!< Throws NameTaken.
    //! With another model or technique, documents that miss vectors are being indexed again until they have them.
    //! Throws NotFound, NameTaken.
    DatasetRow changeDataset(qint64 dataset, const DatasetChanges &changes);
    void deleteDataset(qint64 dataset); //!< Throws NotFound.

    //! Queues it for indexing. An overwritten document keeps its id and position and gets a new batch.
    DocumentRow createDocument(qint64 dataset, const DocumentDraft &draft, SameName sameName);
    //! Keeps id and batch. Throws NotFound, DocumentNotAvailable.
    DocumentRow updateDocument(qint64 document, const DocumentDraft &draft);
    void deleteDocument(qint64 document); //!< Throws NotFound, DocumentArchived.
    //! Throws DocumentIndexing when one to be disabled is not completed, and changes none then. Those that are gone, or
    //! are in that state already, are left as they are.
    void changeDocuments(const QList<qint64> &documents, DocumentAction action);

    // Found by their new words, and not by their old ones, when these return; they throw what chunkeditor.h says.
    // Where a model fails, chunks that were to be created are returned as failed and are not stored; a chunk that was
    // to be updated is stored as failed (recordings/1.15.0: findings A2).
    QList<ChunkRow> createChunks(qint64 document, const QList<ChunkDraft> &drafts);
    ChunkRow updateChunk(qint64 chunk, const ChunkChanges &changes);
    void deleteChunk(qint64 chunk);
    //! Throws ModelError; then nothing is stored. So does updateChild().
    ChildChunkRow createChild(qint64 chunk, const QString &content);
    ChildChunkRow updateChild(qint64 row, const QString &content);
    void deleteChild(qint64 row);

    //! Best first; of parent-child documents the number of children counts. Throws NotFound, ModelError.
    QList<HitRow> retrieve(qint64 dataset, const QString &query, const RetrievalSettings &settings) const;

private:
    class Private;
    std::unique_ptr<Private> d;
};
