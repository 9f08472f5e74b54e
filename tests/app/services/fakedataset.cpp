// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/services/fakedataset.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QUrlQuery>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

FakeNetwork::Answer answerWith(const QJsonObject &object, int status = 200)
{
    return {.status = status, .body = QJsonDocument(object).toJson(QJsonDocument::Compact)};
}

FakeNetwork::Answer notFound()
{
    return answerWith({{u"code"_s, u"not_found"_s}, {u"message"_s, u"Documents not found."_s}, {u"status"_s, 404}},
                      404);
}

} // namespace

FakeDataset::FakeDataset()
    : client(network)
    , api(client)
    , pipelines(client)
{
    client.setServer(QUrl(u"https://api.test/v1"_s), "key");
    client.setRetries(0, 1);
    network.respond = [this](const FakeNetwork::Request &request) { return answer(request); };
}

FakeDataset::Entry &FakeDataset::add(const QString &name, const QString &status, qint64 createdAt)
{
    const QString number = QString::number(++m_last);
    documents.prepend({.id = QString(u"doc"_s + number),
                       .name = name,
                       .batch = QString(u"batch"_s + number),
                       .status = status,
                       .createdAt = createdAt > 0 ? createdAt : QDateTime::currentSecsSinceEpoch()});
    return documents.first();
}

FakeDataset::Entry *FakeDataset::find(const QString &name)
{
    const auto entry = std::find_if(documents.begin(), documents.end(),
                                    [&](const Entry &candidate) { return candidate.name == name; });
    return entry == documents.end() ? nullptr : &*entry;
}

int FakeDataset::count(const QString &nameOfRequest) const
{
    const auto names = network.names();
    return static_cast<int>(std::count_if(names.cbegin(), names.cend(),
                                          [&](const QString &name) { return name.startsWith(nameOfRequest); }));
}

std::optional<FakeNetwork::Answer> FakeDataset::answer(const FakeNetwork::Request &request)
{
    const QUrl url = request.request.url();
    const QString path = url.path();
    const QString documentsPath = u"/v1/datasets/d/documents"_s;
    if (path == "/v1/datasets/d/document/create-by-file"_L1)
        return create(request);
    if (path == "/v1/datasets/pipeline/file-upload"_L1)
        return takeFile(request);
    if (path == "/v1/datasets/d/pipeline/run"_L1)
        return runPipeline(request.json());
    if (path == "/v1/datasets/d/pipeline/datasource-plugins"_L1)
        return FakeNetwork::recorded(u"1.15.0/r006_listDatasourcePlugins__pipeline_published"_s);
    if (path == documentsPath)
        return list(url);
    const QString id = path.mid(documentsPath.size() + 1).section(u'/', 0, 0);
    if (path.endsWith("/indexing-status"_L1))
        return status(id);
    return request.name.startsWith("DELETE"_L1) ? remove(id) : one(id);
}

FakeNetwork::Answer FakeDataset::create(const FakeNetwork::Request &request)
{
    static const QRegularExpression fileName(u"filename=\"([^\"]*)\""_s);
    const QString body = QString::fromUtf8(request.body);
    const QString name = fileName.match(body).captured(1);
    if (!createAnswers.isEmpty() && (answeredName.isEmpty() || answeredName == name))
        return createAnswers.takeFirst();
    created.append(request.body);
    Entry *old = body.contains(u"\"duplicate\":true"_s) ? find(name) : nullptr;
    Entry &entry = old ? *old : add(name, {});
    entry.status = u"waiting"_s;
    entry.step = 0;
    if (loseAnswers)
        return {.status = 0, .failure = QNetworkReply::RemoteHostClosedError};
    return answerWith({{u"document"_s, toJson(entry)}, {u"batch"_s, entry.batch}});
}

FakeNetwork::Answer FakeDataset::takeFile(const FakeNetwork::Request &request)
{
    if (!createAnswers.isEmpty())
        return createAnswers.takeFirst();
    auto answer = FakeNetwork::recorded(u"1.15.0/r007_uploadPipelineFile__for_run"_s);
    QJsonObject file = QJsonDocument::fromJson(answer.body).object();
    file[u"id"_s] = QString(u"file"_s + QString::number(++m_last));
    static const QRegularExpression fileName(u"filename=\"([^\"]*)\""_s);
    file[u"name"_s] = fileName.match(QString::fromUtf8(request.body)).captured(1);
    return answerWith(file, answer.status);
}

//! Makes the document first, and then looks at the inputs.
FakeNetwork::Answer FakeDataset::runPipeline(const QJsonObject &wish)
{
    const QJsonValue item = wish["datasource_info_list"_L1][0];
    Entry &entry = add(item["name"_L1].toString(), u"waiting"_s);
    entry.fileId = item["related_id"_L1].toString();
    for (const QString &input : std::as_const(requiredInputs)) {
        if (!wish["inputs"_L1][input].isUndefined())
            continue;
        return answerWith({{u"code"_s, u"pipeline_run_error"_s},
                           {u"message"_s, QString(input + u" is required in input form"_s)},
                           {u"status"_s, 500}},
                          500);
    }
    created.append(QJsonDocument(wish).toJson());
    if (loseAnswers)
        return {.status = 0, .failure = QNetworkReply::RemoteHostClosedError};
    auto answer = FakeNetwork::recorded(u"1.15.0/r011_runPipeline__blocking"_s);
    QJsonObject run = QJsonDocument::fromJson(answer.body).object();
    QJsonObject document = run["documents"_L1][0].toObject();
    document[u"id"_s] = entry.id;
    document[u"name"_s] = entry.name;
    run[u"documents"_s] = QJsonArray{document};
    run[u"batch"_s] = entry.batch;
    return answerWith(run);
}

FakeNetwork::Answer FakeDataset::list(const QUrl &url)
{
    const QUrlQuery query(url);
    const int page = query.queryItemValue(u"page"_s).toInt();
    const int limit = query.queryItemValue(u"limit"_s).toInt();
    const QString keyword = query.queryItemValue(u"keyword"_s, QUrl::FullyDecoded);
    QJsonArray data;
    int total = 0;
    for (Entry &entry : documents) {
        if (!entry.name.contains(keyword))
            continue;
        if (total / limit == page - 1) {
            advance(entry);
            data.append(toJson(entry));
        }
        ++total;
    }
    return answerWith({{u"data"_s, data}, {u"total"_s, total}});
}

void FakeDataset::advance(Entry &entry) const
{
    if (entry.status == "completed"_L1 || entry.status == "error"_L1 || steps == 0)
        return;
    ++entry.step;
    entry.status = entry.step < steps ? u"indexing"_s : error.isEmpty() ? u"completed"_s : u"error"_s;
}

FakeNetwork::Answer FakeDataset::status(const QString &batch)
{
    const auto entry = std::find_if(documents.begin(), documents.end(),
                                    [&](const Entry &candidate) { return candidate.batch == batch; });
    if (entry == documents.end())
        return notFound();
    advance(*entry);
    const QJsonObject status{{u"id"_s, entry->id},
                             {u"indexing_status"_s, entry->status},
                             {u"error"_s, error},
                             {u"completed_segments"_s, entry->step * 10},
                             {u"total_segments"_s, steps * 10}};
    return answerWith({{u"data"_s, QJsonArray{status}}});
}

FakeNetwork::Answer FakeDataset::one(const QString &id)
{
    const auto entry
        = std::find_if(documents.begin(), documents.end(), [&](const Entry &candidate) { return candidate.id == id; });
    if (entry == documents.end())
        return notFound();
    advance(*entry);
    return answerWith(toJson(*entry));
}

FakeNetwork::Answer FakeDataset::remove(const QString &id)
{
    documents.removeIf([&](const Entry &entry) { return entry.id == id; });
    return {.status = 204};
}

QJsonObject FakeDataset::toJson(const Entry &entry) const
{
    return {{u"id"_s, entry.id},
            {u"name"_s, entry.name},
            {u"indexing_status"_s, entry.status},
            {u"enabled"_s, entry.enabled},
            {u"error"_s, entry.status == "error"_L1 ? QJsonValue(error) : QJsonValue()},
            {u"data_source_info"_s, QJsonObject{{u"related_id"_s, entry.fileId}}},
            {u"created_at"_s, entry.createdAt}};
}
