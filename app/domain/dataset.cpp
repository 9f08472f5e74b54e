// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/dataset.h"

#include "app/domain/json.h"

using namespace Qt::Literals::StringLiterals;

Dataset Dataset::fromJson(const QJsonObject &object)
{
    Dataset dataset;
    dataset.id = object["id"_L1].toString();
    dataset.name = object["name"_L1].toString();
    dataset.description = object["description"_L1].toString();
    dataset.permission = object["permission"_L1].toString();
    dataset.docForm = object["doc_form"_L1].toString();
    dataset.technique = techniqueFromString(object["indexing_technique"_L1].toString());
    dataset.documentCount = json::toInt(object["document_count"_L1]);
    dataset.availableDocumentCount = json::toInt(object["total_available_documents"_L1]);
    dataset.wordCount = json::toInt(object["word_count"_L1]);
    dataset.createdAt = json::toInt(object["created_at"_L1]);
    dataset.updatedAt = json::toInt(object["updated_at"_L1]);
    dataset.apiEnabled = object["enable_api"_L1].toBool(true);
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
