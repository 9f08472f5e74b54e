// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/extract/extractorpool.h"

#include "app/engine/extract/extractorprocess.h"

#include <QFileInfo>

#include <deque>
#include <vector>

using namespace Qt::Literals::StringLiterals;

//! Hands jobs to workers. Lives in the pool's thread, where the processes' events come in.
class ExtractorQueue : public QObject
{
public:
    ExtractorQueue(const QString &program, const ExtractorLimits &limits)
        : m_program(program)
        , m_limits(limits)
    {
        m_watch.setInterval(100);
        connect(&m_watch, &QTimer::timeout, this, &ExtractorQueue::handOut);
    }

    void add(std::shared_ptr<ExtractorJob> job)
    {
        m_waiting.push_back(std::move(job));
        m_watch.start();
        handOut();
    }

private:
    void dropCancelled()
    {
        std::erase_if(m_waiting, [](const auto &job) {
            const bool isCancelled = job->cancelled;
            if (isCancelled)
                job->isDone.release();
            return isCancelled;
        });
    }

    void handOut()
    {
        dropCancelled();
        while (!m_waiting.empty()) {
            ExtractorProcess *worker = idleWorker();
            if (!worker)
                return;
            const auto job = m_waiting.front();
            m_waiting.pop_front();
            worker->begin(job);
        }
        m_watch.stop();
    }

    ExtractorProcess *idleWorker()
    {
        for (const auto &worker : m_workers) {
            if (worker->isIdle())
                return worker.get();
        }
        if (int(m_workers.size()) >= m_limits.workers)
            return nullptr;
        auto *worker = m_workers.emplace_back(std::make_unique<ExtractorProcess>(m_program, m_limits)).get();
        // Queued: a worker must not be removed, or be given work, in the middle of its own functions.
        connect(worker, &ExtractorProcess::becameIdle, this, &ExtractorQueue::handOut, Qt::QueuedConnection);
        connect(
            worker, &ExtractorProcess::ended, this, [this, worker] { remove(worker); }, Qt::QueuedConnection);
        return worker;
    }

    void remove(ExtractorProcess *worker)
    {
        std::erase_if(m_workers, [worker](const auto &one) { return one.get() == worker; });
        handOut();
    }

    QString m_program;
    ExtractorLimits m_limits;
    QTimer m_watch{this}; //!< Callers that give up while they wait.
    std::deque<std::shared_ptr<ExtractorJob>> m_waiting;
    std::vector<std::unique_ptr<ExtractorProcess>> m_workers;
};

ExtractorPool::ExtractorPool(const QString &program, const ExtractorLimits &limits)
    : m_queue(std::make_unique<ExtractorQueue>(program, limits))
{
    m_queue->moveToThread(&m_thread);
    m_thread.setObjectName(u"extractors"_s);
    m_thread.start();
}

ExtractorPool::~ExtractorPool()
{
    m_queue.release()->deleteLater(); // In its thread, as that one ends.
    m_thread.quit();
    m_thread.wait();
}

Extraction ExtractorPool::extract(const QString &path, const QString &extension, const std::atomic_bool &cancelled)
{
    // Nothing to fear from these, and no process to wait for.
    if (!isSupported(extension) || isPlainText(extension) || QFileInfo(path).size() == 0)
        return extractFile(path, extension);
    const auto job = std::make_shared<ExtractorJob>(path, extension, cancelled);
    QMetaObject::invokeMethod(m_queue.get(), [queue = m_queue.get(), job] { queue->add(job); });
    job->isDone.acquire();
    return job->result;
}
