// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/call.h"
#include "app/domain/chunk.h"
#include "app/domain/page.h"

#include <optional>

class ApiClient;

//! The fields of a chunk to save. `content` is always sent: 0.x servers refuse an update without it.
struct ChunkChanges
{
    QString content;
    QString answer; //!< Sent when not empty; must be given for question-and-answer documents.
    std::optional<QStringList> keywords; //!< Not set: the server keeps or extracts them.
    std::optional<bool> enabled;
};

//! The chunks of a document: /datasets/{id}/documents/{id}/segments.
class ChunksApi
{
public:
    explicit ChunksApi(ApiClient &client)
        : m_client(client)
    { }

    //! \a page from 1, \a limit at most 100; \a keyword is a part of the content in any case.
    //! \a status: completed, indexing, error, …; empty for all. 0.11 answers everything as one page.
    Call<Page<Chunk>> *list(const QString &datasetId, const QString &documentId, int page, int limit,
                            const QString &keyword = {}, const QString &status = {}) const;
    //! A chunk in the answer with Status::Failed was not stored.
    Call<QList<Chunk>> *create(const QString &datasetId, const QString &documentId,
                               const QList<ChunkDraft> &drafts) const;
    Call<Chunk> *get(const QString &datasetId, const QString &documentId, const QString &chunkId) const;
    Call<Chunk> *update(const QString &datasetId, const QString &documentId, const QString &chunkId,
                        const ChunkChanges &changes) const;
    Call<Done> *remove(const QString &datasetId, const QString &documentId, const QString &chunkId) const;

private:
    ApiClient &m_client;
};
