// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/vectors/vectorindex.h"

#include "app/engine/store/vectorstore.h"
#include "app/engine/vectors/modelerror.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <cstring>
#include <numeric>
#include <shared_mutex>

namespace {

constexpr size_t mostMemory = size_t(1) << 30; // bytes
constexpr qint64 fewGone = 1'000; // vectors that are gone, but still looked at
constexpr float byteSteps = 127;
// The query keeps more: 127 * 4095 * 4096 numbers still fit into an int.
constexpr float querySteps = 4095;
constexpr double halfDigit = 5e-7; // of the score that is shown

//! Numbers as integers: value * scale is what was there, but for an error of at most `error` in length.
template <typename Integer>
struct Coded
{
    std::vector<Integer> values;
    float scale = 0;
    float error = 0;
};

template <typename Integer>
Coded<Integer> coded(const float *values, size_t size, float steps)
{
    float largest = 0;
    for (size_t i = 0; i < size; ++i)
        largest = std::max(largest, std::abs(values[i]));
    Coded<Integer> code{std::vector<Integer>(size), largest / steps, 0};
    if (largest == 0)
        return code;
    double squares = 0;
    for (size_t i = 0; i < size; ++i) {
        code.values[i] = static_cast<Integer>(std::lround(values[i] / code.scale));
        const double error = double(values[i]) - double(code.values[i]) * double(code.scale);
        squares += error * error;
    }
    code.error = float(std::sqrt(squares));
    return code;
}

//! Written so that compilers make it vector instructions.
int product(const qint8 *bytes, const qint16 *query, size_t size)
{
    int sum = 0;
    for (size_t i = 0; i < size; ++i)
        sum += qint16(bytes[i]) * query[i];
    return sum;
}

std::vector<float> numbers(const QByteArray &stored)
{
    std::vector<float> values(size_t(stored.size()) / sizeof(float));
    if (!values.empty())
        std::memcpy(values.data(), stored.constData(), values.size() * sizeof(float));
    return values;
}

} // namespace

std::optional<double> cosine(const QByteArray &stored, const std::vector<float> &vector)
{
    const std::vector<float> values = numbers(stored);
    if (values.empty() || values.size() != vector.size())
        return {};
    const double score = std::inner_product(values.begin(), values.end(), vector.begin(), 0.0);
    return std::round(score * 1e6) / 1e6 + 0.0; // no -0
}

//! The vectors of a space as bytes.
class VectorIndex::Space
{
public:
    explicit Space(qint64 row)
        : m_row(row)
    { }

    void follow(Connection &db);
    QList<VectorHit> nearest(Connection &db, const VectorQuery &query) const;
    size_t memory() const { return m_memory; } //!< Bytes.

private:
    struct Entry
    {
        qint64 row;
        qint64 item;
        qint64 document;
        float scale;
        float error;
    };
    //! An entry, and how near it may be.
    struct Candidate
    {
        double most;
        quint32 place;
        bool operator<(const Candidate &other) const
        {
            return std::pair(most, other.place) < std::pair(other.most, place);
        }
    };

    void add(const VectorRow &vector);
    std::vector<Candidate> candidates(const VectorQuery &query) const;

    const qint64 m_row;
    std::atomic<size_t> m_memory = 0;
    mutable std::shared_mutex m_mutex; //!< Guards what follows.
    size_t m_size = 0; //!< Numbers of a vector; 0: none was read yet.
    qint64 m_last = 0;
    std::vector<Entry> m_entries;
    std::vector<qint8> m_bytes;
};

//! Reads what came since the last time; all again when much of it is gone.
void VectorIndex::Space::follow(Connection &db)
{
    const VectorStore vectors(db);
    const qint64 last = vectors.lastRow(m_row);
    const qint64 count = vectors.count(m_row);
    {
        const std::shared_lock lock(m_mutex);
        if (last <= m_last && qint64(m_entries.size()) <= 2 * count + fewGone)
            return;
    }
    const std::unique_lock lock(m_mutex);
    if (qint64(m_entries.size()) > 2 * count + fewGone) {
        m_entries.clear();
        m_bytes.clear();
        m_size = 0;
        m_last = 0;
    }
    if (m_entries.empty())
        m_entries.reserve(size_t(count));
    vectors.visitAfter(m_row, m_last, [&](const VectorRow &vector) { add(vector); });
    m_memory = m_bytes.capacity() + m_entries.capacity() * sizeof(Entry);
}

void VectorIndex::Space::add(const VectorRow &vector)
{
    m_last = vector.row;
    const std::vector<float> values = numbers(vector.values);
    const size_t size = values.size();
    if (m_size == 0) {
        m_size = size;
        m_bytes.reserve(m_entries.capacity() * size);
    }
    if (size != m_size || size == 0)
        return; // the model behind the name was exchanged for another
    const auto code = coded<qint8>(values.data(), size, byteSteps);
    m_entries.push_back({vector.row, vector.item, vector.document, code.scale, code.error});
    if (m_bytes.capacity() - m_bytes.size() < size)
        m_bytes.reserve(m_bytes.size() + m_bytes.size() / 8 + size);
    m_bytes.insert(m_bytes.end(), code.values.begin(), code.values.end());
}

std::vector<VectorIndex::Space::Candidate> VectorIndex::Space::candidates(const VectorQuery &query) const
{
    std::vector<Candidate> found;
    if (m_entries.empty())
        return found;
    if (query.vector.size() != m_size) {
        throw ModelError(
            ModelError::Kind::Refused,
            QStringLiteral("The vectors of this dataset have %1 numbers, those that its model gives now have %2. "
                           "Choose a model for the dataset again.")
                .arg(m_size)
                .arg(query.vector.size()));
    }
    const auto code = coded<qint16>(query.vector.data(), m_size, querySteps);
    found.reserve(m_entries.size());
    for (size_t i = 0; i < m_entries.size(); ++i) {
        const Entry &entry = m_entries[i];
        if (query.documents && !query.documents->contains(entry.document))
            continue;
        const double near = double(product(&m_bytes[i * m_size], code.values.data(), m_size)) * double(entry.scale)
                            * double(code.scale);
        // Of vectors of length 1, the bytes' error counts once, and the query's with a vector that is a little longer.
        const double most = near + double(entry.error) + double(code.error) * (1 + double(entry.error)) + 1e-7;
        if (most >= query.threshold - halfDigit)
            found.push_back({most, quint32(i)});
    }
    return found;
}

QList<VectorHit> VectorIndex::Space::nearest(Connection &db, const VectorQuery &query) const
{
    const std::shared_lock lock(m_mutex);
    auto heap = candidates(query);
    std::make_heap(heap.begin(), heap.end());
    QList<VectorHit> hits;
    const auto isFull = [&] { return hits.size() >= query.wanted; };
    while (!heap.empty() && !(isFull() && heap.front().most < hits.at(query.wanted - 1).score + halfDigit)) {
        const Entry &entry = m_entries[heap.front().place];
        std::pop_heap(heap.begin(), heap.end());
        heap.pop_back();
        const auto score = cosine(VectorStore(db).values(entry.row), query.vector);
        if (!score || *score < query.threshold || (isFull() && *score <= hits.at(query.wanted - 1).score))
            continue;
        if (query.accept && !query.accept(entry.item))
            continue;
        const auto place = std::upper_bound(hits.cbegin(), hits.cend(), *score,
                                            [](double value, const VectorHit &hit) { return value > hit.score; });
        hits.insert(place, {entry.item, *score});
    }
    return hits.first(std::min<qsizetype>(hits.size(), query.wanted));
}

VectorIndex::VectorIndex() = default;
VectorIndex::~VectorIndex() = default;

QList<VectorHit> VectorIndex::nearest(Connection &db, const VectorQuery &query)
{
    if (query.wanted <= 0)
        return {};
    const auto searched = space(query.space);
    searched->follow(db);
    dropUnused(query.space);
    return searched->nearest(db, query);
}

std::shared_ptr<VectorIndex::Space> VectorIndex::space(qint64 row)
{
    const std::lock_guard lock(m_mutex);
    Place &place = m_spaces[row];
    place.lastUse = ++m_uses;
    if (!place.space)
        place.space = std::make_shared<Space>(row);
    return place.space;
}

void VectorIndex::dropUnused(qint64 used)
{
    const std::lock_guard lock(m_mutex);
    size_t memory = 0;
    for (const auto &[row, place] : m_spaces)
        memory += place.space->memory();
    while (memory > mostMemory && m_spaces.size() > 1) {
        const auto oldest = std::min_element(m_spaces.begin(), m_spaces.end(), [used](const auto &a, const auto &b) {
            return std::pair(a.first == used, a.second.lastUse) < std::pair(b.first == used, b.second.lastUse);
        });
        memory -= oldest->second.space->memory();
        m_spaces.erase(oldest);
    }
}
