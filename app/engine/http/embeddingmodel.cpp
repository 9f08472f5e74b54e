// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/http/embeddingmodel.h"

#include "app/engine/http/answers.h"

using namespace Qt::Literals::StringLiterals;

namespace http {

void requireProvider(const Engine &engine, const ModelWish &wish)
{
    const QString provider = wish.provider.value_or(QString());
    const bool isThere = provider == Models::provider() && engine.models().embeddings().isSet();
    if (!provider.isEmpty() && !isThere)
        throw badParameter(u"Provider %1 does not exist."_s.arg(provider));
}

EmbeddingModel embeddingModel(const Engine &engine, const ModelWish &wish, const DatasetRow &dataset)
{
    const ModelEndpoint &endpoint = engine.models().embeddings();
    if (!endpoint.isSet())
        throw Refusal{400, "provider_not_initialize",
                      u"The indexing_technique high_quality needs an embedding model, and this server has none set up. "
                      "Choose one in This Computer > Models (LOREDESK_EMBEDDINGS_URL and LOREDESK_EMBEDDINGS_MODEL of "
                      "loredesk-server), or use indexing_technique economy."_s};
    const QString name = wish.name.value_or(QString());
    if (!name.isEmpty() && !wish.provider.value_or(QString()).isEmpty())
        return {Models::provider(), name};
    if (dataset.vectorSpace > 0)
        return {dataset.embeddingProvider, dataset.embeddingModel};
    return {Models::provider(), endpoint.models.constFirst()};
}

} // namespace http
