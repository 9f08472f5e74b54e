// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/engine/store/rows.h"

#include <functional>

class Connection;
class Models;
class Store;

//! Stores edits of chunks together with the vectors of their texts. Thread-safe.
class Embedder
{
public:
    Embedder(Store &store, const Models &models)
        : m_store(store)
        , m_models(models)
    { }

    //! Commits what \a write makes in a transaction, and the vectors that its chunks and their children then miss.
    //! Runs it once or more before that in transactions that are not committed, to learn the texts: nobody waits for a
    //! model while the store is locked. Throws ModelError; then nothing is stored.
    QList<ChunkRow> commit(const std::function<QList<ChunkRow>(Connection &)> &write) const;
    //! The same without vectors: the chunks are stored as failed, with the reason.
    QList<ChunkRow> commitFailed(const std::function<QList<ChunkRow>(Connection &)> &write,
                                 const QString &reason) const;
    //! What \a write would make, as failed, with the reason; it is not stored.
    QList<ChunkRow> failed(const std::function<QList<ChunkRow>(Connection &)> &write, const QString &reason) const;

private:
    Store &m_store;
    const Models &m_models;
};
