// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/engine/store/rows.h"

class Connection;

//! The tags and which datasets carry them. Ids that are none are passed over.
class TagStore
{
public:
    explicit TagStore(Connection &db)
        : m_db(db)
    { }

    QList<TagRow> list() const; //!< Newest first.
    QList<TagRow> ofDataset(qint64 dataset) const; //!< Newest first; without counts.
    std::optional<TagRow> find(const QString &id) const; //!< In capitals or not.

    TagRow create(const QString &name) const; //!< Throws StoreError NameTaken.
    TagRow rename(const TagRow &tag, const QString &name) const; //!< Throws StoreError NameTaken.
    void remove(qint64 tag) const;

    void bind(qint64 dataset, const QStringList &tags) const;
    void unbind(qint64 dataset, const QStringList &tags) const;

private:
    void requireFreeName(const QString &name, qint64 except) const;

    Connection &m_db;
};
