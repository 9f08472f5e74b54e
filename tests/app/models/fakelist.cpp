// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/models/fakelist.h"

#include <QJsonDocument>
#include <QUrlQuery>

using namespace Qt::Literals::StringLiterals;

FakeList::FakeList(const QString &path)
    : client(network)
    , m_path(path)
{
    client.setServer(QUrl(u"https://api.test/v1"_s), "key");
    client.setRetries(0, 1);
    network.respond = [this](const FakeNetwork::Request &request) { return answer(request); };
}

void FakeList::append(const QString &prefix, int count, const QJsonObject &more)
{
    for (int number = 1; number <= count; ++number) {
        QJsonObject row = more;
        const QString name = prefix + QString::number(number);
        row[u"id"_s] = name;
        row[u"name"_s] = name;
        rows.append(row);
    }
}

std::optional<FakeNetwork::Answer> FakeList::answer(const FakeNetwork::Request &request)
{
    const QUrl url = request.request.url();
    if (!request.name.startsWith("GET "_L1) || url.path() != "/v1"_L1 + m_path)
        return {};
    const QUrlQuery query(url);
    const int page = query.queryItemValue(u"page"_s).toInt();
    const int limit = query.queryItemValue(u"limit"_s).toInt();
    if (beforePage)
        beforePage(page);
    const QString keyword = query.queryItemValue(u"keyword"_s, QUrl::FullyDecoded);
    QJsonArray data;
    int total = 0;
    for (const QJsonObject &row : std::as_const(rows)) {
        if (!keyword.isEmpty() && !row[u"content"_s].toString().contains(keyword))
            continue;
        if (total / limit == page - 1)
            data.append(row);
        ++total;
    }
    QJsonObject body{{u"data"_s, data}, {u"has_more"_s, true}, {u"page"_s, page}, {u"limit"_s, limit}};
    if (saysTotal)
        body[u"total"_s] = total;
    return FakeNetwork::Answer{.body = QJsonDocument(body).toJson(QJsonDocument::Compact)};
}
