// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/http/retrievalmodel.h"

#include "app/engine/http/answers.h"
#include "app/engine/store/metadatamatch.h"

using namespace Qt::Literals::StringLiterals;

namespace http {

namespace {

void readFilter(Payload &model)
{
    Payload filter = model.object("metadata_filtering_conditions"_L1, u"MetadataFilteringCondition"_s);
    filter.choice("logical_operator"_L1, {u"and"_s, u"or"_s}, "literal_error"_L1);
    auto conditions = filter.objects("conditions"_L1, u"Condition"_s, Need::Optional, 0);
    if (!conditions)
        return;
    static const QStringList operators{u"contains"_s,   u"not contains"_s,
                                       u"start with"_s, u"end with"_s,
                                       u"is"_s,         u"is not"_s,
                                       u"empty"_s,      u"not empty"_s,
                                       u"in"_s,         u"not in"_s,
                                       u"="_s,          u"≠"_s,
                                       u">"_s,          u"<"_s,
                                       u"≥"_s,          u"≤"_s,
                                       u"before"_s,     u"after"_s};
    for (Payload &condition : *conditions) {
        condition.text("name"_L1, Need::Required);
        condition.choice("comparison_operator"_L1, operators, "literal_error"_L1, Need::Required);
        condition.scalarOrTexts("value"_L1);
    }
}

std::optional<QJsonObject> readWeights(Payload &model)
{
    Payload weights = model.object("weights"_L1, u"WeightModel"_s);
    if (!weights.isThere())
        return {};
    weights.text("weight_type"_L1);
    Payload vector = weights.object("vector_setting"_L1, u"WeightVectorSetting"_s);
    if (vector.isThere()) {
        vector.number("vector_weight"_L1, Need::Required);
        vector.text("embedding_provider_name"_L1, Need::Required);
        vector.text("embedding_model_name"_L1, Need::Required);
    }
    Payload keyword = weights.object("keyword_setting"_L1, u"WeightKeywordSetting"_s);
    if (keyword.isThere())
        keyword.number("keyword_weight"_L1, Need::Required);
    return weights.value();
}

} // namespace

std::optional<QJsonObject> readRetrievalModel(Payload &body)
{
    Payload model = body.object("retrieval_model"_L1, u"RetrievalModel"_s);
    if (!model.isThere())
        return {};
    QJsonObject stored;
    if (const auto method = model.choice(
            "search_method"_L1, {u"semantic_search"_s, u"full_text_search"_s, u"hybrid_search"_s, u"keyword_search"_s},
            "enum"_L1, Need::Required))
        stored[u"search_method"_s] = *method;
    stored[u"reranking_enable"_s] = model.flag("reranking_enable"_L1, Need::Required).value_or(false);
    Payload reranking = model.object("reranking_model"_L1, u"RerankingModel"_s);
    if (reranking.isThere())
        stored[u"reranking_model"_s] = QJsonObject{
            {u"reranking_provider_name"_s, reranking.text("reranking_provider_name"_L1).value_or(QString())},
            {u"reranking_model_name"_s, reranking.text("reranking_model_name"_L1).value_or(QString())}};
    if (const auto mode = model.text("reranking_mode"_L1))
        stored[u"reranking_mode"_s] = *mode;
    stored[u"top_k"_s] = model.integer("top_k"_L1, Need::Required).value_or(0);
    stored[u"score_threshold_enabled"_s] = model.flag("score_threshold_enabled"_L1, Need::Required).value_or(false);
    if (const auto threshold = model.number("score_threshold"_L1))
        stored[u"score_threshold"_s] = *threshold;
    if (const auto weights = readWeights(model))
        stored[u"weights"_s] = *weights;
    readFilter(model);
    return stored;
}

void requireComparable(const MetadataFilter &filter, const QList<MetadataFieldRow> &fields)
{
    for (const MetadataCondition &condition : filter.conditions) {
        if (!comparesNumbers(condition.comparison) || condition.value.isNull())
            continue;
        const QString name = toString(condition.comparison);
        if (!numberOf(condition.value))
            throw badParameter(u"The operator '%1' compares numbers (times are seconds since 1970), and the value for "
                               "the metadata field '%2' is none."_s.arg(name, condition.name));
        for (const MetadataFieldRow &field : fields + builtInFields()) {
            if (field.name == condition.name && field.type == "string"_L1)
                throw badParameter(u"The operator '%1' compares numbers, and the metadata field '%2' holds text."_s.arg(
                    name, field.name));
        }
    }
}

RetrievalSettings retrievalOf(const QJsonObject &model)
{
    RetrievalSettings settings = RetrievalSettings::fromJson(model);
    settings.topK = static_cast<int>(std::clamp<qint64>(model["top_k"_L1].toInteger(), 0, 1'000'000));
    if (!model["score_threshold"_L1].isDouble())
        settings.scoreThreshold.reset();
    return settings;
}

RetrievalSettings retrievalOf(const DatasetRow &dataset)
{
    RetrievalSettings settings;
    settings.method = RetrievalSettings::Method::Semantic;
    settings.topK = 4; // what the real server uses, though it reports 2
    if (!dataset.retrievalModel.isEmpty())
        settings = retrievalOf(dataset.retrievalModel);
    const bool needsVectors = settings.method == RetrievalSettings::Method::Semantic
                              || settings.method == RetrievalSettings::Method::Hybrid;
    if (needsVectors && !dataset.hasVectors())
        settings.method = RetrievalSettings::Method::Keyword;
    return settings;
}

} // namespace http
