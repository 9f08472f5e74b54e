// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/document.h"

#include "app/domain/json.h"

#include <QHash>

using namespace Qt::Literals::StringLiterals;

namespace {

Document::Status statusOf(const QJsonObject &object)
{
    using Status = Document::Status;
    static const QHash<QString, Status> displayed{
        {u"queuing"_s, Status::Queuing},   {u"indexing"_s, Status::Indexing},   {u"paused"_s, Status::Paused},
        {u"error"_s, Status::Failed},      {u"available"_s, Status::Available}, {u"disabled"_s, Status::Disabled},
        {u"archived"_s, Status::Archived},
    };
    const auto known = displayed.constFind(object["display_status"_L1].toString());
    if (known != displayed.cend())
        return *known;

    const QString stage = object["indexing_status"_L1].toString();
    if (stage == "completed"_L1) {
        if (object["archived"_L1].toBool())
            return Status::Archived;
        return object["enabled"_L1].toBool(true) ? Status::Available : Status::Disabled;
    }
    if (stage == "error"_L1)
        return Status::Failed;
    if (stage == "paused"_L1)
        return Status::Paused;
    return stage == "waiting"_L1 ? Status::Queuing : Status::Indexing;
}

//! The uploaded file: `data_source_detail_dict` in lists, `data_source_info` in the detail form.
QJsonObject uploadedFile(const QJsonObject &object)
{
    const auto inList = object["data_source_detail_dict"_L1]["upload_file"_L1];
    return (inList.isObject() ? inList : object["data_source_info"_L1]["upload_file"_L1]).toObject();
}

//! Servers name it otherwise where a pipeline made the document.
QString fileIdOf(const QJsonObject &source)
{
    return source["upload_file_id"_L1].toString(source["related_id"_L1].toString());
}

} // namespace

Document Document::fromJson(const QJsonObject &object)
{
    Document document;
    document.id = object["id"_L1].toString();
    document.name = object["name"_L1].toString();
    document.createdFrom = object["created_from"_L1].toString();
    document.dataSourceType = object["data_source_type"_L1].toString();
    document.fileId = fileIdOf(object["data_source_info"_L1].toObject());
    document.docForm = object["doc_form"_L1].toString();
    document.error = object["error"_L1].toString();
    document.status = statusOf(object);
    document.enabled = object["enabled"_L1].toBool(true);
    document.archived = object["archived"_L1].toBool();
    document.position = static_cast<int>(json::toInt(object["position"_L1]));
    document.size = json::toInt(uploadedFile(object)["size"_L1]);
    // The detail form has no word_count: the whole average times the number of chunks is at most one per chunk less.
    document.wordCount = json::toInt(object["word_count"_L1], json::toInt(object["segment_count"_L1])
                                                                  * json::toInt(object["average_segment_length"_L1]));
    document.tokens = json::toInt(object["tokens"_L1]);
    document.hitCount = json::toInt(object["hit_count"_L1]);
    document.createdAt = json::toInt(object["created_at"_L1]);
    document.metadata = MetadataValue::listFromJson(object["doc_metadata"_L1]);
    return document;
}

DocumentDetail DocumentDetail::fromJson(const QJsonObject &object)
{
    const QJsonObject own = object["document_process_rule"_L1].toObject();
    const bool hasOwnRule = own.contains("mode"_L1);
    return {.document = Document::fromJson(object),
            .rule = ProcessRule::fromJson(hasOwnRule ? own : object["dataset_process_rule"_L1].toObject()),
            .docLanguage = object["doc_language"_L1].toString(),
            .chunkCount = json::toInt(object["segment_count"_L1]),
            .averageChunkLength = json::toInt(object["average_segment_length"_L1]),
            .completedAt = json::toInt(object["completed_at"_L1]),
            .updatedAt = json::toInt(object["updated_at"_L1]),
            .indexingSeconds = json::toDouble(object["indexing_latency"_L1])};
}

CreatedDocument CreatedDocument::fromJson(const QJsonObject &object)
{
    return {Document::fromJson(object["document"_L1].toObject()), object["batch"_L1].toString()};
}
