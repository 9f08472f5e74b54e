// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/retrievalapi.h"

#include "app/api/apiclient.h"

using namespace Qt::Literals::StringLiterals;

namespace {

std::optional<Retrieval> readRetrieval(const QJsonObject &object)
{
    return object["records"_L1].isArray() ? std::optional(Retrieval::fromJson(object)) : std::nullopt;
}

} // namespace

Call<Retrieval> *RetrievalApi::retrieve(const QString &datasetId, const QString &query,
                                        const RetrievalSettings &settings) const
{
    return m_client.post(u"/datasets/"_s + datasetId + u"/retrieve"_s,
                         {{u"query"_s, query}, {u"retrieval_model"_s, settings.toJson()}}, &readRetrieval);
}
