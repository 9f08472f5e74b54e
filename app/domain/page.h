// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/json.h"

#include <QList>

//! One page of a longer list.
template <typename T>
struct Page
{
    QList<T> items;
    qint64 total = -1; //!< Number of rows the server says there are; -1 when it does not say.

    static Page fromJson(const QJsonObject &object)
    {
        Page page;
        const auto data = object[QLatin1String("data")].toArray();
        page.items.reserve(data.size());
        for (const auto item : data)
            page.items.append(T::fromJson(item.toObject()));
        page.total = json::toInt(object[QLatin1String("total")], -1);
        return page;
    }

    bool operator==(const Page &) const = default;
};
