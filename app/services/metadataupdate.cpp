// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/metadataupdate.h"

#include "app/api/documentsapi.h"
#include "app/api/metadataapi.h"

#include <algorithm>

namespace {

constexpr int batchSize = 50;

//! The server has looked at the documents; anything else would meet the next batch as well.
bool isAboutADocument(const ApiError &error)
{
    using Kind = ApiError::Kind;
    return error.kind == Kind::BadRequest || error.kind == Kind::NotFound || error.kind == Kind::Conflict
           || error.kind == Kind::Busy || error.kind == Kind::Server;
}

} // namespace

MetadataUpdate::MetadataUpdate(const MetadataApi &metadata, const DocumentsApi &documents, const QString &datasetId,
                               bool keepsOthers, QObject *parent)
    : QObject(parent)
    , m_metadata(metadata)
    , m_documents(documents)
    , m_datasetId(datasetId)
    , m_keepsOthers(keepsOthers)
{ }

void MetadataUpdate::start(const QStringList &documentIds, const QList<MetadataValue> &values)
{
    m_values = values;
    m_total = static_cast<int>(documentIds.size());
    const int size = m_keepsOthers ? batchSize : 1;
    for (int first = 0; first < m_total; first += size)
        m_batches.push_back(documentIds.mid(first, size));
    next();
}

void MetadataUpdate::cancel()
{
    m_batches.clear();
    if (m_call)
        m_call->cancel();
}

void MetadataUpdate::next()
{
    if (m_batches.empty())
        return emit finished();
    const QStringList batch = m_batches.front();
    m_batches.pop_front();
    if (m_keepsOthers)
        send(batch, m_values, true);
    else
        readAndSend(batch.first());
}

void MetadataUpdate::readAndSend(const QString &documentId)
{
    m_call = m_documents.get(m_datasetId, documentId)
                 ->then(this, [this, documentId](const Result<DocumentDetail> &result) {
                     if (!result)
                         return failed({documentId}, result.error());
                     QList<MetadataValue> all = m_values;
                     for (const MetadataValue &value : result->document.metadata) {
                         const bool isChanged
                             = std::any_of(m_values.cbegin(), m_values.cend(), [&](const MetadataValue &change) {
                                   return change.fieldId == value.fieldId;
                               });
                         if (!isChanged && !value.isBuiltIn())
                             all.append(value);
                     }
                     send({documentId}, all, false);
                 });
}

void MetadataUpdate::send(const QStringList &documentIds, const QList<MetadataValue> &values, bool keepsOthers)
{
    QList<MetadataChange> changes;
    for (const QString &id : documentIds)
        changes.append({id, values, keepsOthers});
    m_call = m_metadata.setValues(m_datasetId, changes)->then(this, [this, documentIds](const Result<Done> &result) {
        answered(documentIds, result);
    });
}

void MetadataUpdate::answered(const QStringList &documentIds, const Result<Done> &result)
{
    if (!result)
        return failed(documentIds, result.error());
    m_done += static_cast<int>(documentIds.size());
    emit changed(documentIds);
    emit progressed();
    next();
}

void MetadataUpdate::failed(const QStringList &documentIds, const ApiError &error)
{
    if (documentIds.size() > 1 && isAboutADocument(error)) {
        const qsizetype half = documentIds.size() / 2;
        m_batches.push_front(documentIds.mid(half));
        m_batches.push_front(documentIds.first(half));
        return next();
    }
    QStringList refused = documentIds;
    if (!isAboutADocument(error)) {
        for (const QStringList &batch : m_batches)
            refused += batch;
        m_batches.clear();
    }
    for (const QString &id : refused)
        m_failures.append({id, error});
    m_done += static_cast<int>(refused.size());
    emit progressed();
    next();
}
