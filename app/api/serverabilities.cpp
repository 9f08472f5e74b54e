// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/serverabilities.h"

#include "app/api/apiclient.h"

using namespace Qt::Literals::StringLiterals;

namespace {

const QString nobody = u"00000000-0000-4000-8000-000000000000"_s;

std::optional<QJsonObject> any(const QJsonObject &object)
{
    return object;
}

//! What is at a route that is asked for something that does not exist, or by a method it does not take.
Obstacle obstacleOf(Ability ability, const ApiError &error)
{
    const bool isAnswered = error.httpStatus >= 200 && error.httpStatus < 300; // a list, which the reader does not know
    if (ability == Ability::Tags) // 1.9 and 1.10 look for a dataset of that name
        return isAnswered ? Obstacle::None : error.code == "not_found"_L1 ? Obstacle::Broken : Obstacle::TooOld;
    const bool isOtherMethod = error.httpStatus == 405;
    if (ability == Ability::DownloadZip || ability == Ability::DocumentStatus)
        return isOtherMethod ? Obstacle::None : Obstacle::TooOld;
    const bool isUnknownRoute = error.httpStatus == 404 && error.code.isEmpty(); // a page
    return isUnknownRoute || isOtherMethod ? Obstacle::TooOld : Obstacle::None;
}

} // namespace

ServerAbilities::ServerAbilities(const QString &version, bool isLoredeskServer)
    : m_version(version)
{
    const auto number = QVersionNumber::fromString(version);
    if (!isLoredeskServer)
        set(Ability::ParentChildEconomy, Obstacle::Broken);
    if (number.isNull())
        return;
    const auto needs = [&](const QVersionNumber &first, std::initializer_list<Ability> abilities) {
        for (const Ability ability : abilities) {
            if (number < first)
                set(ability, Obstacle::TooOld);
        }
    };
    needs({0, 15}, {Ability::ParentChild, Ability::ParentChildEconomy, Ability::HiddenDatasets, Ability::Download});
    needs({1, 0}, {Ability::ReadDataset, Ability::ReadDocument, Ability::ReadChunk, Ability::ChildChunks,
                   Ability::DocumentStatus, Ability::Metadata, Ability::Tags, Ability::Models});
    needs({1, 10}, {Ability::PartialMetadata, Ability::StatusFilter, Ability::DownloadZip, Ability::Pipelines});
    if (number >= QVersionNumber(1, 9) && number < QVersionNumber(1, 10))
        set(Ability::UploadFiles, Obstacle::Broken); // "Invalid user account" (reference/wire.md §1.1)
}

void ServerAbilities::set(Ability ability, Obstacle obstacle)
{
    if (obstacle == Obstacle::None)
        m_obstacles.remove(ability);
    else
        m_obstacles.insert(ability, obstacle);
}

bool ServerAbilities::needsProbe() const
{
    const auto number = QVersionNumber::fromString(m_version);
    return number.isNull() || (number >= QVersionNumber(0, 16) && number < QVersionNumber(1, 15));
}

QJsonObject ServerAbilities::toJson() const
{
    QJsonObject obstacles;
    for (auto it = m_obstacles.cbegin(); it != m_obstacles.cend(); ++it)
        obstacles[QString::number(static_cast<int>(it.key()))] = static_cast<int>(it.value());
    return {{u"version"_s, m_version}, {u"obstacles"_s, obstacles}};
}

ServerAbilities ServerAbilities::fromJson(const QJsonObject &object)
{
    ServerAbilities abilities;
    abilities.m_version = object["version"_L1].toString();
    const QJsonObject obstacles = object["obstacles"_L1].toObject();
    for (auto it = obstacles.begin(); it != obstacles.end(); ++it) {
        const int obstacle = it.value().toInt();
        if (obstacle >= 0 && obstacle <= static_cast<int>(Obstacle::BoundKey))
            abilities.set(static_cast<Ability>(it.key().toInt()), static_cast<Obstacle>(obstacle));
    }
    return abilities;
}

AbilityProbe::AbilityProbe(ApiClient &client, QObject *parent)
    : QObject(parent)
    , m_client(client)
{ }

void AbilityProbe::start()
{
    if (m_open > 0)
        return;
    m_open = 1;
    m_client.get(u"/datasets"_s, {{u"page"_s, u"1"_s}, {u"limit"_s, u"1"_s}}, &any, ApiClient::Priority::Poll)
        ->then(this,
               [this](const Result<QJsonObject> &result) { onDatasets(result ? 200 : result.error().httpStatus); });
}

void AbilityProbe::onDatasets(int httpStatus)
{
    if (httpStatus != 200 && httpStatus != 403) {
        m_open = 0;
        return;
    }
    m_abilities = ServerAbilities(m_client.serverVersion(), m_client.isLoredeskServer());
    if (httpStatus == 403)
        m_abilities.set(Ability::ListDatasets, Obstacle::BoundKey);
    if (m_abilities.needsProbe()) {
        const QString dataset = u"/datasets/"_s + nobody;
        const QString document = dataset + u"/documents/"_s + nobody;
        const QString chunk = document + u"/segments/"_s + nobody;
        ask(Ability::ReadDataset, dataset);
        ask(Ability::ReadDocument, document);
        ask(Ability::ReadChunk, chunk);
        ask(Ability::ChildChunks, chunk + u"/child_chunks"_s);
        ask(Ability::DocumentStatus, dataset + u"/documents/status/enable"_s);
        ask(Ability::Metadata, dataset + u"/metadata"_s);
        ask(Ability::Tags, u"/datasets/tags"_s);
        ask(Ability::Models, u"/workspaces/current/models/model-types/rerank"_s);
        ask(Ability::DownloadZip, dataset + u"/documents/download-zip"_s);
        ask(Ability::Pipelines, dataset + u"/pipeline/datasource-plugins"_s);
    }
    finishOne();
}

void AbilityProbe::ask(Ability ability, const QString &path)
{
    ++m_open;
    m_client.get(path, {}, &any, ApiClient::Priority::Poll)
        ->then(this, [this, ability](const Result<QJsonObject> &result) {
            // Without an answer, or with a failing one, it stays as the version has it.
            const int status = result ? 200 : result.error().httpStatus;
            if (status > 0 && status < 500)
                m_abilities.set(ability, result ? Obstacle::None : obstacleOf(ability, result.error()));
            finishOne();
        });
}

void AbilityProbe::finishOne()
{
    if (--m_open == 0)
        emit finished(m_abilities);
}
