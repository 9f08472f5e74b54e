// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/call.h"
#include "app/domain/dataset.h"
#include "app/domain/page.h"

#include <optional>

class ApiClient;

//! What a new dataset is made of.
struct DatasetDraft
{
    QString name; //!< 1 to 40 characters, unique on the server, also among the datasets it does not list.
    QString description{};
    Dataset::Technique technique = Dataset::Technique::Economy; //!< NotSet: fixed by the first document.
    QString permission{}; //!< Empty: only_me.
    ModelRef embeddingModel{}; //!< For HighQuality; not set: the server's default one.
    std::optional<RetrievalSettings> retrieval{};
    QString externalKnowledgeId{}; //!< Set: the texts are kept elsewhere,
    QString externalKnowledgeApiId{}; //!< where this interface, set up on the server, finds them.
};

//! The fields of a dataset to change; what is not set stays.
struct DatasetChanges
{
    std::optional<QString> name{};
    std::optional<QString> description{};
    std::optional<QString> permission{}; //!< only_me, all_team_members or partial_members.
    std::optional<QStringList> partialMembers{}; //!< Ids of accounts, for partial_members.
    std::optional<RetrievalSettings> retrieval{};
    //! Every document is indexed again in the background. HighQuality needs embeddingModel, and is refused without:
    //! real servers fail (recordings 1.15.0, b093).
    std::optional<Dataset::Technique> technique{};
    ModelRef embeddingModel{};
    QString externalKnowledgeId{}; //!< Both must be given with every change of an external dataset.
    QString externalKnowledgeApiId{};

    bool isEmpty() const { return *this == DatasetChanges(); }
    bool operator==(const DatasetChanges &) const = default;
};

//! Which datasets are listed.
struct DatasetsFilter
{
    QString keyword{}; //!< A part of the name in any case.
    QStringList tagIds{}; //!< All of them since 1.10, any of them before.
    //! Also those that the owner of the key may not see, such as those for some members only, whose names are taken
    //! all the same (recordings 1.15.0, t012). Servers before 0.15 do not know it.
    bool includeAll = false;
};

//! The datasets of a server: /datasets.
class DatasetsApi
{
public:
    explicit DatasetsApi(ApiClient &client)
        : m_client(client)
    { }

    //! \a page from 1, \a limit at most 100.
    Call<Page<Dataset>> *list(int page, int limit, const DatasetsFilter &filter = {}) const;
    Call<Dataset> *create(const DatasetDraft &draft) const;
    Call<Dataset> *get(const QString &datasetId) const;
    Call<Dataset> *update(const QString &datasetId, const DatasetChanges &changes) const;
    Call<Done> *remove(const QString &datasetId) const;

private:
    ApiClient &m_client;
};
