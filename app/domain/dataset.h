// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/metadata.h"
#include "app/domain/model.h"
#include "app/domain/retrievalsettings.h"
#include "app/domain/tag.h"

#include <QStringList>

//! A knowledge base.
struct Dataset
{
    enum class Technique { NotSet, Economy, HighQuality }; //!< NotSet until the first document fixes it.

    static constexpr int maxNameLength = 40; //!< Characters (code points); servers refuse more.
    static constexpr int maxDescriptionLength = 400; //!< Characters (code points); servers refuse more.

    QString id;
    QString name;
    QString description;
    QString provider = QStringLiteral("vendor"); //!< "external": its texts are kept elsewhere.
    QString permission; //!< only_me, all_team_members or partial_members.
    QStringList partialMembers; //!< Ids of the accounts that see it, where permission is partial_members.
    QString docForm; //!< text_model, qa_model, hierarchical_model; empty until the first document.
    Technique technique = Technique::NotSet;
    qint64 documentCount = 0; //!< In every state.
    qint64 availableDocumentCount = 0; //!< Completed, enabled, not archived; on servers that tell.
    qint64 wordCount = 0; //!< Characters.
    qint64 createdAt = 0; //!< Seconds since 1970.
    qint64 updatedAt = 0; //!< Seconds since 1970.
    bool apiEnabled = true;
    bool isPipeline = false; //!< Documents come through a pipeline, not through create by text or file.
    bool isPublished = false; //!< Of a pipeline: it can be run.
    bool builtInMetadata = false;
    bool embeddingAvailable = true; //!< False when the credentials of its embedding model are lost.
    ModelRef embeddingModel; //!< Not set in economy datasets.
    QList<Tag> tags;
    QList<MetadataField> metadataFields; //!< With the built-in ones where these are on; on servers that tell.
    QString externalKnowledgeId; //!< Where provider is external.
    QString externalKnowledgeApiId; //!< Where provider is external.
    RetrievalSettings retrieval;

    static Dataset fromJson(const QJsonObject &object);

    bool operator==(const Dataset &) const = default;
};

//! The wire name: economy, high_quality, or empty for NotSet.
QString toString(Dataset::Technique technique);
Dataset::Technique techniqueFromString(const QString &text);
