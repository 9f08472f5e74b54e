// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/apierror.h"

#include <variant>

//! Either the value a call was made for or the reason there is none.
template <typename T>
class Result
{
public:
    using value_type = T;

    Result(T value) // NOLINT(google-explicit-constructor): a handler returns either
        : m_data(std::move(value))
    { }
    Result(ApiError error) // NOLINT(google-explicit-constructor)
        : m_data(std::move(error))
    { }

    explicit operator bool() const { return m_data.index() == 0; }
    const T &value() const { return std::get<0>(m_data); }
    const T *operator->() const { return &std::get<0>(m_data); }
    const ApiError &error() const { return std::get<1>(m_data); }

private:
    std::variant<T, ApiError> m_data;
};

//! The value of a call that only succeeds or fails, such as a deletion.
using Done = std::monostate;
