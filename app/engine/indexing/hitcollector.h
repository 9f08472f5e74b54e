// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/engine/store/rows.h"

#include <QHash>

class Connection;

//! Makes hits of the rows that a search found, best first: what may not be shown (any more) is left out, and children
//! are put together under their chunk, which stands where its best child does.
class HitCollector
{
public:
    HitCollector(Connection &db, qint64 dataset);

    //! \a row: of a chunk or a child chunk.
    void add(qint64 row, double score);
    const QList<HitRow> &hits() const { return m_hits; }

private:
    Connection &m_db;
    qint64 m_dataset;
    QList<HitRow> m_hits;
    QHash<qint64, qsizetype> m_places; //!< Of the hits, by the row of their chunk.
};
