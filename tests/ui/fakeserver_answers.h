// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/fakenetwork.h"

#include <QJsonArray>

//! How the server in memory answers and keeps its objects.
namespace answers {

FakeNetwork::Answer json(const QJsonObject &body, int status = 200);
FakeNetwork::Answer error(int status, const QString &code, const QString &message);
//! The page that the query asks for.
FakeNetwork::Answer paged(const QList<QJsonObject> &objects, const QUrl &url);
QJsonArray array(const QList<QJsonObject> &objects);

//! Null: there is none of that id.
QJsonObject *find(QList<QJsonObject> &objects, const QString &id);
void replace(QList<QJsonObject> &objects, const QJsonObject &by);
void merge(QJsonObject &object, const QJsonObject &by);
void remove(QList<QJsonObject> &objects, const QString &id);

} // namespace answers
