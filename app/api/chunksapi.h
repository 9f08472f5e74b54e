// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/call.h"
#include "app/domain/chunk.h"
#include "app/domain/page.h"

#include <optional>

class ApiClient;

//! What a chunk is to become. It is made of the chunk as it is, since what is left out of an update is lost: servers
//! break a question without its answer (recordings 1.15.0, p014), take away images that are not named (m053), and 0.x
//! ones refuse even to disable a chunk without its text (recordings 0.11.1, update_segment_enabled_only).
class ChunkChanges
{
public:
    explicit ChunkChanges(const Chunk &chunk);

    QString content;
    QString answer; //!< Only in question-and-answer documents.
    std::optional<QStringList> keywords; //!< Not set: the server keeps or extracts them.
    //! Servers do nothing else when it is false, and change a disabled chunk only when it is true.
    std::optional<bool> enabled;
    bool regenerateChildren = false; //!< Of a parent: else the old children stay, and searches find the old text.

    //! The text and the answer as well as `enabled: false`: servers would pass over the former.
    bool contradictsItself() const;
    QJsonObject toJson() const;

private:
    QString m_oldContent;
    QString m_oldAnswer;
    QStringList m_attachmentIds;
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
    //! All or none: when the server could not index one of them it has stored none, and that is an error, though
    //! servers answer 200 (recordings 1.15.0, s001 and s002). Blank texts are refused.
    Call<QList<Chunk>> *create(const QString &datasetId, const QString &documentId,
                               const QList<ChunkDraft> &drafts) const;
    Call<Chunk> *get(const QString &datasetId, const QString &documentId, const QString &chunkId) const;
    //! The chunk that comes back may have Status::Failed: it is stored then, but not found.
    Call<Chunk> *update(const QString &datasetId, const QString &documentId, const QString &chunkId,
                        const ChunkChanges &changes) const;
    Call<Done> *remove(const QString &datasetId, const QString &documentId, const QString &chunkId) const;

private:
    ApiClient &m_client;
};
