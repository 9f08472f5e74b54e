// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/call.h"

#include <QTest>

#include <optional>

//! Runs the event loop until \a call has reported, and returns what it reported.
template <typename T>
Result<T> await(Call<T> *call)
{
    QObject context;
    std::optional<Result<T>> answer;
    call->then(&context, [&](const Result<T> &result) { answer = result; });
    if (!QTest::qWaitFor([&] { return answer.has_value(); }, 30'000))
        return ApiError{.code = {}, .message = QStringLiteral("no answer in the test"), .requestId = {}};
    return *answer;
}
