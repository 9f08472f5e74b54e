// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/chunk.h"
#include "app/models/pagedlist.h"

#include <unordered_map>

//! The child chunks of the chunks of one document: those that came with a chunk, or, where servers list none with it
//! (documents of which the whole text is one chunk), those that are read page by page once somebody wants to see them.
class ChunkChildren : public QObject
{
    Q_OBJECT

public:
    using Request = std::function<Call<Page<ChildChunk>> *(const QString &chunkId, int page, int limit)>;

    using QObject::QObject;

    //! Forgets all of them, without a signal. Without a \a request chunks have the children that came with them.
    void open(Request request);
    //! A chunk is here, and its row not shown yet: no signal.
    void add(const Chunk &chunk);
    //! A chunk was read again or answered.
    void take(const Chunk &chunk);
    void forget(const QString &chunkId) { m_lists.erase(chunkId); }

    int count(const QString &chunkId) const;
    const ChildChunk &at(const QString &chunkId, int row) const { return m_lists.at(chunkId)->at(row); }
    int indexOf(const QString &chunkId, const QString &childId) const; //!< -1 when it is not here.
    //! Children on the server; -1 as long as that is not known.
    qint64 total(const QString &chunkId) const;

    bool canFetchMore(const QString &chunkId) const;
    void fetchMore(const QString &chunkId);
    void fetchAll(const QString &chunkId);
    void reload(const QString &chunkId); //!< Those that were read; the others come with their chunk.

    //! Takes over the answer of an update, or adds the answer of a create at its position.
    void put(const QString &chunkId, const ChildChunk &child);
    void remove(const QString &chunkId, const QString &childId);

signals:
    void aboutToInsert(const QString &chunkId, int first, int last);
    void inserted();
    void aboutToRemove(const QString &chunkId, int first, int last);
    void removed();
    void changed(const QString &chunkId, int first, int last);
    void stateChanged(const QString &chunkId); //!< total() or canFetchMore().
    void failed(const ApiError &error); //!< A page did not come; it is asked for again with the next fetchMore().

private:
    using List = PagedList<ChildChunk>;

    List *find(const QString &chunkId) const;
    List &read(const QString &chunkId); //!< Begins to read the children of a chunk.
    List &insert(const QString &chunkId, std::unique_ptr<List> owned);

    Request m_request;
    std::unordered_map<QString, std::unique_ptr<List>> m_lists; //!< By chunk id; of those with children or asked for.
};
