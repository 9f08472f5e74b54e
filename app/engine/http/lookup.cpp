// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/http/lookup.h"

#include "app/engine/http/answers.h"
#include "app/engine/store/storeerror.h"
#include "app/log.h"

using namespace Qt::Literals::StringLiterals;

namespace http {

namespace {

Refusal documentIndexing()
{
    return {400, "document_indexing", u"The document is being processed and cannot be edited."_s};
}

Refusal refusalOf(const StoreError &error)
{
    switch (error.kind()) {
    case StoreError::Kind::NotFound:
        return notFound(error.message());
    case StoreError::Kind::NameTaken:
        return {409, "dataset_name_duplicate", u"The dataset name already exists. Please modify your dataset name."_s};
    case StoreError::Kind::DocumentIndexing:
        return documentIndexing();
    case StoreError::Kind::DocumentNotAvailable:
        return badParameter(u"Document is not available"_s);
    case StoreError::Kind::DocumentArchived:
        return {403, "archived_document_immutable", u"The archived document is not editable."_s};
    case StoreError::Kind::ChunkDisabled:
        return badParameter(u"Can't update disabled segment"_s);
    case StoreError::Kind::Refused:
        return badParameter(error.message());
    case StoreError::Kind::ModelMissing:
        return {400, "provider_not_initialize", error.message()};
    case StoreError::Kind::DiskFull:
        return {507, "insufficient_storage", error.message()};
    case StoreError::Kind::FolderInUse:
    case StoreError::Kind::Newer:
    case StoreError::Kind::Damaged:
    case StoreError::Kind::Io:
        break;
    }
    qCWarning(lcEngine, "%s", error.what());
    return {500, "internal_server_error", error.message()};
}

} // namespace

Handler over(Engine &engine, const std::function<Response(Engine &, const Request &)> &handler)
{
    return [&engine, handler](const Request &request) {
        try {
            return handler(engine, request);
        } catch (const StoreError &error) {
            throw refusalOf(error);
        } catch (const ModelError &error) {
            throw badParameter(error.message());
        }
    };
}

DatasetRow requireDataset(const Engine &engine, const Request &request, const QStringList &meant)
{
    const auto reading = engine.read();
    if (auto row = DatasetStore(reading.db()).find(request.arguments[0]))
        return *std::move(row);
    const QString message = u"Dataset not found."_s;
    throw meant.isEmpty() ? notFound(message) : notFound(message, request, meant);
}

DocumentRow requireDocument(const Engine &engine, const DatasetRow &dataset, const Request &request,
                            const QString &message)
{
    const auto reading = engine.read();
    if (auto row = DocumentStore(reading.db()).find(dataset.row, request.arguments[1]))
        return *std::move(row);
    throw notFound(message);
}

void requireModel(const Engine &engine, const DatasetRow &dataset)
{
    if (!dataset.hasVectors())
        return;
    try {
        engine.models().requireEmbedding(dataset.embeddingModel);
    } catch (const ModelError &error) {
        throw Refusal{400, "provider_not_initialize", error.message()};
    }
}

void requireAvailable(const Engine &engine, const DatasetRow &dataset)
{
    try {
        requireModel(engine, dataset);
    } catch (const Refusal &refusal) {
        throw badParameter("The dataset is unavailable, due to: "_L1 + refusal.message);
    }
}

void requireSettled(const DocumentRow &document)
{
    if (document.stage != IndexingStatus::Stage::Completed && document.stage != IndexingStatus::Stage::Failed)
        throw documentIndexing();
}

} // namespace http
