// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/fakenetwork.h"

#include <QJsonArray>

//! A knowledge API in memory behind a FakeNetwork: datasets, documents that are indexed while they are asked about,
//! chunks, and a retrieval that finds parts of words.
class FakeServer
{
public:
    FakeServer();

    QString addDataset(const QString &name);
    QString addDocument(const QString &datasetId, const QString &name, const QJsonObject &fields = {});
    QString addChunk(const QString &documentId, const QString &content, const QJsonObject &fields = {});

    QString addChildChunk(const QString &chunkId, const QString &content);
    QString addMetadataField(const QString &name, const QString &type = QStringLiteral("string"));

    QJsonObject dataset(const QString &id) const { return find(datasets, id); }
    QJsonObject document(const QString &id) const { return find(documents, id); }
    QJsonObject chunk(const QString &id) const { return find(chunks, id); }
    QStringList documentNames() const;
    QStringList chunkTexts() const;
    QStringList childTexts(const QString &chunkId) const;
    QJsonValue metadataValue(const QString &documentId, const QString &name) const; //!< Undefined: it has none.
    //! Requests whose name begins with \a start.
    int count(const QString &start) const;
    //! The next request whose name begins with \a start is answered with this error.
    void failNext(const QString &start, int status, const QString &code, const QString &message);

    FakeNetwork network;
    QList<QJsonObject> datasets;
    QList<QJsonObject> documents;
    QList<QJsonObject> chunks;
    QList<QJsonObject> tags;
    QList<QJsonObject> metadataFields; //!< Of every dataset.
    QStringList embeddingModels; //!< Names, of the provider "fake".
    QStringList rerankModels;
    QList<QJsonObject> childChunks; //!< Of parents that come without them.
    QJsonArray pipelineSources; //!< Of every pipeline dataset.
    bool builtInMetadata = false;
    QString refusesMetadata; //!< Name of a document that does.

private:
    using Answer = FakeNetwork::Answer;

    static QJsonObject find(const QList<QJsonObject> &objects, const QString &id);
    std::optional<Answer> respond(const FakeNetwork::Request &request);
    Answer onDatasets(const QString &verb, const QString &id, const FakeNetwork::Request &request);
    Answer onTags(const QString &verb, const QString &action, const QJsonObject &body);
    Answer onModels(const QString &type) const;

    Answer onDocuments(const QString &verb, const QString &datasetId, const QStringList &rest,
                       const FakeNetwork::Request &request);
    Answer createByFile(const QString &datasetId, const FakeNetwork::Request &request);
    Answer indexingStatus(const QString &batch);
    Answer setStatus(const QString &action, const QJsonArray &ids);

    Answer onChunks(const QString &verb, const QString &documentId, const QString &id,
                    const FakeNetwork::Request &request);
    Answer onChildChunks(const QString &verb, const QString &chunkId, const QString &id,
                         const FakeNetwork::Request &request);
    Answer retrieve(const QString &datasetId, const QJsonObject &body) const;

    Answer onMetadataFields(const QString &verb, const QStringList &rest, const FakeNetwork::Request &request);
    Answer setMetadata(const QJsonArray &operations);
    Answer onPipeline(const QStringList &path, const FakeNetwork::Request &request);

    QString nextId(const QString &kind) { return kind + QString::number(++m_last); }

    struct Failure
    {
        QString start;
        Answer answer;
    };
    QList<Failure> m_failures;
    int m_last = 0;
};
