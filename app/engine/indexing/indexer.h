// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/engine/indexing/indexingjob.h"

#include <chrono>
#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

//! Indexes documents side by side, so that a small one never waits for a big one. Two workers index: one prefers small
//! documents, which it does in one go, the other prefers big ones, a slice of each in turn. What is big or has to be
//! read by another process is read by threads of their own, one of them for small files alone, and two more wait for
//! the vectors of all documents in turn. Small documents that are ready at about the same time share one commit of the
//! index. Thread-safe.
class Indexer
{
public:
    explicit Indexer(const IndexingJob::Tools &tools);
    //! Waits for the steps that run; what is unfinished goes on with the next start.
    ~Indexer();

    //! Ends the job of an earlier generation of the document.
    void add(const DocumentRow &document);
    // End the jobs at once, even those that wait for another process.
    void cancelDocument(qint64 document);
    void cancelDataset(qint64 dataset);

private:
    Q_DISABLE_COPY_MOVE(Indexer)
    using Job = std::shared_ptr<IndexingJob>;
    using Clock = std::chrono::steady_clock;
    using Lock = std::unique_lock<std::mutex>;

    void work(bool prefersSmall);
    void read(bool smallOnly);
    void embed();
    Job takeForIndexing(bool prefersSmall);
    Job takeForReading(bool smallOnly);
    template <typename Run>
    void run(const Job &job, Lock &lock, Run runJob);
    void sortIn(const Job &job);
    bool isFinishDue() const;
    void finish(Lock &lock);
    void fail(const Job &job, const QString &sentence, Lock &lock);
    void remove(const Job &job);
    void addAgain();
    Clock::time_point nextDue() const;

    IndexingJob::Tools m_tools;
    std::mutex m_mutex; //!< Guards what follows.
    std::condition_variable m_changed;
    std::vector<Job> m_jobs; //!< All that are not over.
    std::deque<Job> m_small;
    std::deque<Job> m_big; //!< Read; they take turns.
    std::deque<Job> m_toRead; //!< By the threads for that.
    std::deque<Job> m_toEmbed; //!< By the threads for that; they take turns.
    std::vector<Job> m_finishing;
    Clock::time_point m_finishDue; //!< Of m_finishing.
    std::deque<std::pair<Clock::time_point, DocumentRow>> m_again; //!< Whose failure could not even be stored.
    bool m_stopping = false;
    std::vector<std::thread> m_threads;
};
