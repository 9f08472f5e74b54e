// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/call.h"
#include "app/domain/metadata.h"

class ApiClient;

//! The metadata fields of a dataset and the values its documents have for them: /datasets/{id}/metadata.
class MetadataApi
{
public:
    explicit MetadataApi(ApiClient &client)
        : m_client(client)
    { }

    Call<MetadataFields> *fields(const QString &datasetId) const;
    Call<MetadataField> *create(const QString &datasetId, const QString &name, MetadataType type) const;
    //! Servers refuse any name that exists, also the field's own.
    Call<MetadataField> *rename(const QString &datasetId, const QString &fieldId, const QString &name) const;
    //! The values of the field go as well.
    Call<Done> *remove(const QString &datasetId, const QString &fieldId) const;

    //! Which fields servers can fill in themselves.
    Call<QList<MetadataField>> *builtInFields(const QString &datasetId) const;
    //! Writes them into every available document, or takes them away.
    Call<Done> *setBuiltIn(const QString &datasetId, bool enabled) const;

    //! Servers stop at the first document that fails and keep what was done until then. Values of built-in fields,
    //! which no server takes, are left out.
    Call<Done> *setValues(const QString &datasetId, const QList<MetadataChange> &changes) const;

private:
    ApiClient &m_client;
};
