// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/http/answers.h"
#include "app/engine/http/body.h"
#include "app/engine/http/lookup.h"
#include "app/engine/http/retrievalmodel.h"
#include "app/engine/http/routes.h"
#include "app/engine/http/shown.h"
#include "app/engine/store/metadatastore.h"

using namespace Qt::Literals::StringLiterals;

namespace http {

namespace {

//! By words nothing is found then; a search by vectors is refused, in the words of the real server's store of them.
void requireHits(const DatasetRow &dataset, const QJsonObject &model, RetrievalSettings::Method method)
{
    const qint64 wanted = model["top_k"_L1].toInteger(1);
    if (wanted <= 0 && dataset.hasVectors() && method == RetrievalSettings::Method::Semantic)
        throw badParameter(u"Number of requested results %1, cannot be negative, or zero. in query."_s.arg(wanted));
}

Response retrieve(Engine &engine, const Request &request)
{
    Payload body(u"HitTestingPayload"_s, jsonBody(request));
    const QString query = body.text("query"_L1, Need::Required, {0, 250}).value_or(QString());
    const auto model = readRetrievalModel(body);
    const auto attachments = body.texts("attachment_ids"_L1).value_or(QStringList());
    body.check();
    const DatasetRow dataset = requireDataset(engine, request);
    if (query.isEmpty() && attachments.isEmpty())
        throw badParameter(u"Query or attachment_ids is required"_s);

    RetrievalSettings settings = model ? retrievalOf(*model) : retrievalOf(dataset);
    settings.filter
        = MetadataFilter::fromJson(body.value()["retrieval_model"_L1]["metadata_filtering_conditions"_L1].toObject());
    requireComparable(settings.filter, MetadataStore(engine.read().db()).fields(dataset.row));
    requireHits(dataset, model.value_or(dataset.retrievalModel), settings.method);
    QJsonArray records;
    if (!query.trimmed().isEmpty()) {
        const QList<HitRow> hits = engine.retrieve(dataset.row, query, settings);
        const auto reading = engine.read();
        for (const HitRow &hit : hits)
            records.append(shownHit(reading.db(), dataset, hit));
    }
    return json({{u"query"_s, QJsonObject{{u"content"_s, query}}}, {u"records"_s, records}});
}

} // namespace

void addRetrievalRoutes(Router &router, Engine &engine)
{
    for (const QString &path : {u"/v1/datasets/{id}/retrieve"_s, u"/v1/datasets/{id}/hit-testing"_s})
        router.add("POST", path, over(engine, retrieve), Router::Key::Required, Router::Pace::MayWait);
}

} // namespace http
