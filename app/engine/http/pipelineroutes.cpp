// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/http/answers.h"
#include "app/engine/http/body.h"
#include "app/engine/http/lookup.h"
#include "app/engine/http/payload.h"
#include "app/engine/http/routes.h"
#include "app/engine/http/upload.h"
#include "app/engine/http/wire.h"

#include <QDateTime>

using namespace Qt::Literals::StringLiterals;

// There are no pipelines on this server: the routes answer as they do for an ordinary dataset (recordings/1.15.0,
// section k).
namespace http {

namespace {

[[noreturn]] void noPipeline()
{
    throw badParameter(u"Pipeline not found"_s);
}

Response listPlugins(Engine &engine, const Request &request)
{
    requireDataset(engine, request, {u"/v1/datasets/<uuid:dataset_id>/pipeline/datasource-plugins"_s});
    noPipeline();
}

Response runNode(Engine &engine, const Request &request)
{
    Payload body(u"DatasourceNodeRunPayload"_s, jsonBody(request));
    body.object("inputs"_L1, QString(), Need::Required);
    body.text("datasource_type"_L1, Need::Required);
    body.text("credential_id"_L1);
    body.flag("is_published"_L1, Need::Required);
    body.check();
    requireDataset(engine, request);
    noPipeline();
}

Response runPipeline(Engine &engine, const Request &request)
{
    Payload body(u"PipelineRunApiEntity"_s, jsonBody(request));
    body.object("inputs"_L1, QString(), Need::Required);
    body.text("datasource_type"_L1, Need::Required);
    body.objects("datasource_info_list"_L1, QString(), Need::Required, 0);
    body.text("start_node_id"_L1, Need::Required);
    body.flag("is_published"_L1, Need::Required);
    body.text("response_mode"_L1, Need::Required);
    body.check();
    requireDataset(engine, request);
    noPipeline();
}

//! Checks the file and tells what it is; nothing could ever use it, so that it is not kept.
Response uploadFile(const Request &request, qint64 largestFile)
{
    const Form form = formBody(request);
    if (!form.file || form.file->fileName.value_or(QString()).isEmpty())
        throw Refusal{400, "no_file_uploaded", u"Please upload your file."_s};
    const UploadDraft draft = namedUpload(*form.file);
    if (form.file->size > largestFile)
        throw badParameter(QString());
    QJsonObject file = wire::upload({newId(), draft.name, draft.extension, draft.mimeType, form.file->size, 0});
    file[u"created_at"_s] = QDateTime::currentDateTimeUtc().toString(u"yyyy-MM-ddTHH:mm:ss.zzz000"_s);
    return json(file, 201);
}

} // namespace

void addPipelineRoutes(Router &router, Engine &engine, qint64 largestFile)
{
    router.add("GET", u"/v1/datasets/{id}/pipeline/datasource-plugins", over(engine, listPlugins));
    router.add("POST", u"/v1/datasets/{id}/pipeline/datasource/nodes/{text}/run", over(engine, runNode));
    router.add("POST", u"/v1/datasets/{id}/pipeline/run", over(engine, runPipeline));
    router.add("POST", u"/v1/datasets/pipeline/file-upload",
               [largestFile](const Request &request) { return uploadFile(request, largestFile); });
}

} // namespace http
