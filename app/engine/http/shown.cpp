// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/http/shown.h"

#include "app/engine/store/documentstore.h"
#include "app/engine/store/metadatastore.h"
#include "app/engine/store/tagstore.h"
#include "app/engine/vectors/models.h"

namespace http {

QJsonObject shownDataset(Connection &db, const DatasetRow &row, wire::DatasetForm form, const Models &models)
{
    QJsonObject shown = wire::dataset(row, form, TagStore(db).ofDataset(row.row), MetadataStore(db).fields(row.row));
    const bool isWritten = form == wire::DatasetForm::Created || form == wire::DatasetForm::Changed;
    if (row.hasVectors() && !isWritten)
        shown[QStringLiteral("embedding_available")] = models.embeddings().has(row.embeddingModel);
    return shown;
}

QJsonArray shownMetadata(Connection &db, const DatasetRow &dataset, const DocumentRow &row)
{
    return wire::metadata(row, MetadataStore(db).values(row.row), dataset.builtInFields);
}

QJsonObject shownDocument(Connection &db, const DatasetRow &dataset, const DocumentRow &row)
{
    return wire::document(row, shownMetadata(db, dataset, row));
}

QJsonObject shownHit(Connection &db, const DatasetRow &dataset, const HitRow &row)
{
    const auto document = dataset.builtInFields ? DocumentStore(db).find(row.chunk.document) : std::nullopt;
    return wire::hit(row, wire::hitMetadata(document.value_or(DocumentRow()),
                                            MetadataStore(db).values(row.chunk.document), document.has_value()));
}

} // namespace http
