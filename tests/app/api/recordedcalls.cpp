// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/api/recordedcalls.h"

#include "app/api/childchunksapi.h"
#include "app/api/chunksapi.h"
#include "app/api/datasetsapi.h"
#include "app/api/documentsapi.h"
#include "app/api/metadataapi.h"
#include "app/api/modelsapi.h"
#include "app/api/pipelineapi.h"
#include "app/api/retrievalapi.h"
#include "app/api/tagsapi.h"
#include "tests/app/api/recordedrequest.h"
#include "tests/support/recordings.h"

#include <QFile>
#include <QUrlQuery>

using namespace Qt::Literals::StringLiterals;
using namespace recordedcalls;

namespace {

Outcome dataset(const Asked &asked)
{
    const DatasetsApi api(asked.client);
    const QString id = asked.path.value(1);
    if (asked.is("GET", 1)) {
        DatasetsFilter filter{.keyword = asked.query["keyword"_L1].toString()};
        const auto tags = asked.query["tag_ids"_L1];
        filter.tagIds = tags.isArray() ? json::toStrings(tags) : json::toStrings(QJsonArray{tags});
        filter.includeAll = asked.query.contains("include_all"_L1);
        return made(api.list(asked.page(), asked.limit(), filter));
    }
    if (asked.is("POST", 1))
        return made(api.create({.name = asked.text("name"),
                                .description = asked.text("description"),
                                .technique = techniqueFromString(asked.text("indexing_technique")),
                                .permission = asked.text("permission"),
                                .embeddingModel = embeddingOf(asked.body),
                                .retrieval = retrievalOf(asked.body),
                                .externalKnowledgeId = asked.text("external_knowledge_id"),
                                .externalKnowledgeApiId = asked.text("external_knowledge_api_id")}));
    if (asked.is("GET", 2))
        return made(api.get(id));
    if (asked.is("DELETE", 2))
        return made(api.remove(id));
    if (!asked.is("PATCH", 2))
        return {};
    DatasetChanges changes{.retrieval = retrievalOf(asked.body), .embeddingModel = embeddingOf(asked.body)};
    const auto set = [&](const char *key, std::optional<QString> *to) {
        if (asked.body[QLatin1StringView(key)].isString())
            *to = asked.text(key);
    };
    set("name", &changes.name);
    set("description", &changes.description);
    set("permission", &changes.permission);
    if (asked.body.contains("indexing_technique"_L1))
        changes.technique = techniqueFromString(asked.text("indexing_technique"));
    if (asked.body["partial_member_list"_L1].isArray()) {
        changes.partialMembers = QStringList();
        const QJsonArray members = asked.body["partial_member_list"_L1].toArray();
        for (const auto member : members)
            changes.partialMembers->append(member["user_id"_L1].toString());
    }
    changes.externalKnowledgeId = asked.text("external_knowledge_id");
    changes.externalKnowledgeApiId = asked.text("external_knowledge_api_id");
    return made(api.update(id, changes));
}

Outcome chunk(const Asked &asked)
{
    const ChunksApi api(asked.client);
    const QString datasetId = asked.path.at(1);
    const QString documentId = asked.path.at(3);
    const QString chunkId = asked.path.value(5);
    if (asked.is("GET", 5, "segments"))
        return made(api.list(datasetId, documentId, asked.page(), asked.limit(), asked.query["keyword"_L1].toString(),
                             asked.query["status"_L1].toString()));
    if (asked.is("POST", 5, "segments")) {
        QList<ChunkDraft> drafts;
        const QJsonArray segments = asked.body["segments"_L1].toArray();
        for (const auto segment : segments)
            drafts.append({.content = segment["content"_L1].toString(),
                           .answer = segment["answer"_L1].toString(),
                           .keywords = json::toStrings(segment["keywords"_L1])});
        return made(api.create(datasetId, documentId, drafts));
    }
    if (asked.is("GET", 6))
        return made(api.get(datasetId, documentId, chunkId));
    if (asked.is("DELETE", 6))
        return made(api.remove(datasetId, documentId, chunkId));
    if (!asked.is("POST", 6))
        return {};
    const QJsonObject segment = asked.body["segment"_L1].toObject();
    Chunk before;
    before.content = segment["content"_L1].toString();
    before.answer = segment["answer"_L1].toString();
    before.attachmentIds = json::toStrings(segment["attachment_ids"_L1]);
    ChunkChanges changes(before);
    if (segment["keywords"_L1].isArray())
        changes.keywords = json::toStrings(segment["keywords"_L1]);
    if (segment["enabled"_L1].isBool())
        changes.enabled = segment["enabled"_L1].toBool();
    changes.regenerateChildren = segment["regenerate_child_chunks"_L1].toBool();
    return made(api.update(datasetId, documentId, chunkId, changes));
}

Outcome child(const Asked &asked)
{
    const ChildChunksApi api(asked.client);
    const ChildChunksApi::Parent parent{asked.path.at(1), asked.path.at(3), asked.path.at(5)};
    if (asked.is("GET", 7))
        return made(api.list(parent, asked.page(), asked.limit(), asked.query["keyword"_L1].toString()));
    if (asked.is("POST", 7))
        return made(api.create(parent, asked.text("content")));
    if (asked.is("PATCH", 8))
        return made(api.update(parent, asked.path.at(7), asked.text("content")));
    if (asked.is("DELETE", 8))
        return made(api.remove(parent, asked.path.at(7)));
    return {};
}

Outcome metadata(const Asked &asked)
{
    const MetadataApi api(asked.client);
    const QString datasetId = asked.path.at(1);
    if (asked.is("GET", 3))
        return made(api.fields(datasetId));
    if (asked.is("POST", 3))
        return made(api.create(datasetId, asked.text("name"), metadataTypeFromString(asked.text("type"))));
    if (asked.is("GET", 4, "built-in"))
        return made(api.builtInFields(datasetId));
    if (asked.is("POST", 5, "enable") || asked.is("POST", 5, "disable"))
        return made(api.setBuiltIn(datasetId, asked.path.last() == "enable"_L1));
    if (asked.is("PATCH", 4))
        return made(api.rename(datasetId, asked.path.at(3), asked.text("name")));
    if (asked.is("DELETE", 4))
        return made(api.remove(datasetId, asked.path.at(3)));
    return {};
}

Outcome tag(const Asked &asked)
{
    const TagsApi api(asked.client);
    if (asked.is("GET", 2))
        return made(api.list());
    if (asked.is("POST", 2))
        return made(api.create(asked.text("name")));
    if (asked.is("PATCH", 2))
        return made(api.rename(asked.text("tag_id"), asked.text("name")));
    if (asked.is("DELETE", 2))
        return made(api.remove(asked.text("tag_id")));
    if (asked.is("POST", 3, "binding"))
        return made(api.bind(json::toStrings(asked.body["tag_ids"_L1]), asked.text("target_id")));
    if (asked.is("POST", 3, "unbinding"))
        return made(api.unbind(asked.text("tag_id"), asked.text("target_id")));
    return {};
}

Outcome pipeline(const Asked &asked)
{
    const PipelineApi api(asked.client);
    if (asked.is("POST", 3, "file-upload"))
        return made(api.uploadFile(asked.file, asked.fileName));
    const QString datasetId = asked.path.at(1);
    if (asked.is("GET", 4, "datasource-plugins"))
        return made(api.sources(datasetId, asked.query["is_published"_L1] != QJsonValue(QString())));
    const bool isPublished = asked.body["is_published"_L1].toBool();
    if (asked.is("POST", 7, "run"))
        return made(api.browse(datasetId, {.nodeId = asked.path.at(5), .type = asked.text("datasource_type")},
                               asked.body["inputs"_L1].toObject(), isPublished));
    if (asked.is("POST", 4, "run"))
        return made(api.run(datasetId, {.sourceNodeId = asked.text("start_node_id"),
                                        .sourceType = asked.text("datasource_type"),
                                        .inputs = asked.body["inputs"_L1].toObject(),
                                        .items = asked.body["datasource_info_list"_L1].toArray(),
                                        .isPublished = isPublished}));
    return {};
}

Outcome route(const Asked &asked)
{
    const QStringList &path = asked.path;
    static const QHash<QString, Model::Type> types{{u"llm"_s, Model::Type::Llm},
                                                   {u"rerank"_s, Model::Type::Rerank},
                                                   {u"text-embedding"_s, Model::Type::TextEmbedding}};
    if (path.value(3) == "model-types"_L1 && types.contains(path.value(4)))
        return made(ModelsApi(asked.client).list(types[path.value(4)]));
    if (path.value(0) != "datasets"_L1)
        return {};
    if (path.value(1) == "tags"_L1)
        return tag(asked);
    if (path.value(1) == "pipeline"_L1 || path.value(2) == "pipeline"_L1)
        return pipeline(asked);
    if (path.size() <= 2)
        return dataset(asked);
    if (asked.is("GET", 3, "tags"))
        return made(TagsApi(asked.client).ofDataset(path.at(1)));
    if (asked.is("POST", 3, "retrieve"))
        return made(
            RetrievalApi(asked.client)
                .retrieve(path.at(1), asked.text("query"), retrievalOf(asked.body).value_or(RetrievalSettings())));
    if (path.at(2) == "metadata"_L1)
        return metadata(asked);
    if (path.value(6) == "child_chunks"_L1)
        return child(asked);
    if (path.value(4) == "segments"_L1)
        return chunk(asked);
    if (path.at(2) == "documents"_L1 || path.at(2) == "document"_L1)
        return document(asked);
    return {};
}

//! Nothing in it that a typed call would refuse.
void makeHarmless(QJsonObject *body)
{
    (*body)[u"text"_s] = u"x"_s;
    (*body)[u"content"_s] = u"x"_s;
    (*body)[u"indexing_technique"_s] = u"high_quality"_s;
    (*body)[u"embedding_model"_s] = u"x"_s;
    if ((*body)["segments"_L1].isArray())
        (*body)[u"segments"_s] = QJsonArray{QJsonObject{{u"content"_s, u"x"_s}}};
}

} // namespace

namespace recordedcalls {

Outcome run(ApiClient &client, const QJsonObject &exchange, const QString &folder, Refusals refusals)
{
    if (exchange["path"_L1].toString().startsWith("/files/"_L1))
        return made(DocumentsApi(client).download(QUrl(u"https://api.test"_s + exchange["path"_L1].toString()),
                                                  folder + u"/received"_s));
    QString path = exchange["path"_L1].toString().section(u'?', 0, 0);
    path.replace("_by_"_L1, "-by-"_L1).replace("/hit-testing"_L1, "/retrieve"_L1);
    if (!path.startsWith("/v1/"_L1) || path.endsWith(u'/'))
        return {};
    Asked asked{.client = client,
                .method = exchange["method"_L1].toString(),
                .path = path.mid(4).split(u'/'),
                .query = exchange["query"_L1].toObject(),
                .body = exchange["body"_L1].toObject(),
                .file = {},
                .fileName = {},
                .saveAs = folder + u"/received"_s};
    if (exchange.contains("parts"_L1)) {
        const QJsonObject form = formOf(exchange["parts"_L1].toArray());
        asked.body = form["data"_L1].toObject();
        asked.fileName = form["filename"_L1].toString();
        if (form.contains("file"_L1) || asked.path.last() == "create-by-file"_L1) {
            asked.file = folder + u"/sent"_s;
            QFile file(asked.file);
            if (!file.open(QIODevice::WriteOnly) || file.write(form["file"_L1].toString().toLatin1()) < 0)
                qFatal("cannot write %s", qPrintable(asked.file));
        }
    }
    if (refusals == Refusals::Avoided)
        makeHarmless(&asked.body);
    return route(asked);
}

QJsonObject queryOf(const QUrl &url)
{
    QJsonObject query;
    const auto items = QUrlQuery(url).queryItems(QUrl::FullyDecoded);
    for (const auto &[key, value] : items) {
        if (!query.contains(key))
            query[key] = value;
        else if (query[key].isArray())
            query[key] = query[key].toArray() + QJsonValue(value);
        else
            query[key] = QJsonArray{query[key], value};
    }
    return query;
}

QJsonObject formOf(const QJsonArray &parts)
{
    QJsonObject form;
    for (const auto part : parts) {
        const QByteArray bytes = recordings::partBytes(part.toObject());
        if (part["filename"_L1].isString()) {
            form[u"file"_s] = QString::fromLatin1(bytes);
            form[u"filename"_s] = part["filename"_L1];
        } else if (const auto data = QJsonDocument::fromJson(bytes).object(); !data.isEmpty()) {
            form[part["name"_L1].toString()] = data;
        }
    }
    return form;
}

QJsonObject formOf(const QByteArray &body)
{
    QJsonArray parts;
    const QByteArray boundary = body.first(body.indexOf("\r\n"));
    for (auto begin = body.indexOf(boundary); begin >= 0;) {
        const auto end = body.indexOf(boundary, begin + 1);
        const QByteArray part = body.mid(begin, end - begin - 2);
        const auto head = part.indexOf("\r\n\r\n");
        const QString header = QString::fromUtf8(part.first(std::max<qsizetype>(head, 0)));
        if (head >= 0) {
            QJsonObject read{{u"name"_s, header.section(u'"', 1, 1)},
                             {u"base64"_s, QString::fromLatin1(part.mid(head + 4).toBase64())}};
            if (header.contains("filename="_L1))
                read[u"filename"_s] = header.section(u'"', 3, 3);
            parts.append(read);
        }
        begin = end;
    }
    return formOf(parts);
}

} // namespace recordedcalls
