// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/engine/store/rows.h"

class Connection;

//! What is to be changed in a chunk; what is not set stays.
struct ChunkChanges
{
    std::optional<QString> content = {}; //!< An empty one stays as it is (reference/wire.md §7, trap 9).
    std::optional<QString> answer = {};
    std::optional<QStringList> keywords = {}; //!< None, while the content changes: extracted from it.
    std::optional<bool> enabled = {}; //!< False: nothing else is changed.
};

//! The rules of writing single chunks, within a transaction of the caller. Throws StoreError NotFound,
//! DocumentIndexing, DocumentNotAvailable, ChunkDisabled.
namespace chunkeditor {

QList<ChunkRow> create(Connection &db, qint64 document, const QList<ChunkDraft> &drafts);
ChunkRow update(Connection &db, qint64 chunk, const ChunkChanges &changes);
//! Returns what was removed.
ChunkRow remove(Connection &db, qint64 chunk);

} // namespace chunkeditor
