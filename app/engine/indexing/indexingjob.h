// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/engine/store/rows.h"

#include <QElapsedTimer>

#include <atomic>
#include <functional>

class Connection;
class ExtractorPool;
class IndexFollower;
class Models;
class Store;
class UploadFiles;
struct MissingVector;
struct TextChunk;

//! One document on its way from waiting to completed. What it stores, it stores in slices of some hundredths of a
//! second, so that documents and edits share the one writer; when the document was deleted or begun anew, the next
//! slice is not stored and the job is over. For one thread at a time, but cancel().
class IndexingJob
{
public:
    //! What the jobs work with.
    struct Tools
    {
        Store &store;
        const UploadFiles &uploads;
        IndexFollower &index;
        ExtractorPool &extractor;
        const Models &models;
    };

    enum class State {
        Reading, //!< Call read().
        Embedding, //!< Call embedSlice().
        Indexing, //!< Call indexSlice().
        Finishing, //!< Everything was given to the index: after its commit, finish() makes the document completed.
        Over, //!< Completed or failed, or void.
    };

    IndexingJob(const Tools &tools, const DocumentRow &document);

    // Never change, so that any thread may ask.
    qint64 row() const { return m_document.row; }
    qint64 generation() const { return m_document.generation; }
    qint64 dataset() const { return m_document.dataset; }
    bool isSmall() const;
    //! The text is read, cut and stored in next to no time.
    bool isQuick() const;

    const DocumentRow &document() const { return m_document; }
    State state() const { return m_state; }

    //! Takes away what an earlier run left, and stores the chunks of the text. May take minutes.
    void read();
    //! Gives some chunks their vectors; waits for the model. All of them are searchable then, whatever they were.
    void embedSlice();
    void indexSlice();
    //! To be called within a transaction that is committed afterwards.
    void finish(Connection &db);
    //! Ends the job as soon as possible, without a trace.
    void cancel() { m_cancelled = true; }
    //! Makes the document failed. Throws StoreError when not even that can be stored.
    void fail(const QString &sentence);

private:
    bool clear();
    bool begin(QJsonObject *rule);
    bool beginSplitting(const QStringList &pieces);
    bool split(QStringList pieces, const QJsonObject &rule);
    bool take(const TextChunk &text, const QString &answer);
    bool takeChild(const TextChunk &text);
    bool storeFullSlice();
    bool storeSlice();
    void beginIndexing();
    bool storeVectors(const QList<MissingVector> &missing, QHash<qint64, qint64> *tokens);
    void completeEmbedded(const QList<ChunkRow> &chunks, const QHash<qint64, qint64> &tokens);
    //! Runs \a write and commits, if the job still counts; else it is over and the answer false.
    bool write(const std::function<void(Connection &)> &write);

    struct Part
    {
        ChunkRow chunk; //!< Has a row when it is stored, and only more of its children come.
        QList<ChildChunkRow> children;
    };

    Tools m_tools;
    DocumentRow m_document;
    bool m_hasKeywords = true;
    QElapsedTimer m_timer;
    QList<Part> m_parts; //!< Cut and not stored.
    int m_unstored = 0; //!< Rows of them.
    int m_position = 0; //!< Of the chunk that was made last.
    int m_childPosition = 0; //!< Of its last child.
    qint64 m_words = 0;
    qint64 m_indexed = 0; //!< Row of the chunk that was indexed last.
    State m_state;
    std::atomic_bool m_cancelled = false;
};
