// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/http/paging.h"

#include "app/engine/http/message.h"

using namespace Qt::Literals::StringLiterals;

namespace http {

Paging Paging::of(Payload &query)
{
    Paging paging;
    paging.page = query.integer("page"_L1).value_or(1);
    paging.limit = query.integer("limit"_L1).value_or(20);
    return paging;
}

Paging Paging::ofLenient(const QString &model, const Request &request)
{
    QStringList names;
    for (const QString &name : {u"page"_s, u"limit"_s}) {
        bool isNumber = false;
        request.query(name).value_or(QString()).toLongLong(&isNumber);
        if (isNumber)
            names.append(name);
    }
    Payload query = Payload::ofQuery(model, request, names);
    const Paging paging = of(query);
    if (paging.page < 1)
        query.fail("page"_L1, "greater_than_equal"_L1, u"Input should be greater than or equal to 1"_s);
    if (paging.limit < 1)
        query.fail("limit"_L1, "greater_than_equal"_L1, u"Input should be greater than or equal to 1"_s);
    query.check();
    return paging;
}

Slice Paging::slice() const
{
    const qint64 rows = limit < 1 ? 20 : std::min<qint64>(limit, 100);
    const qint64 number = std::clamp<qint64>(page, 1, qint64(1) << 40);
    return {(number - 1) * rows, rows};
}

QJsonObject Paging::envelope(const QJsonArray &data, qint64 total) const
{
    return {{u"data"_s, data},
            {u"has_more"_s, data.size() == limit},
            {u"limit"_s, limit},
            {u"total"_s, total},
            {u"page"_s, page}};
}

} // namespace http
