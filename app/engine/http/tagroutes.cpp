// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/http/answers.h"
#include "app/engine/http/body.h"
#include "app/engine/http/lookup.h"
#include "app/engine/http/payload.h"
#include "app/engine/http/routes.h"
#include "app/engine/http/wire.h"
#include "app/engine/store/tagstore.h"

using namespace Qt::Literals::StringLiterals;

// The tags, and which datasets carry them (recordings/1.15.0, section i).
namespace http {

namespace {

constexpr Payload::TextRule nameRule{1, 50};

QJsonObject counted(const TagRow &tag)
{
    QJsonObject object = wire::tag(tag);
    object[u"binding_count"_s] = QString::number(tag.datasetCount);
    return object;
}

template <typename Write>
Response named(Engine &engine, Write write)
{
    return json(counted(writeNamed<TagStore>(engine, u"Tag name already exists"_s, write)));
}

TagRow requireTag(const TagStore &tags, const QString &id, const Request &request)
{
    if (auto tag = tags.find(id))
        return *std::move(tag);
    throw notFound(u"Tag not found."_s, request,
                   {u"/v1/datasets/tags"_s, u"/v1/datasets/<uuid:dataset_id>/tags"_s,
                    u"/v1/datasets/<uuid:dataset_id>/documents/<uuid:document_id>/segments/<uuid:segment_id>/"
                    "child_chunks/<uuid:child_chunk_id>"_s});
}

Response listTags(Engine &engine, const Request &)
{
    QJsonArray list;
    const auto reading = engine.read();
    for (const TagRow &tag : TagStore(reading.db()).list())
        list.append(counted(tag));
    return jsonList(list);
}

Response createTag(Engine &engine, const Request &request)
{
    Payload body(u"TagCreatePayload"_s, jsonBody(request));
    const QString name = body.text("name"_L1, Need::Required, nameRule).value_or(QString());
    body.check();
    return named(engine, [&](const TagStore &tags) { return tags.create(name); });
}

Response renameTag(Engine &engine, const Request &request)
{
    Payload body(u"TagUpdatePayload"_s, jsonBody(request));
    const QString name = body.text("name"_L1, Need::Required, nameRule).value_or(QString());
    const QString id = body.text("tag_id"_L1, Need::Required).value_or(QString());
    body.check();
    return named(engine, [&](const TagStore &tags) { return tags.rename(requireTag(tags, id, request), name); });
}

Response deleteTag(Engine &engine, const Request &request)
{
    Payload body(u"TagDeletePayload"_s, jsonBody(request));
    const QString id = body.text("tag_id"_L1, Need::Required).value_or(QString());
    body.check();
    auto writing = engine.write();
    const TagStore tags(writing.db());
    tags.remove(requireTag(tags, id, request).row);
    writing.commit();
    return noContent();
}

//! The dataset that `target_id` says.
DatasetRow requireTarget(Connection &db, const QString &id, const Request &request)
{
    if (auto dataset = DatasetStore(db).find(id))
        return *std::move(dataset);
    const bool binding = request.path.endsWith("/binding"_L1);
    const QString own = u"/v1/datasets/tags/binding"_s;
    const QString opposite = u"/v1/datasets/tags/unbinding"_s;
    throw notFound(u"Dataset not found."_s, request,
                   {binding ? own : opposite, binding ? opposite : own, u"/v1/datasets/tags"_s});
}

Response bindTags(Engine &engine, const Request &request)
{
    Payload body(u"TagBindingPayload"_s, jsonBody(request));
    const auto ids = body.ids("tag_ids"_L1);
    if (ids && ids->isEmpty())
        body.fail("tag_ids"_L1, "value_error"_L1, u"Value error, Tag IDs is required."_s);
    const QString target = body.text("target_id"_L1, Need::Required).value_or(QString());
    body.check();
    auto writing = engine.write();
    TagStore(writing.db()).bind(requireTarget(writing.db(), target, request).row, *ids);
    writing.commit();
    return noContent();
}

Response unbindTags(Engine &engine, const Request &request)
{
    Payload body(u"TagUnbindingPayload"_s, jsonBody(request));
    QStringList ids = body.texts("tag_ids"_L1).value_or(QStringList());
    if (const auto id = body.text("tag_id"_L1))
        ids.append(*id);
    const auto target = body.text("target_id"_L1, Need::Required);
    if (target && ids.isEmpty())
        body.failWhole("value_error"_L1, u"Value error, Tag IDs is required."_s);
    body.check();
    auto writing = engine.write();
    TagStore(writing.db()).unbind(requireTarget(writing.db(), *target, request).row, ids);
    writing.commit();
    return noContent();
}

Response tagsOfDataset(Engine &engine, const Request &request)
{
    const DatasetRow dataset = requireDataset(engine, request);
    QJsonArray list;
    const auto reading = engine.read();
    for (const TagRow &tag : TagStore(reading.db()).ofDataset(dataset.row))
        list.append(QJsonObject{{u"id"_s, tag.id}, {u"name"_s, tag.name}});
    return json({{u"data"_s, list}, {u"total"_s, list.size()}});
}

} // namespace

void addTagRoutes(Router &router, Engine &engine)
{
    router.add("GET", u"/v1/datasets/tags", over(engine, listTags));
    router.add("POST", u"/v1/datasets/tags", over(engine, createTag));
    router.add("PATCH", u"/v1/datasets/tags", over(engine, renameTag));
    router.add("DELETE", u"/v1/datasets/tags", over(engine, deleteTag));
    router.add("POST", u"/v1/datasets/tags/binding", over(engine, bindTags));
    router.add("POST", u"/v1/datasets/tags/unbinding", over(engine, unbindTags));
    router.add("GET", u"/v1/datasets/{id}/tags", over(engine, tagsOfDataset));
}

} // namespace http
