// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/services/localmodels.h"

#include <memory>

class ApiClient;
class QNetworkAccessManager;

//! Asks an endpoint of models one small question, to see whether it can be used.
class ModelCheck : public QObject
{
    Q_OBJECT

public:
    explicit ModelCheck(QNetworkAccessManager &network, QObject *parent = nullptr);
    ~ModelCheck() override;

    //! Exactly one of the signals follows each; a check that still runs is dropped.
    void askForEmbedding(const ModelEndpoint &endpoint);
    void askForRanking(const ModelEndpoint &endpoint);
    void cancel();

signals:
    //! It works. \a dimensions of a vector; 0 for a ranking.
    void succeeded(int dimensions);
    void failed(const QString &sentence);

private:
    void ask(const ModelEndpoint &endpoint, const QString &path, QJsonObject body,
             std::optional<int> (*read)(const QJsonObject &));

    QNetworkAccessManager &m_network;
    std::unique_ptr<ApiClient> m_client;
};
