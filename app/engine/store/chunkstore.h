// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/page.h"
#include "app/engine/store/rows.h"

class Connection;

//! Which chunks a list has.
struct ChunkFilter
{
    QString keyword; //!< Part of the content, in capitals or not; no wildcards.
    QList<Chunk::Status> statuses; //!< Empty: all.
};

//! What the search index has to do to follow one change.
struct IndexChange
{
    qint64 revision = 0;
    qint64 chunk = 0; //!< Row of a chunk, or of a child chunk.
    bool isSearchable = false; //!< Else it is disabled or gone or searched by its children, and the rest is not set.
    qint64 dataset = 0;
    qint64 document = 0;
    QString content;
    QString answer;
    QStringList keywords;
    QString language;
};

//! The chunks. Every change of what is to be found is put into the queue of indexqueue.h in the same transaction, that
//! of their children too, and the counts of the document follow.
class ChunkStore
{
public:
    explicit ChunkStore(Connection &db)
        : m_db(db)
    { }

    //! By position.
    Page<ChunkRow> list(qint64 document, const ChunkFilter &filter, Slice slice) const;
    std::optional<ChunkRow> find(qint64 document, const QString &id) const; //!< In capitals or not.
    std::optional<ChunkRow> find(qint64 row) const; //!< Not of a deleted document.
    qint64 documentOf(qint64 row) const; //!< Of a chunk or a child chunk; 0: it is gone.
    int lastPosition(qint64 document) const; //!< 0: none.
    //! The chunk of this row, or the one whose child has it, when retrieval may show it: enabled, completed, in this
    //! dataset, not archived. No scores.
    std::optional<HitRow> findSearchable(qint64 dataset, qint64 row) const;

    //! Gives it a row. A chunk that is not completed is not yet for the index.
    ChunkRow insert(ChunkRow chunk) const;
    //! Stores content, answer, summary, keywords, hash, counts, error and stamps, its status, and whether it is enabled
    //! and was edited.
    void update(const ChunkRow &chunk) const;
    void remove(const ChunkRow &chunk) const;

    //! Up to \a limit chunks of the document that are waiting, by row, after \a row.
    QList<ChunkRow> waiting(qint64 document, qint64 row, int limit) const;
    //! Up to \a limit chunks of the document that are waiting or completed, by row, after \a row.
    QList<ChunkRow> after(qint64 document, qint64 row, int limit) const;
    //! Stores its keywords and tokens; it is searchable from now on, if it is \a enabled.
    void complete(const ChunkRow &chunk, bool enabled, Stamp now) const;
    void saveTokens(const ChunkRow &chunk) const;
    qint64 tokens(qint64 document) const; //!< Of all its chunks.
    //! Enables or disables all chunks of the document; returns how many changes that is for the index.
    int enableAll(qint64 document, bool enabled, Stamp now) const;
    //! Removes up to \a limit chunks and children of the document; returns how many. Leaves the counts alone.
    int removeSome(qint64 document, int limit) const;

private:
    Page<ChunkRow> listContaining(qint64 document, const ChunkFilter &filter, Slice slice) const;
    void addToCounts(qint64 document, int segments, int completed) const;
    void enqueue(qint64 row) const;

    Connection &m_db;
};
