// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/modelsapi.h"

#include "app/api/apiclient.h"

using namespace Qt::Literals::StringLiterals;

namespace {

std::optional<QList<Model>> readModels(const QJsonObject &object)
{
    if (!object["data"_L1].isArray())
        return {};
    QList<Model> models;
    const QJsonArray providers = object["data"_L1].toArray();
    for (const auto provider : providers)
        models += Model::listFromJson(provider.toObject());
    return models;
}

} // namespace

Call<QList<Model>> *ModelsApi::list(Model::Type type) const
{
    return m_client.get(u"/workspaces/current/models/model-types/"_s + toString(type), {}, &readModels);
}
