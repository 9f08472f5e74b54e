// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/metadatafilter.h"
#include "app/domain/model.h"

#include <QString>

#include <optional>

class QJsonObject;

//! How much each of the two searches of a hybrid one counts; together 1.
struct HybridWeights
{
    double vector = 0.7;
    double keyword = 0.3;
    ModelRef embedding{}; //!< The dataset's: the query is embedded with it.

    static HybridWeights fromJson(const QJsonObject &object);
    QJsonObject toJson() const;

    bool operator==(const HybridWeights &) const = default;
};

//! How a dataset is searched (reference: retrieval_model).
struct RetrievalSettings
{
    enum class Method { Keyword, FullText, Semantic, Hybrid };
    enum class Reranking { None, Model, Weights }; //!< Weights only for Hybrid.

    Method method = Method::Keyword;
    int topK = 4; //!< In parent-child datasets it counts child chunks.
    std::optional<double> scoreThreshold{}; //!< Hits with a lower score are left out; not set: threshold off.
    Reranking reranking = Reranking::None;
    ModelRef rerankModel{}; //!< For Reranking::Model.
    HybridWeights weights{}; //!< For Reranking::Weights.
    MetadataFilter filter{}; //!< Of a single retrieval; datasets do not store one.

    static RetrievalSettings fromJson(const QJsonObject &object);
    QJsonObject toJson() const; //!< With the four keys that 1.x servers require and 0.x servers crash without.

    bool operator==(const RetrievalSettings &) const = default;
};

//! The wire name: keyword_search, full_text_search, semantic_search or hybrid_search.
QString toString(RetrievalSettings::Method method);
std::optional<RetrievalSettings::Method> retrievalMethodFromString(const QString &text);
