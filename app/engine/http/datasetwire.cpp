// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/http/wire.h"

#include "app/domain/json.h"
#include "app/engine/http/wireparts.h"

using namespace Qt::Literals::StringLiterals;

namespace http::wire {

namespace {

constexpr QJsonValue::Type null = QJsonValue::Null;

QJsonObject nulls(std::initializer_list<QLatin1StringView> names)
{
    QJsonObject object;
    for (const auto name : names)
        object[name] = null;
    return object;
}

//! What is reported while nothing is set.
QJsonObject defaultRetrieval()
{
    return {{u"search_method"_s, u"semantic_search"_s},
            {u"reranking_enable"_s, false},
            {u"reranking_mode"_s, null},
            {u"reranking_model"_s,
             QJsonObject{{u"reranking_provider_name"_s, QString()}, {u"reranking_model_name"_s, QString()}}},
            {u"weights"_s, null},
            {u"top_k"_s, 2},
            {u"score_threshold_enabled"_s, false},
            {u"score_threshold"_s, null}};
}

QJsonObject retrieval(const DatasetRow &row, bool asSearched)
{
    QJsonObject shown = defaultRetrieval();
    if (!row.retrievalModel.isEmpty()) {
        shown[u"reranking_model"_s] = nulls({"reranking_provider_name"_L1, "reranking_model_name"_L1});
        for (const QString &key : shown.keys()) {
            if (const auto value = row.retrievalModel[key]; !value.isNull() && !value.isUndefined())
                shown[key] = value;
        }
    }
    if (asSearched && row.indexingTechnique != "high_quality"_L1)
        shown[u"search_method"_s] = u"keyword_search"_s;
    return shown;
}

//! With all keys that it has, whichever were sent.
QJsonObject summarySetting(const QJsonObject &sent)
{
    QJsonObject object;
    for (const auto name : {"enable"_L1, "model_name"_L1, "model_provider_name"_L1, "summary_prompt"_L1}) {
        const QJsonValue value = sent[name];
        object[name] = value.type() == (name == "enable"_L1 ? QJsonValue::Bool : QJsonValue::String) ? value : null;
    }
    return object;
}

//! Filled from the settings of the dataset itself; it says nothing about an external one.
QJsonObject externalRetrieval(const DatasetRow &row)
{
    if (row.retrievalModel.isEmpty())
        return {{u"top_k"_s, 2}, {u"score_threshold"_s, 0.0}, {u"score_threshold_enabled"_s, null}};
    const QJsonObject &model = row.retrievalModel;
    return {{u"top_k"_s, model["top_k"_L1]},
            {u"score_threshold"_s, model.contains("score_threshold"_L1) ? model["score_threshold"_L1] : null},
            {u"score_threshold_enabled"_s, model["score_threshold_enabled"_L1]}};
}

QJsonArray shown(const QList<TagRow> &tags)
{
    QJsonArray list;
    for (const TagRow &one : tags)
        list.append(tag(one));
    return list;
}

QJsonArray shown(const QList<MetadataFieldRow> &fields, bool builtIn)
{
    QJsonArray list;
    for (const MetadataFieldRow &field : builtIn ? fields + builtInFields() : fields)
        list.append(metadataField(field));
    return list;
}

} // namespace

QJsonObject dataset(const DatasetRow &row, DatasetForm form, const QList<TagRow> &tags,
                    const QList<MetadataFieldRow> &fields)
{
    const bool written = form == DatasetForm::Created || form == DatasetForm::Changed;
    QJsonObject object{
        {u"id"_s, row.id},
        {u"name"_s, row.name},
        {u"description"_s, row.description.isNull() ? null : QJsonValue(row.description)},
        {u"provider"_s, row.provider},
        {u"permission"_s, row.permission},
        {u"data_source_type"_s, row.documentCount > 0 ? QJsonValue(u"upload_file"_s) : null},
        {u"indexing_technique"_s, json::orNull(row.indexingTechnique)},
        {u"app_count"_s, 0},
        {u"document_count"_s, row.documentCount},
        {u"word_count"_s, row.wordCount},
        {u"created_by"_s, ownerId()},
        {u"author_name"_s, u"Loredesk"_s},
        {u"created_at"_s, seconds(row.createdAt)},
        {u"updated_by"_s, ownerId()},
        {u"updated_at"_s, seconds(row.updatedAt)},
        {u"embedding_model"_s, json::orNull(row.hasVectors() ? row.embeddingModel : row.namedModel)},
        {u"embedding_model_provider"_s, row.hasVectors() ? QJsonValue(row.embeddingProvider) : null},
        {u"embedding_available"_s, written ? null : QJsonValue(true)},
        {u"retrieval_model_dict"_s, retrieval(row, form == DatasetForm::Detailed)},
        {u"summary_index_setting"_s, summarySetting(row.summarySetting)},
        {u"tags"_s, shown(tags)},
        {u"doc_form"_s, json::orNull(row.docForm)},
        {u"external_knowledge_info"_s, nulls({"external_knowledge_id"_L1, "external_knowledge_api_id"_L1,
                                              "external_knowledge_api_name"_L1, "external_knowledge_api_endpoint"_L1})},
        {u"external_retrieval_model"_s, externalRetrieval(row)},
        {u"doc_metadata"_s, shown(fields, row.builtInFields)},
        {u"built_in_field_enabled"_s, row.builtInFields},
        {u"pipeline_id"_s, null},
        {u"runtime_mode"_s, u"general"_s},
        {u"chunk_structure"_s, null},
        {u"icon_info"_s, nulls({"icon_type"_L1, "icon"_L1, "icon_background"_L1, "icon_url"_L1})},
        {u"is_published"_s, false},
        {u"total_documents"_s, row.documentCount},
        {u"total_available_documents"_s, row.availableDocumentCount},
        {u"enable_api"_s, true},
        {u"is_multimodal"_s, false},
        {u"maintainer"_s, ownerId()},
    };
    if (form == DatasetForm::Changed || (form == DatasetForm::Detailed && row.permission == "partial_members"_L1))
        object[u"partial_member_list"_s] = QJsonArray::fromStringList(row.members);
    return object;
}

} // namespace http::wire
