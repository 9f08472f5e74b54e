// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/call.h"
#include "app/domain/metadata.h"

#include <QStringList>

#include <deque>

class DocumentsApi;
class MetadataApi;

//! Gives many documents the same values for some fields and leaves their other fields alone. A document that is refused
//! is reported, and the rest goes on: servers stop at the first one and do not say which it was, so a batch that fails
//! is tried again in halves.
class MetadataUpdate : public QObject
{
    Q_OBJECT

public:
    struct Failure
    {
        QString documentId;
        ApiError error;
    };

    //! \a keepsOthers: the server leaves fields alone that are not named; else all values of each document are read
    //! first and sent again.
    MetadataUpdate(const MetadataApi &metadata, const DocumentsApi &documents, const QString &datasetId,
                   bool keepsOthers, QObject *parent = nullptr);

    //! Once.
    void start(const QStringList &documentIds, const QList<MetadataValue> &values);
    //! What is on its way is not waited for; finished() is not emitted.
    void cancel();

    int total() const { return m_total; }
    int done() const { return m_done; } //!< Changed or failed.
    const QList<Failure> &failures() const { return m_failures; }

signals:
    void changed(const QStringList &documentIds); //!< The server has the new values of these.
    void progressed();
    void finished();

private:
    void next();
    void readAndSend(const QString &documentId);
    void send(const QStringList &documentIds, const QList<MetadataValue> &values, bool keepsOthers);
    void answered(const QStringList &documentIds, const Result<Done> &result);
    void failed(const QStringList &documentIds, const ApiError &error);

    const MetadataApi &m_metadata;
    const DocumentsApi &m_documents;
    const QString m_datasetId;
    const bool m_keepsOthers;
    QList<MetadataValue> m_values;
    std::deque<QStringList> m_batches;
    QPointer<CallBase> m_call;
    int m_total = 0;
    int m_done = 0;
    QList<Failure> m_failures;
};
