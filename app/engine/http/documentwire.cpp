// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/http/wire.h"

#include "app/domain/json.h"
#include "app/engine/http/wireparts.h"

using namespace Qt::Literals::StringLiterals;

namespace http::wire {

namespace {

constexpr QJsonValue::Type null = QJsonValue::Null;

QJsonValue orNull(const std::optional<qint64> &number)
{
    return number ? QJsonValue(*number) : null;
}

//! What the list and the detail form have in common.
QJsonObject common(const DocumentRow &row)
{
    return {{u"id"_s, row.id},
            {u"position"_s, row.position},
            {u"data_source_type"_s, u"upload_file"_s},
            {u"dataset_process_rule_id"_s, json::orNull(row.processRuleId)},
            {u"name"_s, row.name},
            {u"created_from"_s, row.createdFrom},
            {u"created_by"_s, ownerId()},
            {u"created_at"_s, seconds(row.createdAt)},
            {u"tokens"_s, orNull(row.tokens)},
            {u"indexing_status"_s, stageName(row.stage)},
            {u"error"_s, json::orNull(row.error)},
            {u"enabled"_s, row.enabled},
            {u"disabled_at"_s, seconds(row.disabledAt)},
            {u"disabled_by"_s, row.disabledAt > 0 ? QJsonValue(ownerId()) : null},
            {u"archived"_s, row.archived},
            {u"display_status"_s, statusName(displayStatus(row))},
            {u"hit_count"_s, 0},
            {u"doc_form"_s, row.docForm},
            {u"summary_index_status"_s, null},
            {u"need_summary"_s, false}};
}

//! A rule as it is reported: the automatic one with its values, a custom one with the keys it does not have.
QJsonObject reportedRule(const QJsonObject &rule)
{
    if (rule["mode"_L1] == "automatic"_L1 || rule.isEmpty()) {
        const QJsonArray cleaning{QJsonObject{{u"id"_s, u"remove_extra_spaces"_s}, {u"enabled"_s, true}},
                                  QJsonObject{{u"id"_s, u"remove_urls_emails"_s}, {u"enabled"_s, false}}};
        const QJsonObject cutting{{u"delimiter"_s, u"\n"_s}, {u"max_tokens"_s, 500}, {u"chunk_overlap"_s, 50}};
        return {{u"mode"_s, u"automatic"_s},
                {u"rules"_s, QJsonObject{{u"pre_processing_rules"_s, cleaning}, {u"segmentation"_s, cutting}}}};
    }
    QJsonObject rules = rule["rules"_L1].toObject();
    for (const auto key : {"parent_mode"_L1, "subchunk_segmentation"_L1}) {
        if (!rules.contains(key))
            rules[key] = null;
    }
    return {{u"mode"_s, rule["mode"_L1]}, {u"rules"_s, rules}};
}

} // namespace

QJsonObject upload(const UploadRow &row)
{
    return {{u"id"_s, row.id},
            {u"name"_s, row.name},
            {u"size"_s, row.size},
            {u"extension"_s, row.extension},
            {u"mime_type"_s, row.mimeType},
            {u"created_by"_s, ownerId()},
            {u"created_at"_s, static_cast<double>(row.createdAt) / 1000}};
}

QJsonObject document(const DocumentRow &row, const QJsonArray &metadata)
{
    QJsonObject object = common(row);
    object[u"data_source_info"_s] = QJsonObject{{u"upload_file_id"_s, row.upload.id}};
    object[u"data_source_detail_dict"_s] = QJsonObject{{u"upload_file"_s, upload(row.upload)}};
    object[u"word_count"_s] = orNull(row.wordCount);
    object[u"doc_metadata"_s] = metadata;
    return object;
}

QJsonObject documentDetail(const DocumentRow &row, const QString &datasetId, const QJsonObject &own,
                           const QJsonObject &latest, const QJsonArray &metadata, Shown shown)
{
    const QJsonValue shownMetadata = metadata.isEmpty() ? null : QJsonValue(metadata);
    if (shown == Shown::OnlyMetadata)
        return {{u"id"_s, row.id}, {u"doc_type"_s, null}, {u"doc_metadata"_s, shownMetadata}};

    QJsonObject ownRule = reportedRule(own);
    ownRule[u"id"_s] = row.processRuleId;
    ownRule[u"dataset_id"_s] = datasetId;
    const bool completed = row.completedAt > 0;
    QJsonObject object = common(row);
    object[u"data_source_info"_s] = QJsonObject{{u"upload_file"_s, upload(row.upload)}};
    object[u"dataset_process_rule"_s] = reportedRule(latest);
    object[u"document_process_rule"_s] = ownRule;
    object[u"completed_at"_s] = seconds(row.completedAt);
    object[u"updated_at"_s] = seconds(row.updatedAt);
    object[u"indexing_latency"_s] = completed ? QJsonValue(static_cast<double>(row.indexingMs) / 1000) : null;
    object[u"segment_count"_s] = row.segmentCount;
    object[u"average_segment_length"_s]
        = row.segmentCount > 0 ? row.wordCount.value_or(0) / row.segmentCount : qint64(0);
    object[u"doc_language"_s] = json::orNull(row.docLanguage);
    if (shown == Shown::All) {
        object[u"doc_type"_s] = null;
        object[u"doc_metadata"_s] = shownMetadata;
    }
    return object;
}

QJsonObject indexingStatus(const DocumentRow &row)
{
    return {{u"id"_s, row.id},
            {u"indexing_status"_s, stageName(row.stage)},
            {u"processing_started_at"_s, seconds(row.processingStartedAt)},
            {u"parsing_completed_at"_s, seconds(row.parsingCompletedAt)},
            {u"cleaning_completed_at"_s, seconds(row.splittingCompletedAt)},
            {u"splitting_completed_at"_s, seconds(row.splittingCompletedAt)},
            {u"completed_at"_s, seconds(row.completedAt)},
            {u"paused_at"_s, null},
            {u"error"_s, json::orNull(row.error)},
            {u"stopped_at"_s, seconds(row.stoppedAt)},
            {u"completed_segments"_s, row.completedSegments},
            {u"total_segments"_s, row.segmentCount}};
}

} // namespace http::wire
