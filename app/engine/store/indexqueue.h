// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/engine/store/chunkstore.h"

//! The changes of chunks, in order of their revisions, that the search index may still have to follow.
class IndexQueue
{
public:
    explicit IndexQueue(Connection &db)
        : m_db(db)
    { }

    //! The revision of the last change there was.
    qint64 last() const;
    //! Changes up to this revision are no longer in the queue.
    qint64 cleared() const;
    //! Up to \a limit changes after \a revision, as the chunks are now.
    QList<IndexChange> changesAfter(qint64 revision, int limit) const;
    //! How these chunks, or child chunks, are now, and up to \a limit of the children of each, whatever is queued;
    //! their revision is not set.
    QList<IndexChange> changesOf(const QList<qint64> &chunks, int limit) const;
    //! Up to \a limit chunks and child chunks with a greater row, to build the index anew; their revision is not set.
    QList<IndexChange> allAfter(qint64 row, int limit) const;
    //! Deletes, by the statement \a remove, each of the rows that \a select finds in \a document, and queues them;
    //! returns how many.
    int removeRows(std::string_view select, std::string_view remove, qint64 document, int limit) const;
    //! Forgets the changes up to this revision: the index has them for good.
    void clear(qint64 upTo) const;

private:
    Connection &m_db;
};
