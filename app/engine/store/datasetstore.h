// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/page.h"
#include "app/engine/store/rows.h"

class Connection;

//! The model that makes the vectors of a dataset.
struct EmbeddingModel
{
    QString provider;
    QString name;
};

//! What a new dataset is made of.
struct DatasetDraft
{
    QString name;
    QString description;
    QString permission;
    QString indexingTechnique;
    QJsonObject retrievalModel;
    QString provider = QStringLiteral("vendor");
    std::optional<EmbeddingModel> embedding = {}; //!< Only with the technique high_quality.
    QJsonObject summarySetting = {}; //!< As it was sent.
};

//! What is to be changed; what is not set stays.
struct DatasetChanges
{
    std::optional<QString> name = {};
    std::optional<QString> description = {};
    std::optional<QString> permission = {};
    std::optional<QString> indexingTechnique = {};
    std::optional<QString> docForm = {};
    std::optional<QJsonObject> retrievalModel = {};
    std::optional<EmbeddingModel> embedding = {};
    std::optional<QString> namedModel = {}; //!< Kept only while there are no vectors.
    std::optional<QStringList> members = {}; //!< Kept only for the permission partial_members.
};

//! Which datasets a list has.
struct DatasetFilter
{
    QString keyword; //!< Part of the name, in capitals or not; no wildcards.
    QStringList tags; //!< Ids; a dataset has to carry all of them.
};

//! The datasets and their process rules.
class DatasetStore
{
public:
    explicit DatasetStore(Connection &db)
        : m_db(db)
    { }

    //! Newest first.
    Page<DatasetRow> list(const DatasetFilter &filter, Slice slice) const;
    std::optional<DatasetRow> find(const QString &id) const; //!< In capitals or not.
    std::optional<DatasetRow> find(qint64 row) const;

    //! Throws StoreError NameTaken.
    DatasetRow create(const DatasetDraft &draft) const;
    //! Throws StoreError NotFound, NameTaken.
    DatasetRow change(qint64 row, const DatasetChanges &changes) const;
    //! Makes it unfindable at once, with all that is in it; false if it was so already.
    bool markDeleted(qint64 row) const;
    //! Datasets marked as deleted which are still to be cleaned up.
    QList<qint64> deleted() const;
    //! Takes the row away; its documents must be gone.
    void remove(qint64 row) const;

    //! Stores the rule, unless it is that of the latest document: then it is shared.
    ProcessRuleRow useRule(qint64 row, const QJsonObject &rule) const;
    std::optional<ProcessRuleRow> latestRule(qint64 row) const;
    std::optional<ProcessRuleRow> rule(const QString &ruleId) const;

private:
    void requireFreeName(const QString &name, qint64 except) const;

    Connection &m_db;
};
