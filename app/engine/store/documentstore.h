// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/page.h"
#include "app/engine/store/rows.h"

class Connection;

//! Which documents a list has.
struct DocumentFilter
{
    QString keyword; //!< Part of the name, as written; % and _ are wildcards (recordings/1.15.0: findings B13).
    std::optional<Document::Status> status = {};
};

//! The documents.
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
    //! The enabled one of this name; of several the first that was made, as the real server takes it.
    std::optional<DocumentRow> findEnabled(qint64 dataset, const QString &name) const;

    //! Stores a new document and its upload; gives it row and position.
    DocumentRow insert(DocumentRow document) const;
    //! Begins the document anew, from another upload, name or rule, as another generation.
    DocumentRow restart(DocumentRow document) const;
    //! Stores stage, error, language, counts and stamps. False when the document is deleted or was begun anew, so that
    //! what was worked on is void.
    bool saveProgress(const DocumentRow &document) const;
    //! Stores enabled, archived and their stamps.
    void saveState(const DocumentRow &document) const;
    void resetCounts(qint64 row) const;
    void addWords(qint64 row, qint64 characters) const;

    //! Makes it unfindable at once.
    void markDeleted(qint64 row) const;
    //! Up to \a limit documents that are deleted, or in a deleted dataset.
    QList<qint64> deleted(int limit) const;
    //! Takes the row away, and that of its upload; its chunks must be gone. Returns the id of the upload.
    QString remove(qint64 row) const;

    //! Makes the completed documents of the dataset unfinished at the stage of indexing; nothing else of them changes.
    void reopen(qint64 dataset) const;
    //! Documents between waiting and indexing, oldest first.
    QList<qint64> unfinished(std::optional<qint64> dataset = {}) const; //!< Not set: of all datasets.

private:
    Connection &m_db;
};
