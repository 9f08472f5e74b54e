// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

class QJsonObject;

//! A model of a provider, as datasets and retrieval settings name it.
struct ModelRef
{
    QString provider{}; //!< "openai", or "organisation/plugin/provider" since 1.0.
    QString name{};

    bool isSet() const { return !name.isEmpty(); }

    bool operator==(const ModelRef &) const = default;
};

//! A model that a server can use (GET /workspaces/current/models/model-types/{type}).
struct Model
{
    enum class Type { TextEmbedding, Rerank, Llm };

    ModelRef ref{};
    QString label{}; //!< For people; the name where the server gives none.
    QString providerLabel{}; //!< For people.
    bool isActive = true; //!< Configured, with quota left; else it is listed but cannot be used.
    qint64 contextSize = 0; //!< Tokens; 0 when the server does not say.

    //! The models of one provider, an item of the answer's `data`.
    static QList<Model> listFromJson(const QJsonObject &provider);

    bool operator==(const Model &) const = default;
};

//! The wire name: text-embedding, rerank or llm.
QString toString(Model::Type type);
