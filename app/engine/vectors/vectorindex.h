// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QSet>

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

class Connection;

//! What is looked for.
struct VectorQuery
{
    qint64 space = 0;
    std::vector<float> vector; //!< Of length 1.
    int wanted = 0; //!< Number of hits.
    double threshold = 0; //!< Only hits with at least this score.
    std::optional<QSet<qint64>> documents = {}; //!< Rows; not set: all.
    std::function<bool(qint64 item)> accept = {}; //!< False for what must not be shown; not set: all may.
};

//! A chunk or child chunk that was found.
struct VectorHit
{
    qint64 item = 0;
    double score = 0; //!< The cosine, rounded to six digits.

    bool operator==(const VectorHit &) const = default;
};

//! The cosine of a stored vector and another of length 1, rounded to six digits; nothing when they differ in size.
std::optional<double> cosine(const QByteArray &stored, const std::vector<float> &vector);

//! Finds the nearest vectors by their exact cosine. It reads all of a space in memory, as bytes instead of floats,
//! takes from the database those that may be among the nearest by what the rounding can have done, and compares these
//! exactly. Memory: one byte for each number of a vector, a gibibyte at most for all spaces together, unless one is
//! larger: those that were not used for the longest time are dropped and read again. Thread-safe.
class VectorIndex
{
public:
    VectorIndex();
    ~VectorIndex();

    //! Best first. \a db decides what there is: what it does not see is not found, whatever was read before.
    QList<VectorHit> nearest(Connection &db, const VectorQuery &query);

private:
    Q_DISABLE_COPY_MOVE(VectorIndex)

    class Space;

    std::shared_ptr<Space> space(qint64 row);
    void dropUnused(qint64 used);

    std::mutex m_mutex; //!< Guards what follows.
    struct Place
    {
        std::shared_ptr<Space> space;
        quint64 lastUse = 0;
    };
    std::map<qint64, Place> m_spaces;
    quint64 m_uses = 0;
};
