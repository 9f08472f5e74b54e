// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/retrievalsettings.h"

#include "app/domain/json.h"

using namespace Qt::Literals::StringLiterals;

HybridWeights HybridWeights::fromJson(const QJsonObject &object)
{
    const QJsonObject vector = object["vector_setting"_L1].toObject();
    return {.vector = json::toDouble(vector["vector_weight"_L1]),
            .keyword = json::toDouble(object["keyword_setting"_L1]["keyword_weight"_L1]),
            .embedding
            = {vector["embedding_provider_name"_L1].toString(), vector["embedding_model_name"_L1].toString()}};
}

QJsonObject HybridWeights::toJson() const
{
    return {{u"weight_type"_s, u"customized"_s},
            {u"keyword_setting"_s, QJsonObject{{u"keyword_weight"_s, keyword}}},
            {u"vector_setting"_s, QJsonObject{{u"vector_weight"_s, vector},
                                              {u"embedding_model_name"_s, embedding.name},
                                              {u"embedding_provider_name"_s, embedding.provider}}}};
}

RetrievalSettings RetrievalSettings::fromJson(const QJsonObject &object)
{
    RetrievalSettings settings;
    settings.method = retrievalMethodFromString(object["search_method"_L1].toString()).value_or(Method::Semantic);
    settings.topK = static_cast<int>(json::toInt(object["top_k"_L1], settings.topK));
    if (object["score_threshold_enabled"_L1].toBool())
        settings.scoreThreshold = json::toDouble(object["score_threshold"_L1]);

    const QJsonObject model = object["reranking_model"_L1].toObject();
    settings.rerankModel
        = {model["reranking_provider_name"_L1].toString(), model["reranking_model_name"_L1].toString()};
    // Servers weigh whatever reranking_enable says, and take a missing mode for a model's (recordings 1.15.0, n021,
    // n034).
    if (object["reranking_mode"_L1] == "weighted_score"_L1 && object["weights"_L1].isObject()) {
        settings.reranking = Reranking::Weights;
        settings.weights = HybridWeights::fromJson(object["weights"_L1].toObject());
    } else if (object["reranking_enable"_L1].toBool() && settings.rerankModel.isSet()) {
        settings.reranking = Reranking::Model;
    }
    settings.filter = MetadataFilter::fromJson(object["metadata_filtering_conditions"_L1].toObject());
    return settings;
}

QJsonObject RetrievalSettings::toJson() const
{
    QJsonObject object{{u"search_method"_s, toString(method)},
                       {u"reranking_enable"_s, reranking != Reranking::None},
                       {u"reranking_mode"_s, QJsonValue()},
                       {u"reranking_model"_s, QJsonValue()},
                       {u"weights"_s, QJsonValue()},
                       {u"top_k"_s, topK},
                       {u"score_threshold_enabled"_s, scoreThreshold.has_value()},
                       {u"score_threshold"_s, scoreThreshold ? QJsonValue(*scoreThreshold) : QJsonValue()}};
    if (reranking == Reranking::Model) {
        object[u"reranking_mode"_s] = u"reranking_model"_s;
        object[u"reranking_model"_s] = QJsonObject{{u"reranking_provider_name"_s, rerankModel.provider},
                                                   {u"reranking_model_name"_s, rerankModel.name}};
    } else if (reranking == Reranking::Weights) {
        object[u"reranking_mode"_s] = u"weighted_score"_s;
        object[u"weights"_s] = weights.toJson();
    }
    if (!filter.conditions.isEmpty())
        object[u"metadata_filtering_conditions"_s] = filter.toJson();
    return object;
}

QString toString(RetrievalSettings::Method method)
{
    switch (method) {
    case RetrievalSettings::Method::Keyword:
        return u"keyword_search"_s;
    case RetrievalSettings::Method::FullText:
        return u"full_text_search"_s;
    case RetrievalSettings::Method::Semantic:
        return u"semantic_search"_s;
    case RetrievalSettings::Method::Hybrid:
        return u"hybrid_search"_s;
    }
    Q_UNREACHABLE();
}

std::optional<RetrievalSettings::Method> retrievalMethodFromString(const QString &text)
{
    using Method = RetrievalSettings::Method;
    for (const auto method : {Method::Keyword, Method::FullText, Method::Semantic, Method::Hybrid}) {
        if (toString(method) == text)
            return method;
    }
    return {};
}
