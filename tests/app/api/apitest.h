// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/apiclient.h"
#include "tests/support/await.h"
#include "tests/support/fakenetwork.h"
#include "tests/support/testmain.h"

#include <QJsonArray>
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

    std::unique_ptr<FakeNetwork> network;
    std::unique_ptr<ApiClient> client;
};

//! Rows of fixtures, for the versions an endpoint was recorded with.
inline void fixtureRows(const QStringList &fixtures)
{
    QTest::addColumn<QString>("fixture");
    for (const auto &fixture : fixtures)
        QTest::newRow(qPrintable(fixture)) << fixture;
}
