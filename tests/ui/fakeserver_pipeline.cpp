// SPDX-License-Identifier: GPL-3.0-or-later
// Pipelines of the server in memory.
#include "tests/ui/fakeserver.h"

#include "tests/ui/fakeserver_answers.h"

#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

FakeServer::Answer FakeServer::onPipeline(const QStringList &path, const FakeNetwork::Request &request)
{
    if (path.last() == "datasource-plugins"_L1)
        return {.body = QJsonDocument(pipelineSources).toJson()};
    if (path.last() == "file-upload"_L1) {
        const auto taken = FakeNetwork::recorded(u"1.15.0/r007_uploadPipelineFile__for_run"_s);
        QJsonObject file = QJsonDocument::fromJson(taken.body).object();
        const QString body = QString::fromUtf8(request.body);
        file[u"name"_s] = body.section(u"filename=\""_s, 1).section(u'"', 0, 0);
        return answers::json(file, taken.status);
    }
    const QString name = request.json()["datasource_info_list"_L1][0]["name"_L1].toString();
    const QString id = addDocument(path[2], name, {{u"created_from"_s, u"rag-pipeline"_s}});
    const QJsonObject made = document(id);
    return answers::json({{u"batch"_s, made["batch"_L1]}, {u"documents"_s, QJsonArray{made}}});
}
