// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/page.h"
#include "app/engine/store/rows.h"

class Connection;

//! Which documents a list has.
struct DocumentFilter
{
    QString keyword; //!< Part of the name, as written; % and _ are wildcards (recordings/1.15.0: findings B13).
    std::optional<Document::Status> status;
};

//! The documents and what their uploaded files are called.
class DocumentStore
{
public:
    explicit DocumentStore(Connection &db)
        : m_db(db)
    { }

    //! Newest first.
    Page<DocumentRow> list(qint64 dataset, const DocumentFilter &filter, Slice slice) const;
    std::optional<DocumentRow> find(qint64 dataset, const QString &id) const; //!< In capitals or not.
    std::optional<DocumentRow> find(qint64 row) const;
    QList<DocumentRow> findBatch(qint64 dataset, const QString &batch) const;
    //! The enabled one of this name that was made last.
    std::optional<DocumentRow> findEnabled(qint64 dataset, const QString &name) const;

    //! Stores the row with its upload; gives it row and position.
    DocumentRow insert(DocumentRow document) const;
    //! Stores every value of the row but its counts. False when the document was deleted, or begun anew under
    //! another \a generation, so that what was worked on is void.
    bool update(const DocumentRow &document) const;
    //! Makes it unfindable at once; false if it was so already.
    bool markDeleted(qint64 row) const;
    //! Up to \a limit documents marked as deleted, or in datasets marked as deleted.
    QList<qint64> deleted(int limit) const;
    //! Takes the row away; its chunks must be gone.
    void remove(qint64 row) const;

    //! Documents between waiting and indexing, oldest first.
    QList<qint64> unfinished() const;
    //! Ids of all uploads.
    QStringList uploads() const;

private:
    Connection &m_db;
};
