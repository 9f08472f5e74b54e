// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

//! An endpoint of models on this computer or elsewhere (Ollama, llama.cpp, vLLM, a cloud).
struct ModelEndpoint
{
    QString url; //!< What the paths are appended to, as in http://127.0.0.1:11434/v1; empty: none.
    QByteArray key; //!< Sent as a bearer token, unless empty.
    QStringList models; //!< The first is what is taken unless somebody names another.

    bool isSet() const { return !url.isEmpty() && !models.isEmpty(); }
    bool has(const QString &model) const { return isSet() && models.contains(model); }

    bool operator==(const ModelEndpoint &) const = default;
};

//! Which models the server works with.
struct ModelSettings
{
    ModelEndpoint embeddings; //!< Speaks POST /embeddings as OpenAI does.
    ModelEndpoint rerank; //!< Speaks POST /rerank as Jina, vLLM and llama.cpp do.

    //! Reads LOREDESK_EMBEDDINGS_URL, _MODEL (several are separated by commas) and _KEY, and the same of
    //! LOREDESK_RERANK_; URL and key of that are those of the embeddings where they are not set. Takes them out of the
    //! environment, so that no other process gets to know the keys.
    static ModelSettings takeFromEnvironment();

    bool operator==(const ModelSettings &) const = default;
};
