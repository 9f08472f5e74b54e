// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/pipelineapi.h"

#include "app/api/apiclient.h"
#include "app/api/readers.h"

using namespace Qt::Literals::StringLiterals;

namespace {

QString pathOf(const QString &datasetId)
{
    return u"/datasets/"_s + datasetId + u"/pipeline"_s;
}

ApiError error(ApiError::Kind kind, const QString &message)
{
    return {.kind = kind, .httpStatus = 200, .code = {}, .message = message, .requestId = {}};
}

ApiError cutOff()
{
    return error(ApiError::Kind::Parse, CallBase::tr("The server's answer ended before it was complete."));
}

//! Servers answer 200 and say in an event that it failed (recordings 1.15.0, r008).
Result<QJsonObject> readBrowsed(const QJsonObject &event)
{
    if (event["event"_L1] == "datasource_error"_L1)
        return error(ApiError::Kind::Server, event["error"_L1].toString());
    if (event["event"_L1] != "datasource_completed"_L1)
        return cutOff();
    return event;
}

Result<PipelineRun> readRun(const QJsonObject &answer)
{
    const QString event = answer["event"_L1].toString();
    if (event == "error"_L1)
        return error(ApiError::Kind::Server, answer["message"_L1].toString());
    const bool isWhole = answer["documents"_L1].isArray() || answer["data"_L1].isObject();
    if (!isWhole || (!event.isEmpty() && event != "workflow_finished"_L1))
        return cutOff();
    return PipelineRun::fromJson(answer);
}

} // namespace

Call<QList<PipelineSource>> *PipelineApi::sources(const QString &datasetId, bool isPublished) const
{
    // Anything but an empty text is true to the servers, "false" as well (recordings 1.15.0, r003 and r004).
    ApiClient::Query query;
    if (!isPublished)
        query.append({u"is_published"_s, QString()});
    return m_client.get(pathOf(datasetId) + u"/datasource-plugins"_s, query, &readers::bareList<PipelineSource>);
}

Call<PipelineFile> *PipelineApi::uploadFile(const QString &path, const QString &fileName) const
{
    return m_client.upload("POST", u"/datasets/pipeline/file-upload"_s, {path, fileName, {}},
                           &readers::entity<PipelineFile>);
}

Call<QJsonObject> *PipelineApi::browse(const QString &datasetId, const PipelineSource &source,
                                       const QJsonObject &inputs, bool isPublished) const
{
    QJsonObject body{{u"inputs"_s, inputs}, {u"datasource_type"_s, source.type}, {u"is_published"_s, isPublished}};
    if (!source.credentialIds.isEmpty())
        body[u"credential_id"_s] = source.credentialIds.first();
    return m_client.post(pathOf(datasetId) + u"/datasource/nodes/"_s + source.nodeId + u"/run"_s, body, &readBrowsed);
}

Call<PipelineRun> *PipelineApi::run(const QString &datasetId, const PipelineWish &wish) const
{
    return m_client.post(pathOf(datasetId) + u"/run"_s, wish.toJson(), &readRun);
}
