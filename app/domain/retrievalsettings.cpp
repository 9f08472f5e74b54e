// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/retrievalsettings.h"

#include "app/domain/json.h"

using namespace Qt::Literals::StringLiterals;

RetrievalSettings RetrievalSettings::fromJson(const QJsonObject &object)
{
    RetrievalSettings settings;
    settings.method = retrievalMethodFromString(object["search_method"_L1].toString()).value_or(Method::Semantic);
    settings.topK = static_cast<int>(json::toInt(object["top_k"_L1], settings.topK));
    if (object["score_threshold_enabled"_L1].toBool())
        settings.scoreThreshold = json::toDouble(object["score_threshold"_L1]);
    return settings;
}

QJsonObject RetrievalSettings::toJson() const
{
    return {{u"search_method"_s, toString(method)},
            {u"reranking_enable"_s, false},
            {u"top_k"_s, topK},
            {u"score_threshold_enabled"_s, scoreThreshold.has_value()},
            {u"score_threshold"_s, scoreThreshold ? QJsonValue(*scoreThreshold) : QJsonValue()}};
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
