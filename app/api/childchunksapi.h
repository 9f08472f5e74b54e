// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/call.h"
#include "app/domain/chunk.h"
#include "app/domain/page.h"

class ApiClient;

//! The children of a chunk: …/segments/{id}/child_chunks. Of a server before 1.0 they cannot be asked for.
class ChildChunksApi
{
public:
    //! Which chunk it is about.
    struct Parent
    {
        QString datasetId;
        QString documentId;
        QString chunkId;
    };

    explicit ChildChunksApi(ApiClient &client)
        : m_client(client)
    { }

    //! \a page from 1, \a limit at most 100; \a keyword is a part of the content in any case.
    Call<Page<ChildChunk>> *list(const Parent &parent, int page, int limit, const QString &keyword = {}) const;
    //! A blank \a content, which servers would store, is refused.
    Call<ChildChunk> *create(const Parent &parent, const QString &content) const;
    Call<ChildChunk> *update(const Parent &parent, const QString &childId, const QString &content) const;
    Call<Done> *remove(const Parent &parent, const QString &childId) const;

private:
    ApiClient &m_client;
};
