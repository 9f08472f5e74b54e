// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QJsonValue>

class QJsonArray;

//! Which ids, batches and addresses of a server are those of a recording.
class KnownIds
{
public:
    //! \a own stands for what was recorded from now on.
    void bind(const QString &recorded, const QString &own);
    //! The same for all that is in a recorded answer and in that of the server, unless it is known already.
    void learn(const QJsonValue &recorded, const QJsonValue &given);

    QString toServer(QString text) const;
    QString toRecording(QString text) const;

private:
    void learnHits(const QJsonArray &recorded, const QJsonArray &given);

    QHash<QString, QString> m_ids; //!< From those of the recording to those of the server.
};
