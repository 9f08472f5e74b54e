// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

class QJsonObject;

//! How a dataset is searched (reference: retrieval_model).
struct RetrievalSettings
{
    enum class Method { Keyword, FullText, Semantic, Hybrid };

    Method method = Method::Keyword;
    int topK = 4;
    std::optional<double> scoreThreshold; //!< Hits with a lower score are left out; not set: threshold off.

    static RetrievalSettings fromJson(const QJsonObject &object);
    QJsonObject toJson() const; //!< With the four keys that 1.x servers require and 0.x servers crash without.

    bool operator==(const RetrievalSettings &) const = default;
};

//! The wire name: keyword_search, full_text_search, semantic_search or hybrid_search.
QString toString(RetrievalSettings::Method method);
std::optional<RetrievalSettings::Method> retrievalMethodFromString(const QString &text);
