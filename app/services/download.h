// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/call.h"

#include <QStringList>

class DocumentsApi;

//! Saves originals of documents on this computer: one as it is, or many in zips of up to a hundred each. It ends with
//! finished(), or with failed(), or when it is deleted. What is not complete leaves no file.
class Download : public QObject
{
    Q_OBJECT

public:
    Download(const DocumentsApi &api, const QString &datasetId, QObject *parent = nullptr);

    void saveOne(const QString &documentId, const QString &path);
    //! More than one zip are called "<name> (1 of 3).zip" and so on. None of them may be there yet.
    void saveZips(const QStringList &documentIds, const QString &path);

    QStringList saved() const { return m_paths.first(m_done); } //!< Paths of what is complete.
    int parts() const { return static_cast<int>(m_paths.size()); }
    qint64 bytes() const { return m_bytesDone + m_bytes; }
    double fraction() const; //!< Of all parts, as far as it is known.

signals:
    void progressed();
    void finished();
    void failed(const QString &reason); //!< A sentence, plain text.

private:
    void next();
    void follow(Call<Done> *call);
    void answered(const Result<Done> &result);

    const DocumentsApi &m_api;
    const QString m_datasetId;
    QList<QStringList> m_parts; //!< Ids of the documents of each.
    QStringList m_paths;
    int m_done = 0;
    qint64 m_bytesDone = 0;
    qint64 m_bytes = 0; //!< Of the part on its way.
    qint64 m_bytesTotal = -1;
};
