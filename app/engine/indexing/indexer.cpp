// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/indexing/indexer.h"

#include "app/engine/indexing/indexfollower.h"
#include "app/engine/store/crashpoint.h"
#include "app/engine/store/store.h"
#include "app/engine/store/storeerror.h"
#include "app/log.h"

#include <algorithm>

#ifdef __GLIBC__
#include <malloc.h>
#endif

using namespace std::chrono_literals;
using State = IndexingJob::State;

namespace {

constexpr int embeddingThreads = 2; // requests at once: an endpoint is seldom faster with more
constexpr size_t finishTogether = 32;
constexpr auto finishWait = 30ms;
constexpr auto againWait = 5s;

template <typename Queue>
auto takeFirst(Queue &queue)
{
    auto first = queue.front();
    queue.pop_front();
    return first;
}

//! The texts of a big document leave tens of megabytes behind that the allocator would keep.
void giveMemoryBack()
{
#ifdef __GLIBC__
    malloc_trim(0);
#endif
}

} // namespace

Indexer::Indexer(const IndexingJob::Tools &tools)
    : m_tools(tools)
{
    for (const bool prefersSmall : {true, false})
        m_threads.emplace_back([this, prefersSmall] { work(prefersSmall); });
    for (const bool smallOnly : {true, false, false})
        m_threads.emplace_back([this, smallOnly] { read(smallOnly); });
    for (int i = 0; i < embeddingThreads; ++i)
        m_threads.emplace_back([this] { embed(); });
}

Indexer::~Indexer()
{
    {
        const Lock lock(m_mutex);
        m_stopping = true;
        for (const Job &job : m_jobs)
            job->cancel();
    }
    m_changed.notify_all();
    for (auto &thread : m_threads)
        thread.join();
}

void Indexer::add(const DocumentRow &document)
{
    const Lock lock(m_mutex);
    for (const Job &job : m_jobs) {
        if (job->row() != document.row)
            continue;
        if (job->generation() > document.generation)
            return; // two callers came in another order than their transactions
        job->cancel();
    }
    const auto job = std::make_shared<IndexingJob>(m_tools, document);
    m_jobs.push_back(job);
    sortIn(job);
}

void Indexer::cancelDocument(qint64 document)
{
    const Lock lock(m_mutex);
    for (const Job &job : m_jobs) {
        if (job->row() == document)
            job->cancel();
    }
}

void Indexer::cancelDataset(qint64 dataset)
{
    const Lock lock(m_mutex);
    for (const Job &job : m_jobs) {
        if (job->dataset() == dataset)
            job->cancel();
    }
}

void Indexer::work(bool prefersSmall)
{
    Lock lock(m_mutex);
    while (!m_stopping) {
        addAgain();
        if (isFinishDue()) {
            finish(lock);
        } else if (const Job job = takeForIndexing(prefersSmall)) {
            run(job, lock, [&job] {
                if (job->state() == State::Reading)
                    job->read();
                if (job->state() == State::Indexing)
                    job->indexSlice();
                while (job->isSmall() && job->state() == State::Indexing)
                    job->indexSlice();
            });
        } else {
            m_changed.wait_until(lock, nextDue());
        }
    }
    if (!m_finishing.empty())
        finish(lock);
}

void Indexer::read(bool smallOnly)
{
    Lock lock(m_mutex);
    while (!m_stopping) {
        const Job job = takeForReading(smallOnly);
        if (!job) {
            m_changed.wait(lock);
            continue;
        }
        run(job, lock, [&job] {
            job->read();
            if (!job->isSmall())
                giveMemoryBack();
        });
    }
}

void Indexer::embed()
{
    Lock lock(m_mutex);
    while (!m_stopping) {
        if (m_toEmbed.empty())
            m_changed.wait(lock);
        else if (const Job job = takeFirst(m_toEmbed))
            run(job, lock, [&job] { job->embedSlice(); });
    }
}

Indexer::Job Indexer::takeForIndexing(bool prefersSmall)
{
    std::deque<Job> &queue = m_big.empty() || (prefersSmall && !m_small.empty()) ? m_small : m_big;
    return queue.empty() ? nullptr : takeFirst(queue);
}

Indexer::Job Indexer::takeForReading(bool smallOnly)
{
    const auto found = std::find_if(m_toRead.begin(), m_toRead.end(),
                                    [smallOnly](const Job &job) { return !smallOnly || job->isSmall(); });
    if (found == m_toRead.end())
        return nullptr;
    const Job job = *found;
    m_toRead.erase(found);
    return job;
}

//! Runs something of the job without the lock and sorts it in again.
template <typename Run>
void Indexer::run(const Job &job, Lock &lock, Run runJob)
{
    lock.unlock();
    QString error;
    try {
        runJob();
    } catch (const StoreError &failure) {
        error = failure.message();
    } catch (const std::exception &failure) {
        error = QString::fromUtf8(failure.what());
    }
    lock.lock();
    if (error.isEmpty())
        sortIn(job);
    else
        fail(job, error, lock);
}

void Indexer::sortIn(const Job &job)
{
    switch (job->state()) {
    case State::Reading:
        (job->isQuick() ? m_small : m_toRead).push_back(job);
        break;
    case State::Embedding:
        m_toEmbed.push_back(job);
        break;
    case State::Indexing:
        (job->isSmall() ? m_small : m_big).push_back(job);
        break;
    case State::Finishing:
        if (m_finishing.empty())
            m_finishDue = Clock::now() + finishWait;
        m_finishing.push_back(job);
        break;
    case State::Over:
        remove(job);
        break;
    }
    m_changed.notify_all();
}

bool Indexer::isFinishDue() const
{
    if (m_finishing.empty())
        return false;
    // With nothing else small to do there is nothing to wait for.
    return m_small.empty() || m_finishing.size() >= finishTogether || Clock::now() >= m_finishDue;
}

void Indexer::finish(Lock &lock)
{
    const auto jobs = std::exchange(m_finishing, {});
    lock.unlock();
    QString error;
    try {
        m_tools.index.commit();
        WriteTransaction writing(m_tools.store);
        for (const Job &job : jobs)
            job->finish(writing.db());
        writing.commit();
        crashPoint("completed");
    } catch (const StoreError &failure) {
        error = failure.message();
    }
    lock.lock();
    for (const Job &job : jobs) {
        if (error.isEmpty())
            remove(job);
        else
            fail(job, error, lock);
    }
}

void Indexer::fail(const Job &job, const QString &sentence, Lock &lock)
{
    lock.unlock();
    bool isStored = true;
    try {
        job->fail(sentence);
    } catch (const StoreError &error) {
        qCWarning(lcEngine).noquote() << "A document is tried again, since its failure cannot be stored:"
                                      << error.message();
        isStored = false;
    }
    lock.lock();
    if (!isStored)
        m_again.emplace_back(Clock::now() + againWait, job->document());
    remove(job);
    m_changed.notify_all();
}

void Indexer::remove(const Job &job)
{
    m_jobs.erase(std::find(m_jobs.begin(), m_jobs.end(), job));
    if (!job->isSmall())
        giveMemoryBack();
}

void Indexer::addAgain()
{
    while (!m_again.empty() && m_again.front().first <= Clock::now()) {
        const auto job = std::make_shared<IndexingJob>(m_tools, takeFirst(m_again).second);
        m_jobs.push_back(job);
        sortIn(job);
    }
}

Indexer::Clock::time_point Indexer::nextDue() const
{
    auto due = Clock::now() + 1h;
    if (!m_finishing.empty())
        due = std::min(due, m_finishDue);
    if (!m_again.empty())
        due = std::min(due, m_again.front().first);
    return due;
}
