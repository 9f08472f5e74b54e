// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/vectors/vectorindex.h"

#include "app/engine/store/chunkstore.h"
#include "app/engine/store/datasetstore.h"
#include "app/engine/store/documentstore.h"
#include "app/engine/store/store.h"
#include "app/engine/store/vectorstore.h"
#include "app/engine/vectors/models.h"
#include "tests/engine/store/rowmakers.h"
#include "tests/support/testmain.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int dimensions = 48;

std::vector<float> normalised(std::vector<float> vector)
{
    const double squares = std::inner_product(vector.begin(), vector.end(), vector.begin(), 0.0);
    for (float &value : vector)
        value = float(double(value) / std::sqrt(squares));
    return vector;
}

std::vector<float> randomVector(std::minstd_rand &random)
{
    std::normal_distribution<float> number;
    std::vector<float> vector(dimensions);
    for (float &value : vector)
        value = number(random);
    return normalised(vector);
}

} // namespace

class TestVectorIndex : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_store = std::make_unique<Store>(m_folder->path());
        m_index = std::make_unique<VectorIndex>();
        m_vectors.clear();
        WriteTransaction writing(*m_store);
        DatasetDraft draft;
        draft.name = u"base"_s;
        draft.permission = u"only_me"_s;
        draft.embedding = EmbeddingModel{u"provider"_s, u"model"_s};
        m_dataset = DatasetStore(writing.db()).create(draft);
        for (DocumentRow &document : m_documents)
            document = rowmakers::document(writing.db(), m_dataset, u"note"_s);
        writing.commit();
    }

    void theNearestAreThoseThatComparingAllFinds()
    {
        add(2'000);
        for (int i = 0; i < 20; ++i) {
            const auto wanted = randomVector(m_random);
            QCOMPARE(nearest({.space = m_dataset.vectorSpace, .vector = wanted, .wanted = 10}), expected(wanted, 10));
        }
    }

    void vectorsThatAreTheSameAsBytesAreToldApart()
    {
        const auto middle = randomVector(m_random);
        std::vector<std::vector<float>> vectors;
        for (int i = 0; i < 300; ++i) {
            auto vector = randomVector(m_random);
            for (size_t at = 0; at < vector.size(); ++at)
                vector[at] = middle[at] + vector[at] / 500;
            vectors.push_back(normalised(vector));
        }
        add(vectors);
        for (int i = 0; i < 20; ++i) {
            const auto wanted = randomVector(m_random);
            const auto all = expected(wanted, 300);
            QCOMPARE(nearest({.space = m_dataset.vectorSpace, .vector = wanted, .wanted = 10}),
                     all.first(std::min<qsizetype>(10, all.size())));
        }
    }

    void thoseThatAreEquallyNearComeInTheOrderTheyWereAdded()
    {
        const auto vector = randomVector(m_random);
        add({vector, vector, vector});
        const auto hits = nearest({.space = m_dataset.vectorSpace, .vector = vector, .wanted = 3});
        QCOMPARE(hits.size(), 3);
        QVERIFY(hits.at(0).item < hits.at(1).item && hits.at(1).item < hits.at(2).item);
    }

    void onlyHitsOfAtLeastTheThresholdAreFound()
    {
        add(500);
        const auto wanted = randomVector(m_random);
        const auto all = expected(wanted, 500);
        const double threshold = all.at(7).score;
        const auto hits
            = nearest({.space = m_dataset.vectorSpace, .vector = wanted, .wanted = 500, .threshold = threshold});
        QCOMPARE(hits, all.first(8));
    }

    void whatIsRemovedOrReplacedIsNotFoundAnyMore()
    {
        add(50);
        const auto wanted = randomVector(m_random);
        const auto before = nearest({.space = m_dataset.vectorSpace, .vector = wanted, .wanted = 3});
        {
            WriteTransaction writing(*m_store);
            ChunkStore(writing.db()).remove(*ChunkStore(writing.db()).find(before.at(0).item));
            VectorStore(writing.db()).put(m_dataset.vectorSpace, before.at(2).item, bytesOf(wanted));
            writing.commit();
        }
        const auto after = nearest({.space = m_dataset.vectorSpace, .vector = wanted, .wanted = 2});
        QCOMPARE(after, (QList<VectorHit>{{before.at(2).item, 1.0}, before.at(1)}));
    }

    void aViewThatIsOlderThanWhatWasReadShowsNothingNewer()
    {
        add(10);
        const auto wanted = randomVector(m_random);
        const VectorQuery query{.space = m_dataset.vectorSpace, .vector = wanted, .wanted = 100};
        const ReadTransaction old(*m_store);
        const auto before = m_index->nearest(old.db(), query);
        add(10);
        QVERIFY(nearest(query).size() > before.size());
        QCOMPARE(m_index->nearest(old.db(), query), before);
    }

    void theSearchKeepsToItsDocumentsAndToWhatIsAccepted()
    {
        add(100);
        const auto wanted = randomVector(m_random);
        VectorQuery query{.space = m_dataset.vectorSpace,
                          .vector = wanted,
                          .wanted = 100,
                          .threshold = -1,
                          .documents = QSet<qint64>{m_documents[1].row}};
        QCOMPARE(nearest(query).size(), 50);
        query.accept = [](qint64 item) { return item % 4 == 0; };
        const auto hits = nearest(query);
        QCOMPARE(hits.size(), 25);
        QVERIFY(std::all_of(hits.cbegin(), hits.cend(), [](const VectorHit &hit) { return hit.item % 4 == 0; }));
        query.documents = QSet<qint64>();
        QVERIFY(nearest(query).isEmpty());
    }

    void aQueryOfAnotherSizeIsRefused()
    {
        add(1);
        QVERIFY_THROWS_EXCEPTION(
            ModelError, nearest({.space = m_dataset.vectorSpace, .vector = std::vector<float>(8, 0), .wanted = 1}));
    }

    void aSpaceWithoutVectorsHasNoHits()
    {
        QVERIFY(nearest({.space = m_dataset.vectorSpace, .vector = randomVector(m_random), .wanted = 3}).isEmpty());
    }

private:
    void add(int count)
    {
        std::vector<std::vector<float>> vectors;
        for (int i = 0; i < count; ++i)
            vectors.push_back(randomVector(m_random));
        add(vectors);
    }

    void add(const std::vector<std::vector<float>> &vectors)
    {
        WriteTransaction writing(*m_store);
        for (size_t i = 0; i < vectors.size(); ++i) {
            const auto chunk = rowmakers::chunk(writing.db(), m_documents[i % 2], u"text"_s);
            VectorStore(writing.db()).put(m_dataset.vectorSpace, chunk.row, bytesOf(vectors.at(i)));
            m_vectors.emplace_back(chunk.row, vectors.at(i));
        }
        writing.commit();
    }

    QList<VectorHit> nearest(const VectorQuery &query)
    {
        return m_index->nearest(ReadTransaction(*m_store).db(), query);
    }

    QList<VectorHit> expected(const std::vector<float> &wanted, int count) const
    {
        QList<VectorHit> hits;
        for (const auto &[item, vector] : m_vectors) {
            const double score = *cosine(bytesOf(vector), wanted);
            if (score >= 0)
                hits.append({item, score});
        }
        std::sort(hits.begin(), hits.end(), [](const auto &a, const auto &b) { return a.score > b.score; });
        return hits.first(std::min<qsizetype>(count, hits.size()));
    }

    std::minstd_rand m_random{1};
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Store> m_store;
    std::unique_ptr<VectorIndex> m_index;
    DatasetRow m_dataset;
    std::array<DocumentRow, 2> m_documents{};
    std::vector<std::pair<qint64, std::vector<float>>> m_vectors;
};

LOREDESK_TEST(tst_vectorindex, TestVectorIndex)
#include "tst_vectorindex.moc"
