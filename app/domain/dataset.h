// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/retrievalsettings.h"

//! A knowledge base.
struct Dataset
{
    enum class Technique { NotSet, Economy, HighQuality }; //!< NotSet until the first document fixes it.

    QString id;
    QString name;
    QString description;
    QString permission; //!< only_me, all_team_members or partial_members.
    QString docForm; //!< text_model, qa_model, hierarchical_model; empty until the first document.
    Technique technique = Technique::NotSet;
    qint64 documentCount = 0; //!< In every state.
    qint64 availableDocumentCount = 0; //!< Completed, enabled, not archived; on servers that tell.
    qint64 wordCount = 0; //!< Characters.
    qint64 createdAt = 0; //!< Seconds since 1970.
    qint64 updatedAt = 0; //!< Seconds since 1970.
    bool apiEnabled = true;
    RetrievalSettings retrieval;

    static Dataset fromJson(const QJsonObject &object);

    bool operator==(const Dataset &) const = default;
};

//! The wire name: economy, high_quality, or empty for NotSet.
QString toString(Dataset::Technique technique);
Dataset::Technique techniqueFromString(const QString &text);
