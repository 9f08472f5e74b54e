// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QNetworkAccessManager>
#include <QSet>

//! The real network, which remembers what the indexing-status endpoint answered.
class RecordingNetwork : public QNetworkAccessManager
{
    Q_OBJECT

public:
    //! Completed and total chunks of a document, as they came.
    using Counts = std::pair<qint64, qint64>;

    bool hasAnswered(const QString &documentId, const Counts &counts) const;

protected:
    QNetworkReply *createRequest(Operation operation, const QNetworkRequest &request, QIODevice *body) override;

private:
    QHash<QString, QSet<Counts>> m_answers;
};
