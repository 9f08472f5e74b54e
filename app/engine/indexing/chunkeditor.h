// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/engine/store/rows.h"

class Connection;

//! What is to be changed in a chunk; what is not set stays.
struct ChunkChanges
{
    std::optional<QString> content = {}; //!< An empty one stays as it is (reference/wire.md §7, trap 9).
    std::optional<QString> answer = {}; //!< Only of a question; content without it takes it away.
    std::optional<QString> summary = {}; //!< Only of datasets with vectors (recordings/1.15.0, f067, m057).
    std::optional<QStringList> keywords = {}; //!< None, while the content changes: extracted from it.
    std::optional<bool> enabled = {}; //!< False: nothing else is changed.
    bool regenerateChildren = false; //!< Cut the children of a parent anew, those that a person wrote too.
};

//! The rules of writing single chunks and child chunks, within a transaction of the caller. Throws StoreError NotFound,
//! DocumentIndexing, DocumentNotAvailable, ChunkDisabled, Refused.
namespace chunkeditor {

//! Of a parent-child document, with children cut from them.
QList<ChunkRow> create(Connection &db, qint64 document, const QList<ChunkDraft> &drafts);
ChunkRow update(Connection &db, qint64 chunk, const ChunkChanges &changes);
//! Returns what was removed.
ChunkRow remove(Connection &db, qint64 chunk);

ChildChunkRow createChild(Connection &db, qint64 chunk, const QString &content);
ChildChunkRow updateChild(Connection &db, qint64 child, const QString &content);
//! Returns what was removed.
ChildChunkRow removeChild(Connection &db, qint64 child);

} // namespace chunkeditor
