// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/json.h"
#include "app/domain/model.h"
#include "app/domain/retrievalsettings.h"
#include "tests/app/api/recordedcalls.h"
#include "tests/support/await.h"

//! What the typed calls of recorded requests are made of.
namespace recordedcalls {

template <typename T>
Outcome made(Call<T> *call)
{
    const auto result = await(call);
    if (result)
        return {.isCall = true, .isReported = true, .isValue = true};
    return {.isCall = true,
            .isReported = true,
            .kind = static_cast<int>(result.error().kind),
            .error = result.error().message};
}

//! One recorded request, taken apart.
struct Asked
{
    ApiClient &client;
    QString method;
    QStringList path; //!< Below /v1.
    QJsonObject query;
    QJsonObject body;
    QString file; //!< On disk; empty: none is sent.
    QString fileName;
    QString saveAs;

    bool is(const char *verb, qsizetype parts, const char *last = nullptr) const
    {
        return method == QLatin1StringView(verb) && path.size() == parts
               && (!last || path.last() == QLatin1StringView(last));
    }
    int number(const char *key, int fallback) const
    {
        return static_cast<int>(json::toInt(query[QLatin1StringView(key)], fallback));
    }
    int page() const { return number("page", 1); }
    int limit() const { return number("limit", 20); }
    QString text(const char *key) const { return body[QLatin1StringView(key)].toString(); }
};

inline std::optional<RetrievalSettings> retrievalOf(const QJsonObject &body)
{
    const auto model = body[QLatin1StringView("retrieval_model")];
    return model.isObject() ? std::optional(RetrievalSettings::fromJson(model.toObject())) : std::nullopt;
}

inline ModelRef embeddingOf(const QJsonObject &body)
{
    return {body[QLatin1StringView("embedding_model_provider")].toString(),
            body[QLatin1StringView("embedding_model")].toString()};
}

//! Of documents: all that stands below /datasets/{id}/document and /documents, but chunks.
Outcome document(const Asked &asked);

} // namespace recordedcalls
