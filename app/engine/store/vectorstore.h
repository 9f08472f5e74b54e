// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/engine/store/rows.h"

#include <functional>

class Connection;

//! A vector as it is stored.
struct VectorRow
{
    qint64 row = 0; //!< Grows with every change: a vector that is replaced gets another.
    qint64 item = 0; //!< Row of the chunk or child chunk.
    qint64 document = 0;
    QByteArray values; //!< Floats in this computer's order of bytes, of length 1.
};

//! A text whose vector is missing.
struct MissingVector
{
    qint64 space = 0;
    qint64 item = 0; //!< Row of the chunk or child chunk.
    QString model;
    QString text;
};

//! The vectors of chunks and child chunks. What one model made for one dataset is a space: only vectors of one space
//! can be compared. A vector goes with its chunk; when a text changes, the caller puts another or removes it.
class VectorStore
{
public:
    explicit VectorStore(Connection &db)
        : m_db(db)
    { }

    //! Makes the space of a dataset for this model its current one: another, unless the model is the same as before.
    void useModel(qint64 dataset, const QString &provider, const QString &model) const;

    //! Adds the vector or replaces that of the item.
    void put(qint64 space, qint64 item, const QByteArray &values) const;
    //! What is searched of this chunk, itself or its children, and has no vector in the space of its dataset; none when
    //! that has no vectors.
    QList<MissingVector> missing(qint64 chunk) const;

    qint64 count(qint64 space) const;
    qint64 lastRow(qint64 space) const; //!< 0: it has none.
    //! Calls \a visit with each vector that has a greater row, in their order.
    void visitAfter(qint64 space, qint64 row, const std::function<void(const VectorRow &)> &visit) const;
    //! Empty when it was removed or replaced.
    QByteArray values(qint64 row) const;
    QByteArray valuesOf(qint64 space, qint64 item) const; //!< Empty: it has none.

private:
    Connection &m_db;
};
