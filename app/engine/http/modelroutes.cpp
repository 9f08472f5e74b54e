// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/http/answers.h"
#include "app/engine/http/lookup.h"
#include "app/engine/http/routes.h"
#include "app/engine/http/wire.h"

#include <QJsonArray>
#include <QUrl>

using namespace Qt::Literals::StringLiterals;

namespace http {

namespace {

QJsonObject inEachLanguage(const QString &text)
{
    return {{u"zh_Hans"_s, text}, {u"en_US"_s, text}};
}

QJsonObject shownModel(const QString &name, const QString &type)
{
    return {{u"model"_s, name},
            {u"label"_s, inEachLanguage(name)},
            {u"model_type"_s, type},
            {u"features"_s, QJsonValue::Null},
            {u"fetch_from"_s, u"predefined-model"_s},
            {u"model_properties"_s, QJsonObject()},
            {u"deprecated"_s, false},
            {u"status"_s, u"active"_s},
            {u"load_balancing_enabled"_s, false},
            {u"has_invalid_load_balancing_configs"_s, false}};
}

Response listModels(Engine &engine, const Request &request)
{
    static const QStringList types{u"llm"_s,         u"text-embedding"_s, u"rerank"_s,
                                   u"speech2text"_s, u"moderation"_s,     u"tts"_s};
    const QString &type = request.arguments[0];
    if (!types.contains(type))
        throw badParameter(u"'%1' is not a valid ModelType"_s.arg(type));
    ModelEndpoint endpoint;
    if (type == "text-embedding"_L1)
        endpoint = engine.models().embeddings();
    else if (type == "rerank"_L1)
        endpoint = engine.models().rerank();
    if (!endpoint.isSet())
        return json({{u"data"_s, QJsonArray()}});
    QJsonArray models;
    for (const QString &name : std::as_const(endpoint.models))
        models.append(shownModel(name, type));
    const QJsonObject provider{{u"tenant_id"_s, wire::ownerId()},
                               {u"provider"_s, Models::provider()},
                               {u"label"_s, inEachLanguage(QUrl(endpoint.url).host())},
                               {u"icon_small"_s, QJsonValue::Null},
                               {u"icon_small_dark"_s, QJsonValue::Null},
                               {u"status"_s, u"active"_s},
                               {u"models"_s, models}};
    return json({{u"data"_s, QJsonArray{provider}}});
}

} // namespace

void addModelRoutes(Router &router, Engine &engine)
{
    router.add("GET", u"/v1/workspaces/current/models/model-types/{text}", over(engine, listModels));
}

} // namespace http
