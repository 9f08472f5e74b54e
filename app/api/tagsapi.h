// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/call.h"
#include "app/domain/tag.h"

class ApiClient;

//! The tags of a server's datasets: /datasets/tags.
class TagsApi
{
public:
    explicit TagsApi(ApiClient &client)
        : m_client(client)
    { }

    //! Newest first.
    Call<QList<Tag>> *list() const;
    Call<Tag> *create(const QString &name) const;
    Call<Tag> *rename(const QString &tagId, const QString &name) const;
    //! Also from the datasets that have it.
    Call<Done> *remove(const QString &tagId) const;

    Call<QList<Tag>> *ofDataset(const QString &datasetId) const;
    //! Tags that the dataset has already, or that do not exist, are passed over.
    Call<Done> *bind(const QStringList &tagIds, const QString &datasetId) const;
    Call<Done> *unbind(const QString &tagId, const QString &datasetId) const;

private:
    ApiClient &m_client;
};
