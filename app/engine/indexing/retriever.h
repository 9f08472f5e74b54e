// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/retrievalsettings.h"
#include "app/engine/store/rows.h"

class Models;
class SearchIndex;
class Store;
class VectorIndex;

//! Finds chunks by their words, by their vectors, or by both. Thread-safe.
class Retriever
{
public:
    Retriever(Store &store, const SearchIndex &words, VectorIndex &vectors, const Models &models)
        : m_store(store)
        , m_words(words)
        , m_vectors(vectors)
        , m_models(models)
    { }

    //! Best first. Throws StoreError NotFound, ModelError.
    QList<HitRow> retrieve(qint64 dataset, const QString &query, const RetrievalSettings &settings) const;

private:
    class Search;

    Store &m_store;
    const SearchIndex &m_words;
    VectorIndex &m_vectors;
    const Models &m_models;
};
