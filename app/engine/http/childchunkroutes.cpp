// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/http/answers.h"
#include "app/engine/http/body.h"
#include "app/engine/http/chunkplace.h"
#include "app/engine/http/lookup.h"
#include "app/engine/http/paging.h"
#include "app/engine/http/routes.h"

using namespace Qt::Literals::StringLiterals;

namespace http {

namespace {

constexpr qint64 longestPage = 100;

ChildChunkRow requireChild(const Engine &engine, const ChunkRow &chunk, const Request &request)
{
    const auto reading = engine.read();
    if (auto row = ChildChunkStore(reading.db()).find(chunk.row, request.arguments[3]))
        return *std::move(row);
    throw notFound(u"Child chunk not found."_s);
}

//! An empty one is taken, as the real server does.
QString contentOf(const QString &model, const Request &request)
{
    Payload body(model, jsonBody(request));
    const auto content = body.text("content"_L1, Need::Required);
    body.check();
    return *content;
}

Response listChildren(Engine &engine, const Request &request)
{
    Paging paging = Paging::ofLenient(u"ChildChunkListQuery"_s, request);
    paging.limit = std::min(paging.limit, longestPage); // the one list that says so
    const ChunkRow chunk = requireChunk(engine, requirePlace(engine, request), request);
    const auto reading = engine.read();
    const Page<ChildChunkRow> page
        = ChildChunkStore(reading.db()).list(chunk.row, request.query(u"keyword").value_or(QString()), paging.slice());
    QJsonArray data;
    for (const ChildChunkRow &row : page.items)
        data.append(wire::childChunk(row));
    return json({{u"data"_s, data},
                 {u"total"_s, page.total},
                 {u"total_pages"_s, (page.total + paging.limit - 1) / paging.limit},
                 {u"page"_s, paging.page},
                 {u"limit"_s, paging.limit}});
}

Response createChild(Engine &engine, const Request &request)
{
    const QString content = contentOf(u"ChildChunkCreatePayload"_s, request);
    const ChunkPlace place = requirePlace(engine, request);
    requireModel(engine, place.dataset);
    const ChunkRow chunk = requireChunk(engine, place, request);
    return json({{u"data"_s, wire::childChunk(engine.createChild(chunk.row, content))}});
}

Response updateChild(Engine &engine, const Request &request)
{
    const QString content = contentOf(u"ChildChunkUpdatePayload"_s, request);
    const ChunkPlace place = requirePlace(engine, request);
    const ChildChunkRow child = requireChild(engine, requireChunk(engine, place, request), request);
    return json({{u"data"_s, wire::childChunk(engine.updateChild(child.row, content))}});
}

Response deleteChild(Engine &engine, const Request &request)
{
    const ChunkPlace place = requirePlace(engine, request);
    const ChildChunkRow child = requireChild(engine, requireChunk(engine, place, request), request);
    engine.deleteChild(child.row);
    return noContent();
}

} // namespace

void addChildChunkRoutes(Router &router, Engine &engine)
{
    const QString list = u"/v1/datasets/{id}/documents/{id}/segments/{id}/child_chunks"_s;
    const QString item = list + "/{id}"_L1;
    router.add("GET", list, over(engine, listChildren));
    router.add("POST", list, over(engine, createChild), Router::Key::Required, Router::Pace::MayWait);
    router.add("PATCH", item, over(engine, updateChild), Router::Key::Required, Router::Pace::MayWait);
    router.add("DELETE", item, over(engine, deleteChild));
}

} // namespace http
