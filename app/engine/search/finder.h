// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/engine/search/searchindex.h"
#include "app/engine/search/xapianheader.h"

//! The best chunks of the dataset, best first. \a length: of all its chunks together, in terms.
QList<SearchHit> findChunks(const Xapian::Database &database, double length, const QString &datasetId,
                            const QString &query, int topK, const std::optional<SearchScope> &scope);
