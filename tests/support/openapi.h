// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QSet>
#include <QStringList>

//! docs/openapi.json, which describes what loredesk-server speaks.
class OpenApi
{
public:
    OpenApi();

    //! As the router has them: "GET /v1/datasets/{id}"; `{text}` is what need not be a UUID.
    QStringList routes() const;
    //! Those with which \a method of \a path, which may have a query, is described to be answered. Empty: not
    //! described.
    QSet<int> statuses(const QString &method, const QString &path) const;

private:
    struct Operation
    {
        QString method;
        QString pattern;
        QSet<int> statuses;
    };
    QJsonObject resolved(const QJsonValue &value) const;

    QJsonObject m_description;
    QList<Operation> m_operations;
};
