// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/call.h"

#include <QEventLoop>
#include <QTest>
#include <QTimer>

#include <optional>

//! Runs the event loop until \a call has reported, and returns what it reported.
template <typename T>
Result<T> await(Call<T> *call)
{
    // Not QTest::qWaitFor(): it sleeps between events, and an upload has hundreds.
    QEventLoop loop;
    std::optional<Result<T>> answer;
    call->then(&loop, [&](const Result<T> &result) {
        answer = result;
        loop.quit();
    });
    QTimer::singleShot(60'000, &loop, &QEventLoop::quit);
    loop.exec();
    if (!answer)
        return ApiError{.code = {}, .message = QStringLiteral("no answer in the test"), .requestId = {}};
    return *answer;
}
