// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPointer>

#include <functional>
#include <optional>

class FakeReply;

//! Answers requests without a network and records what was asked. A request is named by method, path and query as they
//! go over the wire: "GET /v1/datasets?page=1&limit=20". One that has no answer fails the test.
class FakeNetwork : public QNetworkAccessManager
{
    Q_OBJECT

public:
    struct Request
    {
        QString name;
        QNetworkRequest request;
        QByteArray body;

        QJsonObject json() const;
    };

    struct Answer
    {
        int status = 200;
        QByteArray body{};
        QNetworkReply::NetworkError failure = QNetworkReply::NoError; //!< Set: no HTTP answer at all.
        QList<QNetworkReply::RawHeaderPair> headers{};
    };

    using QNetworkAccessManager::QNetworkAccessManager;

    //! Several answers for one request are given in turn; the last one stays. Requests that hang get it at once.
    void answer(const QString &request, const Answer &answer);
    void answer(const QString &request, const QJsonObject &body, int status = 200);
    //! The answer of an exchange that was recorded, as "1.15.0/a006_auth__wrong_key".
    static Answer recorded(const QString &exchange);
    static Answer answerOf(const QString &version, const QJsonObject &exchange);
    void answerAsRecorded(const QString &request, const QString &exchange);
    void fail(const QString &request, QNetworkReply::NetworkError failure);
    //! Gives no answer until one is set.
    void hang(const QString &request);

    //! Asked for requests that have no answer of their own.
    std::function<std::optional<Answer>(const Request &)> respond;

    QList<Request> requests; //!< In the order they came.
    int aborted = 0;

    //! The names of `requests`.
    QStringList names() const;
    //! How many requests are without an answer now.
    int hanging() const;

protected:
    QNetworkReply *createRequest(Operation operation, const QNetworkRequest &request, QIODevice *body) override;

private:
    QHash<QString, QList<Answer>> m_answers;
    QSet<QString> m_hanging;
    QList<QPointer<FakeReply>> m_waiting;
};
