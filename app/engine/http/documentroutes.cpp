// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/http/answers.h"
#include "app/engine/http/documentwrites.h"
#include "app/engine/http/lookup.h"
#include "app/engine/http/paging.h"
#include "app/engine/http/routes.h"
#include "app/engine/http/shown.h"

using namespace Qt::Literals::StringLiterals;

namespace http {

namespace {

//! Other names are no filter, as with the real server.
std::optional<Document::Status> statusOf(const QString &name)
{
    using Status = Document::Status;
    static const QHash<QString, Status> known{
        {u"queuing"_s, Status::Queuing},   {u"indexing"_s, Status::Indexing},   {u"paused"_s, Status::Paused},
        {u"error"_s, Status::Failed},      {u"available"_s, Status::Available}, {u"active"_s, Status::Available},
        {u"enabled"_s, Status::Available}, {u"disabled"_s, Status::Disabled},   {u"archived"_s, Status::Archived},
    };
    const auto found = known.constFind(name.toLower());
    return found == known.cend() ? std::nullopt : std::optional(*found);
}

Response listDocuments(Engine &engine, const Request &request)
{
    Payload query
        = Payload::ofQuery(u"DocumentListQuery"_s, request, {u"page"_s, u"limit"_s, u"keyword"_s, u"status"_s});
    const Paging paging = Paging::of(query);
    const DocumentFilter filter{query.text("keyword"_L1).value_or(QString()),
                                statusOf(query.text("status"_L1).value_or(QString()))};
    query.check();
    const DatasetRow dataset = requireDataset(engine, request);
    const auto reading = engine.read();
    const Page<DocumentRow> page = DocumentStore(reading.db()).list(dataset.row, filter, paging.slice());
    QJsonArray data;
    for (const DocumentRow &row : page.items)
        data.append(shownDocument(reading.db(), dataset, row));
    return json(paging.envelope(data, page.total));
}

Response getDocument(Engine &engine, const Request &request)
{
    static const QHash<QString, wire::Shown> forms{{u"all"_s, wire::Shown::All},
                                                   {u"only"_s, wire::Shown::OnlyMetadata},
                                                   {u"without"_s, wire::Shown::WithoutMetadata}};
    const QString wanted = request.query(u"metadata").value_or(u"all"_s);
    const DatasetRow dataset = requireDataset(engine, request);
    const DocumentRow document = requireDocument(engine, dataset, request, u"Document not found."_s);
    const auto form = forms.constFind(wanted);
    if (form == forms.cend())
        throw Refusal{400, "invalid_metadata", u"Invalid metadata value: %1"_s.arg(wanted)};
    const auto reading = engine.read();
    const DatasetStore datasets(reading.db());
    const auto own = datasets.rule(document.processRuleId).value_or(ProcessRuleRow());
    const auto latest = datasets.latestRule(dataset.row).value_or(ProcessRuleRow());
    return json(wire::documentDetail(document, dataset.id, own.rule, latest.rule,
                                     shownMetadata(reading.db(), dataset, document), *form));
}

Response deleteDocument(Engine &engine, const Request &request)
{
    const DatasetRow dataset = requireDataset(engine, request);
    engine.deleteDocument(requireDocument(engine, dataset, request, u"Document Not Exists."_s).row);
    return noContent();
}

Response indexingStatus(Engine &engine, const Request &request)
{
    const DatasetRow dataset = requireDataset(engine, request);
    const auto reading = engine.read();
    QJsonArray data;
    for (const DocumentRow &row : DocumentStore(reading.db()).findBatch(dataset.row, request.arguments[1]))
        data.append(wire::indexingStatus(row));
    if (data.isEmpty())
        throw notFound(u"Documents not found."_s);
    return json({{u"data"_s, data}});
}

} // namespace

void addDocumentRoutes(Router &router, Engine &engine, qint64 largestFile)
{
    router.add("GET", u"/v1/datasets/{id}/documents", over(engine, listDocuments));
    router.add("GET", u"/v1/datasets/{id}/documents/{id}", over(engine, getDocument));
    router.add("DELETE", u"/v1/datasets/{id}/documents/{id}", over(engine, deleteDocument));
    router.add("GET", u"/v1/datasets/{id}/documents/{text}/indexing-status", over(engine, indexingStatus));
    router.add("PATCH", u"/v1/datasets/{id}/documents/status/{text}", over(engine, changeStatus));

    const Handler createFile = over(
        engine, [largestFile](Engine &to, const Request &request) { return createByFile(to, request, largestFile); });
    const Handler updateFile = over(
        engine, [largestFile](Engine &to, const Request &request) { return updateByFile(to, request, largestFile); });
    for (const QString &path :
         {u"/v1/datasets/{id}/document/create-by-text"_s, u"/v1/datasets/{id}/document/create_by_text"_s})
        router.add("POST", path, over(engine, createByText));
    for (const QString &path :
         {u"/v1/datasets/{id}/document/create-by-file"_s, u"/v1/datasets/{id}/document/create_by_file"_s})
        router.add("POST", path, createFile);
    for (const QString &path :
         {u"/v1/datasets/{id}/documents/{id}/update-by-text"_s, u"/v1/datasets/{id}/documents/{id}/update_by_text"_s})
        router.add("POST", path, over(engine, updateByText));
    for (const QString &path :
         {u"/v1/datasets/{id}/documents/{id}/update-by-file"_s, u"/v1/datasets/{id}/documents/{id}/update_by_file"_s})
        router.add("POST", path, updateFile);
    router.add("PATCH", u"/v1/datasets/{id}/documents/{id}", updateFile);
}

} // namespace http
