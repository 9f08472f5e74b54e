// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/fakeserver_answers.h"

#include <QJsonDocument>
#include <QUrlQuery>

using namespace Qt::Literals::StringLiterals;

FakeNetwork::Answer answers::json(const QJsonObject &body, int status)
{
    return {.status = status, .body = QJsonDocument(body).toJson(QJsonDocument::Compact)};
}

FakeNetwork::Answer answers::error(int status, const QString &code, const QString &message)
{
    return json({{u"code"_s, code}, {u"message"_s, message}, {u"status"_s, status}}, status);
}

FakeNetwork::Answer answers::paged(const QList<QJsonObject> &objects, const QUrl &url)
{
    const QUrlQuery query(url);
    const int page = query.queryItemValue(u"page"_s).toInt();
    const int limit = query.queryItemValue(u"limit"_s).toInt();
    const QJsonArray data = array(objects.mid(static_cast<qsizetype>(page - 1) * limit, limit));
    return json({{u"data"_s, data}, {u"total"_s, objects.size()}, {u"page"_s, page}, {u"limit"_s, limit}});
}

QJsonArray answers::array(const QList<QJsonObject> &objects)
{
    QJsonArray array;
    for (const QJsonObject &object : objects)
        array.append(object);
    return array;
}

QJsonObject *answers::find(QList<QJsonObject> &objects, const QString &id)
{
    const auto found = std::find_if(objects.begin(), objects.end(), [&](const auto &o) { return o["id"_L1] == id; });
    return found == objects.end() ? nullptr : &*found;
}

void answers::replace(QList<QJsonObject> &objects, const QJsonObject &by)
{
    if (QJsonObject *object = find(objects, by["id"_L1].toString()))
        *object = by;
}

void answers::merge(QJsonObject &object, const QJsonObject &by)
{
    for (auto it = by.begin(); it != by.end(); ++it)
        object[it.key()] = it.value();
}

void answers::remove(QList<QJsonObject> &objects, const QString &id)
{
    objects.removeIf([&](const QJsonObject &object) { return object["id"_L1] == id; });
}
