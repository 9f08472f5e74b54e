// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/modelcheck.h"

#include "app/api/apiclient.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace {

std::optional<int> dimensions(const QJsonObject &answer)
{
    const auto size = static_cast<int>(answer["data"_L1][0]["embedding"_L1].toArray().size());
    return size > 0 ? std::optional(size) : std::nullopt;
}

std::optional<int> ranking(const QJsonObject &answer)
{
    return answer["results"_L1].toArray().size() == 2 ? std::optional(0) : std::nullopt;
}

} // namespace

ModelCheck::ModelCheck(QNetworkAccessManager &network, QObject *parent)
    : QObject(parent)
    , m_network(network)
{ }

ModelCheck::~ModelCheck() = default;

void ModelCheck::askForEmbedding(const ModelEndpoint &endpoint)
{
    ask(endpoint, u"/embeddings"_s, {{u"input"_s, QJsonArray{u"knowledge"_s}}}, &dimensions);
}

void ModelCheck::askForRanking(const ModelEndpoint &endpoint)
{
    ask(endpoint, u"/rerank"_s,
        {{u"query"_s, u"knowledge"_s}, {u"documents"_s, QJsonArray{u"what is known"_s, u"what is not"_s}}}, &ranking);
}

void ModelCheck::cancel()
{
    m_client.reset();
}

void ModelCheck::ask(const ModelEndpoint &endpoint, const QString &path, QJsonObject body,
                     std::optional<int> (*read)(const QJsonObject &))
{
    QString url = endpoint.url.trimmed();
    while (url.endsWith(u'/'))
        url.chop(1);
    m_client = std::make_unique<ApiClient>(m_network);
    m_client->setServer(QUrl(url), endpoint.key);
    body[u"model"_s] = endpoint.model.section(u',', 0, 0).trimmed();
    m_client->post(path, body, read)->then(this, [this](const Result<int> &result) {
        if (result)
            emit succeeded(result.value());
        else if (result.error().kind == ApiError::Kind::Parse)
            emit failed(tr("Something answers there, but not as this kind of model does."));
        else
            emit failed(result.error().message);
    });
}
