// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/recordingnetwork.h"

#include <QJsonArray>
#include <QNetworkReply>

using namespace Qt::Literals::StringLiterals;

bool RecordingNetwork::hasAnswered(const QString &documentId, const Counts &counts) const
{
    return m_answers.value(documentId).contains(counts);
}

QNetworkReply *RecordingNetwork::createRequest(Operation operation, const QNetworkRequest &request, QIODevice *body)
{
    QNetworkReply *reply = QNetworkAccessManager::createRequest(operation, request, body);
    if (request.url().path().endsWith("/indexing-status"_L1)) {
        connect(reply, &QNetworkReply::finished, this, [this, reply] {
            const auto answer = QJsonDocument::fromJson(reply->peek(reply->bytesAvailable())).object();
            const QJsonArray documents = answer["data"_L1].toArray();
            for (const auto item : documents) {
                m_answers[item["id"_L1].toString()].insert(
                    {item["completed_segments"_L1].toInteger(), item["total_segments"_L1].toInteger()});
            }
        });
    }
    return reply;
}
