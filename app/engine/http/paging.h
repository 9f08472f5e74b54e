// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/engine/http/payload.h"
#include "app/engine/store/rows.h"

namespace http {

//! Which page is asked for. As the real server has it: at most 100 rows are given and a limit below 1 means 20, but the
//! numbers are told back as they were asked, and there is more if a page has as many rows as were asked.
struct Paging
{
    qint64 page = 1;
    qint64 limit = 20;

    static Paging of(Payload &query);
    //! In the lists of chunks, numbers that are none count as not given, and those below 1 are refused with 400.
    static Paging ofLenient(const QString &model, const Request &request);

    Slice slice() const;
    //! {data, has_more, limit, total, page}
    QJsonObject envelope(const QJsonArray &data, qint64 total) const;
};

} // namespace http
