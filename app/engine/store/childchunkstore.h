// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/page.h"
#include "app/engine/store/rows.h"

class Connection;

//! The child chunks. A change is not queued for the index by itself: where a chunk and its children are changed
//! together, ChunkStore does that once; for one child alone there is enqueue().
class ChildChunkStore
{
public:
    explicit ChildChunkStore(Connection &db)
        : m_db(db)
    { }

    //! By position. \a keyword: part of the content, in capitals or not; empty: all.
    Page<ChildChunkRow> list(qint64 chunk, const QString &keyword, Slice slice) const;
    QList<ChildChunkRow> all(qint64 chunk) const; //!< By position.
    std::optional<ChildChunkRow> find(qint64 chunk, const QString &id) const; //!< In capitals or not.
    std::optional<ChildChunkRow> find(qint64 row) const;
    int lastPosition(qint64 chunk) const; //!< 0: none.

    //! Gives it a row.
    ChildChunkRow insert(ChildChunkRow child) const;
    //! Stores content, type, count and stamp.
    void update(const ChildChunkRow &child) const;
    void remove(const ChildChunkRow &child) const;
    //! Removes all children of the chunk, and queues that.
    void removeAll(qint64 chunk) const;
    //! Removes up to \a limit children of the document's chunks, and queues that; returns how many.
    int removeSome(qint64 document, int limit) const;
    //! To be called after a change of this child, which the index then follows.
    void enqueue(qint64 row) const;

private:
    Connection &m_db;
};
