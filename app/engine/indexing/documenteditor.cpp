// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/indexing/documenteditor.h"

#include "app/domain/processrule.h"
#include "app/engine/indexing/documentcutter.h"
#include "app/engine/store/chunkstore.h"
#include "app/engine/store/datasetstore.h"
#include "app/engine/store/documentstore.h"
#include "app/engine/store/storeerror.h"
#include "app/engine/store/uploadstore.h"
#include "app/engine/text/questions.h"

#include <QDateTime>
#include <QRandomGenerator>

namespace {

Stamp now()
{
    return QDateTime::currentMSecsSinceEpoch();
}

//! 20 digits: the time and six at random, as the real server makes it.
QString newBatch()
{
    return QDateTime::currentDateTime().toString(QStringLiteral("yyyyMMddHHmmss"))
           + QStringLiteral("%1").arg(QRandomGenerator::global()->bounded(1'000'000), 6, 10, QLatin1Char('0'));
}

DocumentRow required(const std::optional<DocumentRow> &document)
{
    if (!document)
        throw StoreError(StoreError::Kind::NotFound, QStringLiteral("Document not found."));
    return *document;
}

DatasetRow required(const std::optional<DatasetRow> &dataset)
{
    if (!dataset)
        throw StoreError(StoreError::Kind::NotFound, QStringLiteral("Dataset not found."));
    return *dataset;
}

void apply(const DocumentDraft &draft, DocumentRow &document)
{
    if (!draft.name.isEmpty())
        document.name = draft.name;
    if (!draft.docForm.isEmpty())
        document.docForm = draft.docForm;
    if (!draft.docLanguage.isEmpty())
        document.docLanguage = draft.docLanguage;
}

//! A dataset gets technique, form and settings with its first document.
void completeDataset(Connection &db, const DatasetRow &dataset, const DocumentDraft &draft)
{
    DatasetChanges changes;
    if (dataset.indexingTechnique.isEmpty() && !draft.indexingTechnique.isEmpty()) {
        changes.indexingTechnique = draft.indexingTechnique;
        changes.embedding = draft.embedding;
    }
    if (dataset.docForm.isEmpty() && !draft.docForm.isEmpty())
        changes.docForm = draft.docForm;
    if (dataset.retrievalModel.isEmpty() && !draft.retrievalModel.isEmpty())
        changes.retrievalModel = draft.retrievalModel;
    if (changes.indexingTechnique || changes.docForm || changes.retrievalModel)
        DatasetStore(db).change(dataset.row, changes);
}

//! Pairs of questions and answers have to be in the text. Other files are looked into when they are indexed.
void requireQuestions(const DocumentDraft &draft)
{
    const bool isText
        = draft.upload && draft.upload->temporaryFile.isEmpty() && draft.upload->extension == QLatin1StringView("txt");
    if (draft.docForm == questionForm && isText && questionPairs(QString::fromUtf8(draft.upload->bytes)).isEmpty())
        throw StoreError(StoreError::Kind::ModelMissing, questionsNeedModel());
}

QString ruleFor(Connection &db, qint64 dataset, const DocumentDraft &draft)
{
    const DatasetStore datasets(db);
    if (!draft.processRule.isEmpty())
        return datasets.useRule(dataset, draft.processRule).id;
    if (const auto latest = datasets.latestRule(dataset))
        return latest->id;
    return datasets.useRule(dataset, ProcessRule().toJson()).id;
}

//! False when it is in that state already.
bool changeState(DocumentRow &document, DocumentAction action)
{
    const bool enabled = document.enabled;
    const bool archived = document.archived;
    if (action == DocumentAction::Enable || action == DocumentAction::Disable) {
        document.enabled = action == DocumentAction::Enable;
        document.disabledAt = document.enabled ? 0 : now();
    } else {
        document.archived = action == DocumentAction::Archive;
    }
    document.updatedAt = now();
    return document.enabled != enabled || document.archived != archived;
}

documenteditor::Begun restart(Connection &db, DocumentRow document, const DocumentDraft &draft,
                              const std::optional<UploadRow> &upload)
{
    apply(draft, document);
    const QString oldUpload = upload ? document.upload.id : QString();
    if (upload)
        document.upload = *upload;
    document = DocumentStore(db).restart(document);
    if (upload)
        UploadStore(db).remove(oldUpload);
    return {document, oldUpload};
}

} // namespace

documenteditor::Begun documenteditor::create(Connection &db, qint64 dataset, const DocumentDraft &draft,
                                             const UploadRow &upload, SameName sameName)
{
    const auto row = required(DatasetStore(db).find(dataset));
    requireQuestions(draft);
    completeDataset(db, row, draft);
    const auto existing
        = sameName == SameName::Overwrite ? DocumentStore(db).findEnabled(dataset, draft.name) : std::nullopt;
    auto document = existing.value_or(DocumentRow());
    document.batch = newBatch();
    document.processRuleId = ruleFor(db, dataset, draft);
    document.createdFrom = QStringLiteral("api");
    if (existing)
        return restart(db, document, draft, upload);
    document.id = newId();
    document.dataset = dataset;
    document.createdAt = now();
    document.upload = upload;
    apply(draft, document);
    return {DocumentStore(db).insert(document), {}};
}

documenteditor::Begun documenteditor::update(Connection &db, qint64 row, const DocumentDraft &draft,
                                             const std::optional<UploadRow> &upload)
{
    auto document = required(DocumentStore(db).find(row));
    if (displayStatus(document) != Document::Status::Available)
        throw StoreError(StoreError::Kind::DocumentNotAvailable, QStringLiteral("Document is not available"));
    requireQuestions(draft);
    document.createdFrom = QStringLiteral("web"); // as the real server does (reference/wire.md §3)
    if (!draft.processRule.isEmpty())
        document.processRuleId = ruleFor(db, document.dataset, draft);
    return restart(db, document, draft, upload);
}

void documenteditor::remove(Connection &db, qint64 row)
{
    if (required(DocumentStore(db).find(row)).archived)
        throw StoreError(StoreError::Kind::DocumentArchived, QStringLiteral("An archived document cannot be deleted."));
    DocumentStore(db).markDeleted(row);
}

int documenteditor::change(Connection &db, qint64 row, DocumentAction action)
{
    auto document = DocumentStore(db).find(row);
    if (!document)
        return 0;
    if (action == DocumentAction::Disable && document->stage != IndexingStatus::Stage::Completed) {
        throw StoreError(StoreError::Kind::DocumentIndexing,
                         QStringLiteral("Document: %1 is not completed.").arg(document->name));
    }
    if (!changeState(*document, action))
        return 0;
    DocumentStore(db).saveState(*document);
    // As the real server has it; what is archived is not found, whatever its chunks are.
    const bool enabled = action != DocumentAction::Archive && document->enabled;
    return ChunkStore(db).enableAll(row, enabled, document->updatedAt);
}
