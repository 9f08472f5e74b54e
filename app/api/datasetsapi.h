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
    QString name; //!< 1 to 40 characters, unique on the server.
    QString description;
    Dataset::Technique technique = Dataset::Technique::Economy;
    QString permission = QStringLiteral("only_me");
};

//! The fields of a dataset to change; what is not set stays.
struct DatasetChanges
{
    std::optional<QString> name;
    std::optional<QString> description;
    std::optional<RetrievalSettings> retrieval;
};

//! The datasets of a server: /datasets.
class DatasetsApi
{
public:
    explicit DatasetsApi(ApiClient &client)
        : m_client(client)
    { }

    //! \a page from 1, \a limit at most 100; \a keyword is a part of the name in any case.
    Call<Page<Dataset>> *list(int page, int limit, const QString &keyword = {}) const;
    Call<Dataset> *create(const DatasetDraft &draft) const;
    Call<Dataset> *get(const QString &datasetId) const;
    Call<Dataset> *update(const QString &datasetId, const DatasetChanges &changes) const;
    Call<Done> *remove(const QString &datasetId) const;

private:
    ApiClient &m_client;
};
