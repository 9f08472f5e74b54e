// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/apiclient.h"
#include "app/api/documentsapi.h"
#include "app/api/pipelineapi.h"
#include "tests/support/fakenetwork.h"

#include <QJsonArray>

//! A server with one dataset, "d", that takes files and indexes each while it is asked about it; also through a
//! pipeline, as servers of 1.15.0 do (recordings 1.15.0, r006 to r025).
class FakeDataset
{
public:
    struct Entry
    {
        QString id;
        QString name;
        QString batch;
        QString status; //!< indexing_status.
        qint64 createdAt = 0;
        int step = 0;
        bool enabled = true;
        QString fileId{}; //!< Where it came through the pipeline.
    };

    FakeDataset();

    Entry &add(const QString &name, const QString &status, qint64 createdAt = 0);
    Entry *find(const QString &name);
    int count(const QString &nameOfRequest) const; //!< Requests that begin with it.

    QList<Entry> documents; //!< Newest first.
    int steps = 3; //!< How often a document is asked about until it is completed; 0 for never.
    QString error; //!< Not empty: indexing fails with it.
    QList<FakeNetwork::Answer> createAnswers; //!< Given in turn instead of taking the file.
    QString answeredName; //!< Of the file they are for; else any: which of several comes first is chance.
    bool loseAnswers = false; //!< Takes the file, and the connection breaks.
    QStringList requiredInputs; //!< Of the pipeline.
    QList<QByteArray> created; //!< The bodies of the creates that were taken.

    FakeNetwork network;
    ApiClient client;
    DocumentsApi api;
    PipelineApi pipelines;

private:
    std::optional<FakeNetwork::Answer> answer(const FakeNetwork::Request &request);
    FakeNetwork::Answer create(const FakeNetwork::Request &request);
    FakeNetwork::Answer takeFile(const FakeNetwork::Request &request);
    FakeNetwork::Answer runPipeline(const QJsonObject &wish);
    FakeNetwork::Answer list(const QUrl &url);
    FakeNetwork::Answer status(const QString &batch);
    FakeNetwork::Answer one(const QString &id);
    FakeNetwork::Answer remove(const QString &id);
    QJsonObject toJson(const Entry &entry) const;
    void advance(Entry &entry) const;
    int m_last = 0;
};
