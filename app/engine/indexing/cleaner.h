// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <condition_variable>
#include <mutex>
#include <thread>

class IndexFollower;
class Store;
class UploadFiles;

//! Takes what was deleted out of the store, the index and the folder of uploads, in the background and in small slices.
//! Nobody sees it any more before that. Goes on after a restart.
class Cleaner
{
public:
    Cleaner(Store &store, const UploadFiles &uploads, IndexFollower &index);
    ~Cleaner();

    //! Something was deleted.
    void wake();

private:
    Q_DISABLE_COPY_MOVE(Cleaner)

    void run();
    bool isStopping();
    bool cleanSlice();

    Store &m_store;
    const UploadFiles &m_uploads;
    IndexFollower &m_index;
    std::mutex m_mutex; //!< Guards what follows.
    std::condition_variable m_changed;
    bool m_isWanted = true;
    bool m_stopping = false;
    std::thread m_thread;
};
