// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/apirequest.h"
#include "app/domain/page.h"

#include <QJsonArray>
#include <QJsonObject>

#include <optional>

//! How the answers of the endpoints are read. Nothing comes back when the one thing an answer is asked for is missing;
//! about everything else the structs are lenient.
namespace readers {

//! An object with an id.
template <typename T>
std::optional<T> entity(const QJsonObject &object)
{
    return object[QLatin1String("id")].toString().isEmpty() ? std::nullopt : std::optional(T::fromJson(object));
}

//! An object with an id, inside `data`.
template <typename T>
std::optional<T> dataEntity(const QJsonObject &object)
{
    return entity<T>(object[QLatin1String("data")].toObject());
}

//! An array of objects without anything around it.
template <typename T>
std::optional<QList<T>> bareList(const QJsonArray &array)
{
    QList<T> items;
    for (const auto item : array) {
        if (!item.isObject())
            return {};
        items.append(T::fromJson(item.toObject()));
    }
    return items;
}

//! A `data` array with paging around it.
template <typename T>
std::optional<Page<T>> page(const QJsonObject &object)
{
    return object[QLatin1String("data")].isArray() ? std::optional(Page<T>::fromJson(object)) : std::nullopt;
}

//! A `data` array.
template <typename T>
std::optional<QList<T>> list(const QJsonObject &object)
{
    auto read = page<T>(object);
    return read ? std::optional(std::move(read->items)) : std::nullopt;
}

//! The query that asks for a page.
inline ApiRequest::Query pageQuery(int page, int limit, const QString &keyword = {})
{
    ApiRequest::Query query{{QStringLiteral("page"), QString::number(page)},
                            {QStringLiteral("limit"), QString::number(limit)}};
    if (!keyword.isEmpty())
        query.append({QStringLiteral("keyword"), keyword});
    return query;
}

} // namespace readers
