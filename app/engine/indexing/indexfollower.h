// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/engine/search/searchindex.h"
#include "app/engine/store/fairmutex.h"
#include "app/engine/store/store.h"

struct IndexChange;

//! Makes the search index follow the store: applies the queued changes in the order of their revisions, so that an
//! edit, bulk indexing and the gap after a crash all go the same way. Thread-safe.
class IndexFollower
{
public:
    IndexFollower(Store &store, SearchIndex &index);

    //! To be called once, before the first answer: applies what the index missed, or builds it anew when it was
    //! damaged, belongs to another state of the store, or when \a anew.
    void catchUp(bool anew);
    //! Applies what was stored. It is found at the next commit(), which comes by itself after some thousand changes.
    //! Throws StoreError.
    void apply();
    //! What was stored before this call is found when it returns. Calls at the same time share their work.
    //! Throws StoreError; then the changes stay queued.
    void commit();

private:
    void rebuild();
    void applyQueued();
    void commitApplied();
    void put(const QList<IndexChange> &changes);
    template <typename Function>
    void guarded(Function function);

    Store &m_store;
    SearchIndex &m_index;
    FairMutex m_turn; //!< Guards what follows, and the writing of the index.
    qint64 m_applied = 0; //!< Revision that was given to the index last.
    qint64 m_committed = 0;
    qint64 m_cleared = 0;
    int m_uncommitted = 0; //!< Changes given to the index since its last commit.
};
