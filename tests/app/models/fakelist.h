// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/apiclient.h"
#include "tests/support/fakenetwork.h"

#include <QJsonArray>

#include <memory>

//! A server with one list at a path, which it gives page by page from the rows as they are at that moment.
class FakeList
{
public:
    explicit FakeList(const QString &path);

    //! Adds rows "<prefix>1" … to the end of the list, id and name alike.
    void append(const QString &prefix, int count, const QJsonObject &more = {});

    QList<QJsonObject> rows;
    std::function<void(int page)> beforePage; //!< Something happens on the server between two pages.
    bool saysTotal = true;

    FakeNetwork network;
    ApiClient client;

private:
    std::optional<FakeNetwork::Answer> answer(const FakeNetwork::Request &request);

    QString m_path;
};
