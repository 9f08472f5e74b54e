// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/apiclient.h"
#include "tests/support/await.h"
#include "tests/support/fakenetwork.h"
#include "tests/support/testmain.h"

#include <QJsonArray>
#include <QTemporaryFile>
#include <QTest>

//! What the tests of the endpoints share: a client of https://api.test/v1 over a fake network.
class ApiTest : public QObject
{
    Q_OBJECT

protected:
    //! A fresh pair for each test function.
    void renew()
    {
        client.reset();
        network = std::make_unique<FakeNetwork>();
        client = std::make_unique<ApiClient>(*network);
        client->setServer(QUrl(QStringLiteral("https://api.test/v1")), "key");
    }

    void answerAsRecorded(const QString &request, const QString &fixture)
    {
        network->answerAsRecorded(request, fixture);
    }

    QJsonObject sentJson() const { return network->requests.last().json(); }

    //! The client learns it, as from any answer.
    void tellVersion(const QString &version)
    {
        network->answer(QStringLiteral("GET /v1/datasets/version"),
                        FakeNetwork::Answer{.headers = {{"X-Version", version.toLatin1()}}});
        await(client->tell("GET", QStringLiteral("/datasets/version"), {}));
    }

    //! The path of a file with the content "the content of the file".
    QString file()
    {
        m_file = std::make_unique<QTemporaryFile>();
        if (!m_file->open() || m_file->write("the content of the file") < 0 || !m_file->flush())
            qFatal("cannot write the test's file");
        return m_file->fileName();
    }

    std::unique_ptr<FakeNetwork> network;
    std::unique_ptr<ApiClient> client;

private:
    std::unique_ptr<QTemporaryFile> m_file;
};

//! Rows of fixtures, for the versions an endpoint was recorded with.
inline void fixtureRows(const QStringList &fixtures)
{
    QTest::addColumn<QString>("fixture");
    for (const auto &fixture : fixtures)
        QTest::newRow(qPrintable(fixture)) << fixture;
}
