// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFuture>
#include <QPromise>

#include <memory>
#include <thread>

namespace background {

//! Runs \a work(QPromise<Result> &) in a thread of its own which nobody waits for, not even when the program ends: on a
//! network disk that hangs it might never come back. \a work owns all that it looks at.
template <typename Result, typename Work>
QFuture<Result> run(Work work)
{
    auto promise = std::make_shared<QPromise<Result>>();
    promise->start();
    std::thread([promise, work = std::move(work)] {
        work(*promise);
        promise->finish();
    }).detach();
    return promise->future();
}

} // namespace background
