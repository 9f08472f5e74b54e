// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/engine/vectors/modelclient.h"

#include <QList>

#include <vector>

//! What the model made of texts, in their order.
struct Embeddings
{
    std::vector<std::vector<float>> vectors; //!< Of length 1.
    //! As the endpoint counted them, shared out by the number of words where it gives but one number for all.
    QList<qint64> tokens;
};

//! As vectors are stored.
QByteArray bytesOf(const std::vector<float> &vector);

//! The models of the endpoints. Thread-safe; each call blocks its thread. Throws ModelError.
class Models
{
public:
    explicit Models(const ModelSettings &settings);

    //! What the endpoints are called on the wire, as datasets and retrieval settings name them.
    static QString provider();

    const ModelEndpoint &embeddings() const { return m_embeddings.endpoint(); }
    const ModelEndpoint &rerank() const { return m_rerank.endpoint(); }

    //! What stands for the number of tokens of a text that no model was given.
    static qint64 words(const QString &text);

    //! Throws NotSetUp with the sentence of the real server (recordings/1.15.0, q) when \a model cannot be asked.
    void requireEmbedding(const QString &model) const;
    //! The same, also when there is no such provider.
    void requireRerank(const QString &providerName, const QString &model) const;

    Embeddings embed(const QString &model, const QStringList &texts, const Patience &patience,
                     const std::atomic_bool *cancelled = nullptr) const;
    //! How well each of the texts answers the query.
    QList<double> rerank(const QString &model, const QString &query, const QStringList &texts) const;

    //! Ends all calls, and all that come.
    void stop();

private:
    void embedPart(const QString &model, const QStringList &texts, const Patience &patience,
                   const std::atomic_bool *cancelled, Embeddings *embeddings) const;
    void askEmbeddings(const QString &model, const QStringList &texts, const Patience &patience,
                       const std::atomic_bool *cancelled, Embeddings *embeddings) const;

    ModelClient m_embeddings;
    ModelClient m_rerank;
    mutable std::atomic<qsizetype> m_batch; //!< How many texts the endpoint takes at once.
};
