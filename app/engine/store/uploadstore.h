// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/engine/store/rows.h"

#include <QSet>

class Connection;

//! What the uploaded files of documents are called.
class UploadStore
{
public:
    explicit UploadStore(Connection &db)
        : m_db(db)
    { }

    std::optional<UploadRow> find(const QString &id) const; //!< In capitals or not.
    QSet<QString> ids() const;
    void insert(const UploadRow &upload) const;
    void remove(const QString &id) const;

private:
    Connection &m_db;
};
