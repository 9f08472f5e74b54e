// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QStringList>

#include <optional>

class QJsonObject;

//! A piece of a chunk that is searched in its place, in parent-child documents.
struct ChildChunk
{
    enum class Type { Automatic, Customized }; //!< Made by the process rule; written or changed by a person.

    QString id;
    QString chunkId; //!< Of its parent; empty in hits.
    QString content;
    Type type = Type::Automatic;
    int position = 0;
    qint64 wordCount = 0; //!< Characters.
    qint64 createdAt = 0; //!< Seconds since 1970.
    qint64 updatedAt = 0; //!< Seconds since 1970.
    std::optional<double> score; //!< Only in hits.

    static ChildChunk fromJson(const QJsonObject &object);

    bool operator==(const ChildChunk &) const = default;
};

//! A piece of a document that is searched and returned as a whole; `segment` on the wire.
struct Chunk
{
    enum class Status { Waiting, Indexing, Completed, Failed, Paused, BeingReplaced };

    QString id;
    QString documentId;
    QString content;
    QString answer; //!< Only in question-and-answer documents.
    QStringList keywords;
    QStringList attachmentIds; //!< Of the images in it; an update that does not repeat them takes them away.
    QString summary; //!< Written by a model, where the dataset has it so.
    QString error;
    QList<ChildChunk> children; //!< Not filled for full-doc parents, whose children have a list of their own.
    Status status = Status::Completed;
    bool enabled = true;
    int position = 0; //!< From 1; never renumbered, so there are gaps after deletions.
    qint64 wordCount = 0; //!< Characters.
    qint64 tokens = 0;
    qint64 hitCount = 0;
    qint64 createdAt = 0; //!< Seconds since 1970.
    qint64 updatedAt = 0; //!< Seconds since 1970; 0 on servers that do not say.

    static Chunk fromJson(const QJsonObject &object);

    bool operator==(const Chunk &) const = default;
};

//! What a new chunk is made of.
struct ChunkDraft
{
    QString content;
    QString answer; //!< Only in question-and-answer documents, where it is required.
    QStringList keywords; //!< Empty: the server extracts them.

    QJsonObject toJson() const;

    bool operator==(const ChunkDraft &) const = default;
};
