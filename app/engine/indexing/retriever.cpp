// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/indexing/retriever.h"

#include "app/engine/indexing/hitcollector.h"
#include "app/engine/search/searchindex.h"
#include "app/engine/store/chunkstore.h"
#include "app/engine/store/datasetstore.h"
#include "app/engine/store/metadatastore.h"
#include "app/engine/store/store.h"
#include "app/engine/store/storeerror.h"
#include "app/engine/store/vectorstore.h"
#include "app/engine/vectors/keywordscores.h"
#include "app/engine/vectors/models.h"
#include "app/engine/vectors/vectorindex.h"

#include <algorithm>

using Method = RetrievalSettings::Method;
using Reranking = RetrievalSettings::Reranking;

namespace {

//! A chunk or child chunk that was found.
struct Found
{
    qint64 item = 0;
    double score = 0;
};

void sortAndCut(QList<Found> *found, const RetrievalSettings &settings)
{
    // Some rerank models score what does not fit below 0.
    const double least = settings.scoreThreshold.value_or(std::numeric_limits<double>::lowest());
    found->removeIf([least](const Found &item) { return item.score < least; });
    std::stable_sort(found->begin(), found->end(), [](const Found &a, const Found &b) { return a.score > b.score; });
    if (found->size() > settings.topK)
        found->resize(settings.topK);
}

bool usesVectors(Method method)
{
    return method == Method::Semantic || method == Method::Hybrid;
}

//! The vector of the question; empty when the dataset never had any. Throws ModelError.
std::vector<float> embedded(const Models &models, const DatasetRow &dataset, const QString &query)
{
    if (dataset.vectorSpace == 0) {
        if (!models.embeddings().isSet())
            throw ModelError(ModelError::Kind::NotSetUp, QStringLiteral("Default model not found for text-embedding"));
        return {};
    }
    return models.embed(dataset.embeddingModel, {query}, Patience::whileWaiting()).vectors.front();
}

} // namespace

//! One question to one dataset.
class Retriever::Search
{
public:
    Search(const Retriever &retriever, const DatasetRow &dataset, const QString &query,
           const RetrievalSettings &settings)
        : m_all(retriever)
        , m_dataset(dataset)
        , m_query(query)
        , m_settings(settings)
        // Before the store is read: nothing waits for a model with the store open.
        , m_vector(usesVectors(settings.method) ? embedded(retriever.m_models, dataset, query) : std::vector<float>())
        , m_reading(retriever.m_store)
        , m_documents(MetadataStore(m_reading.db()).matching(dataset, settings.filter))
    { }

    QList<HitRow> run() const;

private:
    QList<Found> find() const;
    QList<Found> byWords(double threshold) const;
    QList<Found> byVectors(double threshold) const;
    QList<Found> byBoth() const;
    void rerank(QList<Found> *found) const;
    void weigh(QList<Found> *found) const;
    double cosineOf(qint64 item) const;
    QStringList textsOf(const QList<Found> &found) const;
    std::optional<HitRow> shown(qint64 item) const
    {
        return ChunkStore(m_reading.db()).findSearchable(m_dataset.row, item);
    }

    const Retriever &m_all;
    const DatasetRow &m_dataset;
    const QString &m_query;
    const RetrievalSettings &m_settings;
    const std::vector<float> m_vector;
    const ReadTransaction m_reading;
    const std::optional<QSet<qint64>> m_documents; //!< Rows that the search is restricted to; not set: all.
};

QList<HitRow> Retriever::Search::run() const
{
    if (m_documents && m_documents->isEmpty())
        return {};
    HitCollector hits(m_reading.db(), m_dataset.row);
    for (const Found &found : find())
        hits.add(found.item, found.score);
    return hits.hits();
}

QList<Found> Retriever::Search::find() const
{
    const double threshold = m_settings.scoreThreshold.value_or(0);
    if (m_settings.method == Method::Keyword)
        return byWords(threshold);
    const bool isReranked = m_settings.reranking == Reranking::Model;
    QList<Found> found;
    if (m_settings.method == Method::Hybrid)
        found = byBoth();
    else if (m_settings.method == Method::Semantic)
        found = byVectors(isReranked ? 0 : threshold);
    else
        found = byWords(isReranked ? 0 : threshold);
    if (isReranked)
        rerank(&found);
    else if (m_settings.method == Method::Hybrid && m_settings.reranking == Reranking::Weights)
        weigh(&found);
    sortAndCut(&found, m_settings);
    return found;
}

QList<Found> Retriever::Search::byWords(double threshold) const
{
    std::optional<SearchScope> scope;
    if (m_documents)
        scope = {*m_documents, [this](qint64 item) { return ChunkStore(m_reading.db()).documentOf(item); }};
    // The index may still have what was deleted or disabled a moment ago: then more is asked for.
    for (int wanted = m_settings.topK;; wanted *= 2) {
        const auto hits = m_all.m_words.search(QString::number(m_dataset.row), m_query, wanted, threshold, scope);
        QList<Found> found;
        for (qsizetype i = 0; i < hits.size() && found.size() < m_settings.topK; ++i) {
            if (shown(hits.at(i).chunkRow))
                found.append({hits.at(i).chunkRow, hits.at(i).score});
        }
        if (found.size() == m_settings.topK || hits.size() < wanted)
            return found;
    }
}

QList<Found> Retriever::Search::byVectors(double threshold) const
{
    QList<Found> found;
    if (m_vector.empty())
        return found;
    const auto hits
        = m_all.m_vectors.nearest(m_reading.db(), {.space = m_dataset.vectorSpace,
                                                   .vector = m_vector,
                                                   .wanted = m_settings.topK,
                                                   .threshold = threshold,
                                                   .documents = m_documents,
                                                   .accept = [this](qint64 item) { return shown(item).has_value(); }});
    for (const VectorHit &hit : hits)
        found.append({hit.item, hit.score});
    return found;
}

//! Each once, with the higher of its two scores.
QList<Found> Retriever::Search::byBoth() const
{
    QList<Found> found = byVectors(0);
    for (const Found &word : byWords(0)) {
        const auto known
            = std::find_if(found.begin(), found.end(), [&](const Found &item) { return item.item == word.item; });
        if (known == found.end())
            found.append(word);
        else
            known->score = std::max(known->score, word.score);
    }
    return found;
}

void Retriever::Search::rerank(QList<Found> *found) const
{
    if (found->isEmpty())
        return;
    const auto scores = m_all.m_models.rerank(m_settings.rerankModel.name, m_query, textsOf(*found));
    for (qsizetype i = 0; i < found->size(); ++i)
        (*found)[i].score = scores.at(i);
}

void Retriever::Search::weigh(QList<Found> *found) const
{
    const auto keywords = keywordScores(m_query, textsOf(*found));
    for (qsizetype i = 0; i < found->size(); ++i) {
        Found &item = (*found)[i];
        item.score = m_settings.weights.vector * cosineOf(item.item) + m_settings.weights.keyword * keywords.at(i);
    }
}

double Retriever::Search::cosineOf(qint64 item) const
{
    return cosine(VectorStore(m_reading.db()).valuesOf(m_dataset.vectorSpace, item), m_vector).value_or(0);
}

QStringList Retriever::Search::textsOf(const QList<Found> &found) const
{
    QStringList texts;
    for (const Found &item : found) {
        const auto hit = shown(item.item);
        texts.append(hit->children.isEmpty() ? hit->chunk.content : hit->children.constFirst().child.content);
    }
    return texts;
}

QList<HitRow> Retriever::retrieve(qint64 dataset, const QString &query, const RetrievalSettings &settings) const
{
    const auto row = DatasetStore(ReadTransaction(m_store).db()).find(dataset);
    if (!row)
        throw StoreError(StoreError::Kind::NotFound, QStringLiteral("Dataset not found."));
    if (settings.topK <= 0)
        return {};
    if (settings.method != Method::Keyword && settings.reranking == Reranking::Model)
        m_models.requireRerank(settings.rerankModel.provider, settings.rerankModel.name);
    try {
        return Search(*this, *row, query, settings).run();
    } catch (const SearchError &error) {
        throw StoreError(StoreError::Kind::Io,
                         QStringLiteral("The search index cannot be read (%1).").arg(QString::fromUtf8(error.what())));
    }
}
