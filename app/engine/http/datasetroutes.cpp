// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/http/answers.h"
#include "app/engine/http/body.h"
#include "app/engine/http/embeddingmodel.h"
#include "app/engine/http/lookup.h"
#include "app/engine/http/paging.h"
#include "app/engine/http/retrievalmodel.h"
#include "app/engine/http/routes.h"
#include "app/engine/http/shown.h"

using namespace Qt::Literals::StringLiterals;

namespace http {

namespace {

constexpr Payload::TextRule nameRule{1, 40};
constexpr Payload::TextRule descriptionRule{0, 400};

std::optional<QString> techniqueOf(Payload &body)
{
    return body.choice("indexing_technique"_L1, {u"high_quality"_s, u"economy"_s}, "literal_error"_L1);
}

std::optional<QString> permissionOf(Payload &body)
{
    return body.choice("permission"_L1, {u"only_me"_s, u"all_team_members"_s, u"partial_members"_s}, "enum"_L1);
}

Response answer(const Engine &engine, const DatasetRow &row, wire::DatasetForm form)
{
    return json(shownDataset(engine.read().db(), row, form, engine.models()));
}

//! The tags that all datasets of a list have to carry.
QStringList tagsOf(const Request &request)
{
    QStringList tags = request.queries(u"tag_ids");
    tags.removeAll(QString());
    for (const QString &tag : std::as_const(tags)) {
        if (!isUuid(tag))
            throw badParameter(
                u"tag_ids has to be the id of a tag, and may be there several times: '%1' is none."_s.arg(tag));
    }
    return tags;
}

//! The accounts of `partial_member_list`, an array of objects with a `user_id`.
std::optional<QStringList> readMembers(Payload &body)
{
    const auto items = body.objects("partial_member_list"_L1, QString(), Need::Optional, 0);
    if (!items || items->isEmpty())
        return {};
    QStringList members;
    for (const Payload &item : *items) {
        if (!item.isThere())
            continue; // said already
        members.append(item.value()["user_id"_L1].toString());
        if (!isUuid(members.constLast()))
            body.fail("partial_member_list"_L1, "value_error"_L1, u"Value error, user_id has to be a UUID."_s);
    }
    return members;
}

Response listDatasets(Engine &engine, const Request &request)
{
    Payload query
        = Payload::ofQuery(u"DatasetListQuery"_s, request, {u"page"_s, u"limit"_s, u"keyword"_s, u"include_all"_s});
    const Paging paging = Paging::of(query);
    const QString keyword = query.text("keyword"_L1).value_or(QString());
    query.flag("include_all"_L1); // there are no others whose datasets could be left out
    query.check();

    const auto reading = engine.read();
    const Page<DatasetRow> page = DatasetStore(reading.db()).list({keyword, tagsOf(request)}, paging.slice());
    QJsonArray data;
    for (const DatasetRow &row : page.items)
        data.append(shownDataset(reading.db(), row, wire::DatasetForm::Listed, engine.models()));
    return json(paging.envelope(data, page.total));
}

Response createDataset(Engine &engine, const Request &request)
{
    Payload body(u"DatasetCreatePayload"_s, jsonBody(request));
    DatasetDraft draft;
    draft.name = body.text("name"_L1, Need::Required, nameRule).value_or(QString());
    draft.description = body.text("description"_L1, Need::NotNull, descriptionRule).value_or(u""_s);
    const auto technique = techniqueOf(body);
    draft.permission = permissionOf(body).value_or(u"only_me"_s);
    draft.provider = body.text("provider"_L1, Need::NotNull).value_or(u"vendor"_s);
    const auto externalApi = body.text("external_knowledge_api_id"_L1);
    draft.retrievalModel = readRetrievalModel(body).value_or(QJsonObject());
    const ModelWish model{body.text("embedding_model_provider"_L1), body.text("embedding_model"_L1)};
    draft.summarySetting = body.object("summary_index_setting"_L1, QString()).value();
    body.check();
    if (draft.provider == "external"_L1 && externalApi && !externalApi->isEmpty())
        throw badParameter(u"api template not found"_s); // there are none here
    requireProvider(engine, model);
    if (technique == u"high_quality"_s)
        draft.embedding = embeddingModel(engine, model);

    draft.indexingTechnique = technique.value_or(QString());
    return answer(engine, engine.createDataset(draft), wire::DatasetForm::Created);
}

Response getDataset(Engine &engine, const Request &request)
{
    return answer(engine, requireDataset(engine, request), wire::DatasetForm::Detailed);
}

Response changeDataset(Engine &engine, const Request &request)
{
    Payload body(u"DatasetUpdatePayload"_s, jsonBody(request));
    DatasetChanges changes;
    changes.name = body.text("name"_L1, Need::Optional, nameRule);
    changes.description = body.text("description"_L1, Need::Optional, descriptionRule);
    if (body.value()["description"_L1].isNull())
        changes.description = QString(); // of all nulls the only one that clears
    changes.indexingTechnique = techniqueOf(body);
    changes.permission = permissionOf(body);
    const ModelWish model{body.text("embedding_model_provider"_L1), body.text("embedding_model"_L1)};
    changes.retrievalModel = readRetrievalModel(body);
    changes.members = readMembers(body);
    body.check();

    const DatasetRow dataset = requireDataset(engine, request);
    requireProvider(engine, model);
    if (changes.indexingTechnique == u"high_quality"_s || (dataset.hasVectors() && model.provider && model.name))
        changes.embedding = embeddingModel(engine, model, dataset);
    if (model.name && !model.name->isEmpty())
        changes.namedModel = model.name;
    return refusingTakenNames(u"Dataset name already exists"_s, [&] {
        return answer(engine, engine.changeDataset(dataset.row, changes), wire::DatasetForm::Changed);
    });
}

Response deleteDataset(Engine &engine, const Request &request)
{
    engine.deleteDataset(requireDataset(engine, request).row);
    return noContent();
}

} // namespace

void addDatasetRoutes(Router &router, Engine &engine)
{
    router.add("GET", u"/v1/datasets", over(engine, listDatasets));
    router.add("POST", u"/v1/datasets", over(engine, createDataset));
    router.add("GET", u"/v1/datasets/{id}", over(engine, getDataset));
    router.add("PATCH", u"/v1/datasets/{id}", over(engine, changeDataset));
    router.add("DELETE", u"/v1/datasets/{id}", over(engine, deleteDataset));
}

} // namespace http
