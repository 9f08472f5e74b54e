// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QJsonObject;

//! How far the indexing of a document has come (GET …/documents/{batch}/indexing-status).
struct IndexingStatus
{
    enum class Stage { Waiting, Parsing, Cleaning, Splitting, Indexing, Paused, Completed, Failed };

    QString documentId;
    Stage stage = Stage::Waiting;
    QString error;
    qint64 completedSegments = 0; //!< Never more than totalSegments, whatever the server said (it says 1 of 0).
    qint64 totalSegments = 0; //!< Still growing while splitting.

    static IndexingStatus fromJson(const QJsonObject &object);

    bool operator==(const IndexingStatus &) const = default;
};

//! The stage will not change any more by itself; what is paused waits for a person at the server.
inline bool isFinal(IndexingStatus::Stage stage)
{
    using Stage = IndexingStatus::Stage;
    return stage == Stage::Completed || stage == Stage::Failed || stage == Stage::Paused;
}
