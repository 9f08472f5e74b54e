// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/page.h"
#include "app/engine/store/rows.h"

class Connection;

//! Which chunks a list has.
struct ChunkFilter
{
    QString keyword; //!< Part of the content, in capitals or not; no wildcards.
    QList<Chunk::Status> statuses; //!< Empty: all.
};

//! The chunks, and the queue of their changes that the search index has still to follow.
class ChunkStore
{
public:
    explicit ChunkStore(Connection &db)
        : m_db(db)
    { }

    //! By position.
    Page<ChunkRow> list(qint64 document, const ChunkFilter &filter, Slice slice) const;
    std::optional<ChunkRow> find(qint64 document, const QString &id) const; //!< In capitals or not.
    std::optional<ChunkRow> find(qint64 row) const;

private:
    Connection &m_db;
};
