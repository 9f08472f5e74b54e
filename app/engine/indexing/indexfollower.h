// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/engine/search/searchindex.h"
#include "app/engine/store/fairmutex.h"
#include "app/engine/store/store.h"

#include <atomic>
#include <thread>

struct IndexChange;

//! Makes the search index follow the store: applies the queued changes in the order of their revisions, so that
//! bulk indexing, cleaning up and the gap after a crash all go the same way, in a thread of its own. Thread-safe.
class IndexFollower
{
public:
    IndexFollower(Store &store, SearchIndex &index);
    //! What is not applied yet, is at the next start.
    ~IndexFollower();

    //! To be called once, before the first answer: applies what the index missed, or builds it anew when it was
    //! damaged, belongs to another state of the store, or when \a anew.
    void catchUp(bool anew);
    //! Has what was stored applied in the background.
    void wake();
    //! The same, but returns when little of it is left, so that bulk work does not run away from its index.
    void follow();
    //! What was stored before this call is found when it returns. Calls at the same time share their work.
    //! Throws StoreError; then the changes stay queued.
    void commit();
    //! The same for these chunks or child chunks alone, before whatever else is queued; of very many children, the rest
    //! in the background.
    void commitFirst(const QList<qint64> &chunks);

private:
    void work();
    bool workOnce(bool isIdle, bool *isOpen);
    void rebuild();
    bool applySlice();
    void commitApplied();
    void put(const QList<IndexChange> &changes);
    template <typename Function>
    void guarded(Function function);

    Q_DISABLE_COPY_MOVE(IndexFollower)

    Store &m_store;
    SearchIndex &m_index;
    FairMutex m_turn; //!< Guards what follows, and the writing of the index.
    std::atomic<qint64> m_applied = 0; //!< Revision that was given to the index last.
    qint64 m_committed = 0;
    qint64 m_cleared = 0;
    int m_uncommitted = 0; //!< Changes given to the index since its last commit.

    std::mutex m_wakingMutex; //!< Guards what follows.
    std::condition_variable m_waking;
    bool m_isWanted = false;
    bool m_isStopping = false;
    std::thread m_thread;
};
