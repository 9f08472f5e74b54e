// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/http/documentwrites.h"

#include "app/engine/http/answers.h"
#include "app/engine/http/body.h"
#include "app/engine/http/documentwish.h"
#include "app/engine/http/lookup.h"
#include "app/engine/http/shown.h"
#include "app/engine/http/upload.h"

using namespace Qt::Literals::StringLiterals;

namespace http {

namespace {

constexpr qsizetype longestName = 200; // characters, of a text

Response created(const Engine &engine, const DatasetRow &dataset, const DocumentRow &row)
{
    const auto reading = engine.read();
    return json({{u"document"_s, shownDocument(reading.db(), dataset, row)}, {u"batch"_s, row.batch}});
}

//! What the real server thinks was meant when something is not found under these paths.
QStringList neighbours(const Request &request)
{
    const QString folder = u"/v1/datasets/<uuid:dataset_id>/document/"_s;
    const bool text = request.path.endsWith("text"_L1);
    const QString own = text ? u"text"_s : u"file"_s;
    return {folder + "create-by-"_L1 + own, folder + "create_by_"_L1 + own,
            folder + (text ? "create-by-file"_L1 : "create-by-text"_L1)};
}

//! Refuses what only the dataset can tell to be wrong.
void requireFitting(const DatasetRow &dataset, const DocumentWish &wish)
{
    requireProcessRule(wish.processRule);
    requireDocForm(dataset, wish.docForm);
}

//! The document that is to be updated instead of making one; nothing if one is to be made.
std::optional<DocumentRow> original(const Engine &engine, const DatasetRow &dataset, const DocumentWish &wish,
                                    const Request &request)
{
    if (!wish.originalDocument || wish.originalDocument->isEmpty())
        return {};
    const auto reading = engine.read();
    if (auto row = DocumentStore(reading.db()).find(dataset.row, *wish.originalDocument))
        return row;
    throw notFound(u"Document not found."_s, request, neighbours(request));
}

Response make(Engine &engine, const Request &request, const DatasetRow &dataset, const DocumentWish &wish,
              const DocumentDraft &draft, SameName sameName)
{
    if (const auto existing = original(engine, dataset, wish, request))
        return created(engine, dataset, engine.updateDocument(existing->row, draft));
    DocumentDraft made = draft;
    if (!dataset.indexingTechnique.isEmpty())
        made.retrievalModel = {}; // only the first document decides how its dataset is searched
    else if (made.indexingTechnique == "high_quality"_L1)
        made.embedding = embeddingModel(engine, wish.model);
    return created(engine, dataset, engine.createDocument(dataset.row, made, sameName));
}

Response update(Engine &engine, const Request &request, const DatasetRow &dataset, const DocumentWish &wish,
                const DocumentDraft &draft)
{
    if (!draft.upload && draft.processRule.isEmpty())
        throw badParameter(u"Data source or Process rule is required"_s);
    requireAvailable(engine, dataset);
    requireFitting(dataset, wish);
    const DocumentRow document = requireDocument(engine, dataset, request, u"Document not found"_s);
    return created(engine, dataset, engine.updateDocument(document.row, draft));
}

} // namespace

Response createByText(Engine &engine, const Request &request)
{
    const QJsonValue given = jsonBody(request);
    Payload body(u"DocumentTextCreatePayload"_s, given);
    const DocumentWish wish = readDocumentWish(body, Need::Required, Need::Required);
    body.check();
    const DatasetRow dataset = requireDataset(engine, request, neighbours(request));
    if (dataset.indexingTechnique.isEmpty() && !wish.technique)
        throw badParameter(u"indexing_technique is required."_s);
    requireProvider(engine, wish.model);
    Payload config(u"KnowledgeConfig"_s, given);
    config.choice("indexing_technique"_L1, {u"high_quality"_s, u"economy"_s}, "literal_error"_L1, Need::Required);
    config.check();
    requireFitting(dataset, wish);

    DocumentDraft draft = draftOf(wish);
    draft.name = shortened(draft.name, longestName);
    draft.upload = uploadOf(draft.name, *wish.text);
    return make(engine, request, dataset, wish, draft, SameName::Overwrite);
}

Response createByFile(Engine &engine, const Request &request, qint64 largestFile)
{
    const DatasetRow dataset = requireDataset(engine, request, neighbours(request));
    if (dataset.provider == "external"_L1)
        throw badParameter(u"External datasets are not supported."_s);
    const Form form = formBody(request);
    Payload data(u"KnowledgeConfig"_s, formData(form));
    const DocumentWish wish = readDocumentWish(data, Need::Optional, Need::Optional);
    data.choice("indexing_technique"_L1, {u"high_quality"_s, u"economy"_s}, "literal_error"_L1);
    if (dataset.indexingTechnique.isEmpty() && !wish.technique && data.mistakes().isEmpty())
        throw badParameter(u"indexing_technique is required."_s);
    requireProvider(engine, wish.model);
    if (!form.file)
        throw Refusal{400, "no_file_uploaded", u"Please upload your file."_s};
    DocumentDraft draft = draftOf(wish);
    draft.upload = uploadOf(*form.file, largestFile, UploadWords::Helpful);
    draft.name = draft.upload->name; // not that of the data
    const auto latestRule = [&] {
        const auto reading = engine.read();
        return DatasetStore(reading.db()).latestRule(dataset.row);
    };
    if (wish.processRule.isEmpty() && !latestRule())
        throw badParameter(u"process_rule is required."_s);
    data.check();
    requireFitting(dataset, wish);
    return make(engine, request, dataset, wish, draft, wish.duplicate ? SameName::Overwrite : SameName::KeepBoth);
}

Response updateByText(Engine &engine, const Request &request)
{
    Payload body(u"DocumentTextUpdate"_s, jsonBody(request));
    const DocumentWish wish = readDocumentWish(body, Need::Optional, Need::Optional);
    if (wish.text && !wish.text->isEmpty() && !wish.name)
        body.failWhole("value_error"_L1, u"Value error, name is required when text is provided"_s);
    body.check();
    const DatasetRow dataset = requireDataset(engine, request);
    DocumentDraft draft = draftOf(wish);
    if (wish.text && !wish.text->isEmpty())
        draft.upload = uploadOf(shortened(draft.name, longestName), *wish.text);
    return update(engine, request, dataset, wish, draft);
}

Response updateByFile(Engine &engine, const Request &request, qint64 largestFile)
{
    const DatasetRow dataset = requireDataset(engine, request);
    const Form form = formBody(request);
    Payload data(u"KnowledgeConfig"_s, formData(form));
    const DocumentWish wish = readDocumentWish(data, Need::Optional, Need::Optional);
    data.check();
    DocumentDraft draft = draftOf(wish);
    if (form.file) {
        draft.upload = uploadOf(*form.file, largestFile, UploadWords::Recorded);
        if (draft.name.isEmpty())
            draft.name = draft.upload->name;
    }
    return update(engine, request, dataset, wish, draft);
}

} // namespace http
