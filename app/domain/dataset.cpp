// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/dataset.h"

#include "app/domain/json.h"

using namespace Qt::Literals::StringLiterals;

namespace {

template <typename T>
QList<T> listOf(const QJsonValue &value)
{
    QList<T> list;
    const QJsonArray items = value.toArray();
    for (const auto item : items)
        list.append(T::fromJson(item.toObject()));
    return list;
}

} // namespace

Dataset Dataset::fromJson(const QJsonObject &object)
{
    Dataset dataset;
    dataset.id = object["id"_L1].toString();
    dataset.name = object["name"_L1].toString();
    dataset.description = object["description"_L1].toString();
    dataset.provider = object["provider"_L1].toString(dataset.provider);
    dataset.permission = object["permission"_L1].toString();
    dataset.partialMembers = json::toStrings(object["partial_member_list"_L1]);
    dataset.docForm = object["doc_form"_L1].toString();
    dataset.technique = techniqueFromString(object["indexing_technique"_L1].toString());
    dataset.documentCount = json::toInt(object["document_count"_L1]);
    dataset.availableDocumentCount = json::toInt(object["total_available_documents"_L1]);
    dataset.wordCount = json::toInt(object["word_count"_L1]);
    dataset.createdAt = json::toInt(object["created_at"_L1]);
    dataset.updatedAt = json::toInt(object["updated_at"_L1]);
    dataset.apiEnabled = object["enable_api"_L1].toBool(true);
    dataset.isPipeline = object["runtime_mode"_L1] == "rag_pipeline"_L1;
    dataset.isPublished = object["is_published"_L1].toBool();
    dataset.builtInMetadata = object["built_in_field_enabled"_L1].toBool();
    dataset.embeddingAvailable = object["embedding_available"_L1].toBool(true);
    dataset.embeddingModel
        = {object["embedding_model_provider"_L1].toString(), object["embedding_model"_L1].toString()};
    dataset.tags = listOf<Tag>(object["tags"_L1]);
    dataset.metadataFields = listOf<MetadataField>(object["doc_metadata"_L1]);
    dataset.externalKnowledgeId = object["external_knowledge_info"_L1]["external_knowledge_id"_L1].toString();
    dataset.externalKnowledgeApiId = object["external_knowledge_info"_L1]["external_knowledge_api_id"_L1].toString();
    dataset.retrieval = RetrievalSettings::fromJson(object["retrieval_model_dict"_L1].toObject());
    return dataset;
}

QString toString(Dataset::Technique technique)
{
    switch (technique) {
    case Dataset::Technique::NotSet:
        return {};
    case Dataset::Technique::Economy:
        return u"economy"_s;
    case Dataset::Technique::HighQuality:
        return u"high_quality"_s;
    }
    Q_UNREACHABLE();
}

Dataset::Technique techniqueFromString(const QString &text)
{
    if (text == "economy"_L1)
        return Dataset::Technique::Economy;
    if (text == "high_quality"_L1)
        return Dataset::Technique::HighQuality;
    return Dataset::Technique::NotSet;
}
