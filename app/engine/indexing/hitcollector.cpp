// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/indexing/hitcollector.h"

#include "app/engine/store/chunkstore.h"

HitCollector::HitCollector(Connection &db, qint64 dataset)
    : m_db(db)
    , m_dataset(dataset)
{ }

void HitCollector::add(qint64 row, double score)
{
    auto hit = ChunkStore(m_db).findSearchable(m_dataset, row);
    if (!hit)
        return;
    for (ChildHitRow &child : hit->children)
        child.score = score;
    if (const auto known = m_places.constFind(hit->chunk.row); known != m_places.cend()) {
        m_hits[*known].children += hit->children;
        return;
    }
    hit->score = score;
    m_places.insert(hit->chunk.row, m_hits.size());
    m_hits.append(*std::move(hit));
}
