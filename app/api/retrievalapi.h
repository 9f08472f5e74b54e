// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/call.h"
#include "app/domain/hit.h"
#include "app/domain/retrievalsettings.h"

class ApiClient;

//! Searching a dataset: /datasets/{id}/retrieve.
class RetrievalApi
{
public:
    static constexpr int maxQueryLength = 250; //!< Characters (code points); servers refuse more.

    explicit RetrievalApi(ApiClient &client)
        : m_client(client)
    { }

    Call<Retrieval> *retrieve(const QString &datasetId, const QString &query, const RetrievalSettings &settings) const;

private:
    ApiClient &m_client;
};
