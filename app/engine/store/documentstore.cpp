// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/store/documentstore.h"

#include "app/engine/store/connection.h"
#include "app/engine/store/uploadstore.h"

#include <QDateTime>

#define DOCUMENT_COLUMNS                                                                                               \
    "d.row, d.dataset, d.generation, d.id, d.name, d.batch, d.created_from, d.doc_form, d.doc_language, d.language, "  \
    "d.error, d.process_rule, d.stage, d.position, d.enabled, d.archived, d.word_count, d.tokens, d.segment_count, "   \
    "d.completed_segments, d.indexing_ms, d.created_at, d.updated_at, d.processing_started_at, "                       \
    "d.parsing_completed_at, d.splitting_completed_at, d.completed_at, d.stopped_at, d.disabled_at, "                  \
    "u.id, u.name, u.extension, u.mime_type, u.size, u.created_at"
#define FROM_DOCUMENTS " FROM documents d JOIN uploads u ON u.id = d.upload "

namespace {

DocumentRow read(const Query &query)
{
    int column = 0;
    DocumentRow document;
    document.row = query.number(column++);
    document.dataset = query.number(column++);
    document.generation = query.number(column++);
    document.id = query.text(column++);
    document.name = query.text(column++);
    document.batch = query.text(column++);
    document.createdFrom = query.text(column++);
    document.docForm = query.text(column++);
    document.docLanguage = query.text(column++);
    document.language = query.text(column++);
    document.error = query.text(column++);
    document.processRuleId = query.text(column++);
    document.stage = stageFromName(query.text(column++));
    document.position = int(query.number(column++));
    document.enabled = query.flag(column++);
    document.archived = query.flag(column++);
    document.wordCount = query.optional(column++);
    document.tokens = query.optional(column++);
    document.segmentCount = query.number(column++);
    document.completedSegments = query.number(column++);
    document.indexingMs = query.number(column++);
    for (Stamp DocumentRow::*stamp :
         {&DocumentRow::createdAt, &DocumentRow::updatedAt, &DocumentRow::processingStartedAt,
          &DocumentRow::parsingCompletedAt, &DocumentRow::splittingCompletedAt, &DocumentRow::completedAt,
          &DocumentRow::stoppedAt, &DocumentRow::disabledAt}) {
        document.*stamp = query.number(column++);
    }
    UploadRow &upload = document.upload;
    upload.id = query.text(column++);
    upload.name = query.text(column++);
    upload.extension = query.text(column++);
    upload.mimeType = query.text(column++);
    upload.size = query.number(column++);
    upload.createdAt = query.number(column++);
    return document;
}

//! The part of a name with LIKE's wildcards as a GLOB pattern, since LIKE cannot tell capitals.
QString globPattern(const QString &keyword)
{
    QString pattern;
    for (const QChar c : keyword) {
        if (c == u'%')
            pattern += u'*';
        else if (c == u'_')
            pattern += u'?';
        else if (c == u'*' || c == u'?' || c == u'[')
            pattern += u'[' + QString(c) + u']';
        else
            pattern += c;
    }
    return u'*' + pattern + u'*';
}

const char *condition(std::optional<Document::Status> status)
{
    if (!status)
        return "";
    switch (*status) {
    case Document::Status::Queuing:
        return " AND stage = 'waiting'";
    case Document::Status::Indexing:
        return " AND stage IN ('parsing', 'cleaning', 'splitting', 'indexing')";
    case Document::Status::Paused:
        return " AND stage = 'paused'";
    case Document::Status::Failed:
        return " AND stage = 'error'";
    case Document::Status::Available:
        return " AND stage = 'completed' AND enabled = 1 AND archived = 0";
    case Document::Status::Disabled:
        return " AND stage = 'completed' AND enabled = 0 AND archived = 0";
    case Document::Status::Archived:
        return " AND stage = 'completed' AND archived = 1";
    }
    Q_UNREACHABLE();
}

} // namespace

Page<DocumentRow> DocumentStore::list(qint64 dataset, const DocumentFilter &filter, Slice slice) const
{
    const bool hasKeyword = !filter.keyword.isEmpty();
    const QString pattern = hasKeyword ? globPattern(filter.keyword) : QString();
    const std::string where = std::string(" FROM documents WHERE dataset = ?1 AND ")
                              + (hasKeyword ? "name GLOB ?2" : "?2 = ''") + condition(filter.status);
    Page<DocumentRow> page;
    page.total = Query(m_db, "SELECT count(*)" + where, dataset, pattern).first();
    // Rows that are only skipped are found in the index alone.
    Query query(m_db,
                "SELECT " DOCUMENT_COLUMNS FROM_DOCUMENTS "JOIN (SELECT row" + where
                    + " ORDER BY created_at DESC, row DESC LIMIT ?3 OFFSET ?4) p ON p.row = d.row "
                      "ORDER BY d.created_at DESC, d.row DESC",
                dataset, pattern, slice.limit, slice.offset);
    page.items = allRows(query, read);
    return page;
}

std::optional<DocumentRow> DocumentStore::find(qint64 dataset, const QString &id) const
{
    Query query(m_db, "SELECT " DOCUMENT_COLUMNS FROM_DOCUMENTS "WHERE d.id = ?1 AND d.dataset = ?2", id.toLower(),
                dataset);
    return nextRow(query, read);
}

std::optional<DocumentRow> DocumentStore::find(qint64 row) const
{
    Query query(m_db,
                "SELECT " DOCUMENT_COLUMNS FROM_DOCUMENTS "JOIN datasets s ON s.row = d.dataset AND s.deleted = 0 "
                "WHERE d.row = ?1",
                row);
    return nextRow(query, read);
}

QList<DocumentRow> DocumentStore::findBatch(qint64 dataset, const QString &batch) const
{
    Query query(m_db, "SELECT " DOCUMENT_COLUMNS FROM_DOCUMENTS "WHERE d.dataset = ?1 AND d.batch = ?2 ORDER BY d.row",
                dataset, batch);
    return allRows(query, read);
}

std::optional<DocumentRow> DocumentStore::findEnabled(qint64 dataset, const QString &name) const
{
    Query query(m_db,
                "SELECT " DOCUMENT_COLUMNS FROM_DOCUMENTS
                "WHERE d.dataset = ?1 AND d.name = ?2 AND d.enabled = 1 ORDER BY d.row LIMIT 1",
                dataset, name);
    return nextRow(query, read);
}

DocumentRow DocumentStore::insert(DocumentRow document) const
{
    UploadStore(m_db).insert(document.upload);
    document.position
        = int(Query(m_db, "SELECT max(position) FROM documents WHERE dataset = ?1", document.dataset).first()) + 1;
    Query query(m_db,
                "INSERT INTO documents (dataset, id, name, batch, position, upload, process_rule, created_from, "
                "doc_form, doc_language, language, stage, error, enabled, archived, word_count, tokens, indexing_ms, "
                "created_at, updated_at, processing_started_at, parsing_completed_at, splitting_completed_at, "
                "completed_at, stopped_at, disabled_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, '', "
                "'waiting', '', 1, 0, NULL, NULL, 0, ?11, ?11, 0, 0, 0, 0, 0, 0) RETURNING row",
                document.dataset, document.id, document.name, document.batch, document.position, document.upload.id,
                document.processRuleId, document.createdFrom, document.docForm, document.docLanguage,
                document.createdAt);
    document.row = query.first();
    document.updatedAt = document.createdAt;
    return document;
}

DocumentRow DocumentStore::restart(DocumentRow document) const
{
    using Stage = IndexingStatus::Stage;
    if (!UploadStore(m_db).find(document.upload.id))
        UploadStore(m_db).insert(document.upload);
    ++document.generation;
    document.stage = Stage::Waiting;
    document.segmentCount = document.completedSegments = 0;
    document.processingStartedAt = document.parsingCompletedAt = document.splittingCompletedAt = 0;
    document.completedAt = 0;
    Query(
        m_db,
        "UPDATE documents SET generation = ?2, name = ?3, batch = ?4, upload = ?5, process_rule = ?6, "
        "created_from = ?7, doc_form = ?8, doc_language = ?9, segment_count = 0, completed_segments = 0 WHERE row = ?1",
        document.row, document.generation, document.name, document.batch, document.upload.id, document.processRuleId,
        document.createdFrom, document.docForm, document.docLanguage)
        .run();
    saveProgress(document);
    return document;
}

bool DocumentStore::saveProgress(const DocumentRow &document) const
{
    Query query(m_db,
                "UPDATE documents SET stage = ?3, error = ?4, language = ?5, word_count = ?6, tokens = ?7, "
                "indexing_ms = ?8, updated_at = ?9, processing_started_at = ?10, parsing_completed_at = ?11, "
                "splitting_completed_at = ?12, completed_at = ?13, stopped_at = ?14 WHERE row = ?1 AND generation = ?2 "
                "AND EXISTS (SELECT 1 FROM datasets WHERE row = dataset AND deleted = 0)",
                document.row, document.generation, wireName(document.stage), document.error, document.language,
                document.wordCount, document.tokens, document.indexingMs, QDateTime::currentMSecsSinceEpoch(),
                document.processingStartedAt, document.parsingCompletedAt, document.splittingCompletedAt,
                document.completedAt, document.stoppedAt);
    return query.run() > 0;
}

void DocumentStore::saveState(const DocumentRow &document) const
{
    Query(m_db, "UPDATE documents SET enabled = ?2, archived = ?3, disabled_at = ?4, updated_at = ?5 WHERE row = ?1",
          document.row, document.enabled, document.archived, document.disabledAt, document.updatedAt)
        .run();
}

void DocumentStore::resetCounts(qint64 row) const
{
    Query(m_db, "UPDATE documents SET segment_count = 0, completed_segments = 0 WHERE row = ?1", row).run();
}

void DocumentStore::addWords(qint64 row, qint64 characters) const
{
    Query(m_db, "UPDATE documents SET word_count = ifnull(word_count, 0) + ?2, updated_at = ?3 WHERE row = ?1", row,
          characters, QDateTime::currentMSecsSinceEpoch())
        .run();
}

void DocumentStore::markDeleted(qint64 row) const
{
    Query(m_db, "UPDATE documents SET dataset = NULL WHERE row = ?1", row).run();
}

QList<qint64> DocumentStore::deleted(int limit) const
{
    Query query(m_db,
                "SELECT row FROM documents WHERE dataset IS NULL UNION ALL "
                "SELECT d.row FROM datasets s JOIN documents d ON d.dataset = s.row WHERE s.deleted = 1 LIMIT ?1",
                limit);
    return allNumbers(query);
}

QString DocumentStore::remove(qint64 row) const
{
    Query query(m_db, "DELETE FROM documents WHERE row = ?1 RETURNING upload", row);
    const QString upload = query.next() ? query.text(0) : QString();
    UploadStore(m_db).remove(upload);
    return upload;
}

QList<qint64> DocumentStore::unfinished(std::optional<qint64> dataset) const
{
    Query query(m_db,
                "SELECT d.row FROM documents d CROSS JOIN datasets s ON s.row = d.dataset AND s.deleted = 0 "
                "WHERE d.stage IN ('waiting', 'parsing', 'splitting', 'indexing') "
                "AND (?1 IS NULL OR d.dataset = ?1) ORDER BY d.row",
                dataset);
    return allNumbers(query);
}

void DocumentStore::reopen(qint64 dataset) const
{
    Query(m_db, "UPDATE documents SET stage = 'indexing' WHERE dataset = ?1 AND stage = 'completed'", dataset).run();
}
