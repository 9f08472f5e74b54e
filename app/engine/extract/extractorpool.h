// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/engine/extract/extraction.h"

#include <QThread>

#include <atomic>
#include <chrono>
#include <memory>

//! What one worker process may use before it is ended.
struct ExtractorLimits
{
    std::chrono::milliseconds time{10'000}; //!< Of work for any file, …
    std::chrono::milliseconds timePerMiB{3'000}; //!< … more for each MiB of it, …
    std::chrono::milliseconds longestTime{
        120'000}; //!< … but never more than this. On a busy computer it may last twice as long.
    qint64 residentBytes = qint64(1) << 30;
    qint64 textBytes = qint64(256) << 20; //!< Of the answer.
    int workers = 2; //!< Processes at once; further callers wait.
    int filesPerWorker = 50; //!< Then it is replaced, and what it leaked is gone.
    std::chrono::milliseconds idle{20'000}; //!< A worker without work is ended after this.
};

class ExtractorQueue;

//! Reads files in processes of their own, so that a crash, a hang or a bomb becomes one document's error and nothing
//! else. Plain text is read in the calling thread. Thread-safe.
class ExtractorPool
{
public:
    //! \a program is started with the one argument --extract and must call runExtractorWorker().
    explicit ExtractorPool(const QString &program, const ExtractorLimits &limits = {});
    //! Ends the workers. No extract() may be running.
    ~ExtractorPool();

    //! Blocks until the file is read, has failed, or \a cancelled is seen to be true (which is looked at several times
    //! a second): then the worker is ended and the error is empty, as are the pieces.
    Extraction extract(const QString &path, const QString &extension, const std::atomic_bool &cancelled);

private:
    QThread m_thread;
    std::unique_ptr<ExtractorQueue> m_queue;
};
