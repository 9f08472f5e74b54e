// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/call.h"
#include "app/domain/model.h"

class ApiClient;

//! The models a server can use: /workspaces/current/models.
class ModelsApi
{
public:
    explicit ModelsApi(ApiClient &client)
        : m_client(client)
    { }

    //! Of all providers; empty when none is set up.
    Call<QList<Model>> *list(Model::Type type) const;

private:
    ApiClient &m_client;
};
