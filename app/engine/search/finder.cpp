// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/search/finder.h"

#include "app/engine/search/datasetweight.h"
#include "app/engine/search/indexterms.h"

namespace {

constexpr qsizetype fewDocuments = 200;

//! Lets through the chunks of the documents that are searched.
class ScopeDecider : public Xapian::MatchDecider
{
public:
    explicit ScopeDecider(const SearchScope &scope)
        : m_scope(scope)
    { }
    bool operator()(const Xapian::Document &document) const override
    {
        return m_scope.documents.contains(m_scope.documentOf(document.get_docid()));
    }

private:
    const SearchScope &m_scope;
};

} // namespace

QList<SearchHit> findChunks(const Xapian::Database &database, double length, const QString &datasetId,
                            const QString &query, int topK, const std::optional<SearchScope> &scope)
{
    const auto chunks = database.get_termfreq(indexterms::ofDataset(datasetId.toStdString()));
    if (chunks == 0)
        return {};
    Xapian::Enquire enquire(database);
    enquire.set_weighting_scheme(DatasetWeight(chunks, std::max(length / chunks, 1.0)));
    // The index knows the chunks of each document; of many documents it is quicker to ask each chunk for its own.
    const bool isNarrow = scope && scope->documents.size() <= fewDocuments;
    const Xapian::Query words = indexterms::queryOf(database, datasetId, query);
    enquire.set_query(isNarrow ? indexterms::within(words, scope->documents) : words);
    const std::optional<ScopeDecider> decider = scope && !isNarrow ? std::optional<ScopeDecider>(*scope) : std::nullopt;
    QList<SearchHit> hits;
    const Xapian::MSet found
        = enquire.get_mset(0, static_cast<Xapian::doccount>(topK), nullptr, decider ? &*decider : nullptr);
    for (auto it = found.begin(); it != found.end(); ++it)
        hits.append({static_cast<qint64>(*it), it.get_weight() / (it.get_weight() + SearchIndex::scoreHalf)});
    return hits;
}
