// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/engine/indexing/enginehelp.h"
#include "tests/support/modelserver.h"
#include "tests/support/testmain.h"

#include <QTemporaryDir>

//! What the tests with models share: an engine on a folder of its own, with a dataset that has vectors.
class VectorsTest : public QObject
{
    Q_OBJECT

protected:
    //! For each test function; reset the engine after it.
    void renew()
    {
        m_models = std::make_unique<ModelServer>();
        m_folder = std::make_unique<QTemporaryDir>();
        start();
        m_dataset
            = m_engine->createDataset({.name = QStringLiteral("base"),
                                       .description = {},
                                       .permission = QStringLiteral("only_me"),
                                       .indexingTechnique = QStringLiteral("high_quality"),
                                       .retrievalModel = {},
                                       .embedding = EmbeddingModel{Models::provider(), QStringLiteral("fake-embed")}});
    }

    void start()
    {
        auto wanted = enginehelp::options(m_folder->path());
        wanted.models.embeddings = {m_models->url().toString(), {}, {QStringLiteral("fake-embed")}};
        wanted.models.rerank = {m_models->url().toString(), {}, {QStringLiteral("fake-rerank")}};
        m_engine = std::make_unique<Engine>(wanted);
    }

    qint64 create(const QString &name, const QByteArray &bytes)
    {
        return m_engine->createDocument(m_dataset.row, enginehelp::draft(name, bytes), SameName::Overwrite).row;
    }

    DocumentRow index(const QString &name, const QByteArray &bytes)
    {
        return enginehelp::settled(*m_engine, create(name, bytes));
    }

    //! By vectors, unless the settings name another method.
    QList<HitRow> find(const QString &query, RetrievalSettings settings = {})
    {
        if (settings.method == RetrievalSettings::Method::Keyword)
            settings.method = RetrievalSettings::Method::Semantic;
        return m_engine->retrieve(m_dataset.row, query, settings);
    }

    static QStringList texts(const QList<HitRow> &hits)
    {
        QStringList found;
        for (const HitRow &hit : hits)
            found.append(hit.chunk.content);
        return found;
    }

    const QByteArray animals = "Elephants are the largest land animals on Earth.\n"
                               "Tigers are striped cats living in Asian forests.\n"
                               "Redis keeps all keys in memory.\n"
                               "Elephants drink water and eat grass every day.\n";

    std::unique_ptr<ModelServer> m_models;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Engine> m_engine;
    DatasetRow m_dataset;
};
