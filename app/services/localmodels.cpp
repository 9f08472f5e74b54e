// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/localmodels.h"

#include "app/services/credentials.h"

#include <QSettings>

using namespace Qt::Literals::StringLiterals;

namespace {

const QString embeddingsEntry = u"embeddings"_s;
const QString rerankEntry = u"rerank"_s;

QString settingOf(const QString &entry, QLatin1StringView what)
{
    return u"models/"_s + entry + what;
}

void tell(QMap<QString, QString> &environment, const QString &prefix, const ModelEndpoint &endpoint)
{
    if (endpoint.model.isEmpty())
        return;
    environment.insert(prefix + u"_URL"_s, endpoint.url);
    environment.insert(prefix + u"_MODEL"_s, endpoint.model);
    environment.insert(prefix + u"_KEY"_s, QString::fromUtf8(endpoint.key));
}

} // namespace

LocalModels::LocalModels(QSettings &settings, Credentials &credentials, const QString &serverId, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_credentials(credentials)
    , m_serverId(serverId)
{
    const auto read = [&](const QString &entry) {
        return ModelEndpoint{.url = settings.value(settingOf(entry, "Url"_L1)).toString(),
                             .model = settings.value(settingOf(entry, "Model"_L1)).toString()};
    };
    m_endpoints = {read(embeddingsEntry), read(rerankEntry)};
}

void LocalModels::load()
{
    for (const QString &entry : {embeddingsEntry, rerankEntry}) {
        if (m_settings.value(settingOf(entry, "HasKey"_L1)).toBool())
            readKey(entry);
    }
}

void LocalModels::readKey(const QString &entry)
{
    m_credentials.read(keychainEntry(entry), this, [this, entry](const std::optional<QByteArray> &key) {
        ModelEndpoint &endpoint = entry == embeddingsEntry ? m_endpoints.embeddings : m_endpoints.rerank;
        if (!key || std::exchange(endpoint.key, *key) == *key)
            return;
        emit changed();
    });
}

void LocalModels::set(const Endpoints &endpoints)
{
    const Endpoints before = std::exchange(m_endpoints, endpoints);
    if (before == endpoints)
        return;
    keep(embeddingsEntry, endpoints.embeddings, before.embeddings);
    keep(rerankEntry, endpoints.rerank, before.rerank);
    emit changed();
}

void LocalModels::keep(const QString &entry, const ModelEndpoint &endpoint, const ModelEndpoint &before)
{
    m_settings.setValue(settingOf(entry, "Url"_L1), endpoint.url);
    m_settings.setValue(settingOf(entry, "Model"_L1), endpoint.model);
    m_settings.setValue(settingOf(entry, "HasKey"_L1), !endpoint.key.isEmpty());
    if (endpoint.key == before.key)
        return;
    if (endpoint.key.isEmpty())
        m_credentials.remove(keychainEntry(entry));
    else
        m_credentials.write(keychainEntry(entry), endpoint.key);
}

QMap<QString, QString> LocalModels::environment() const
{
    QMap<QString, QString> environment;
    tell(environment, u"LOREDESK_EMBEDDINGS"_s, m_endpoints.embeddings);
    tell(environment, u"LOREDESK_RERANK"_s, m_endpoints.rerank);
    return environment;
}

QString LocalModels::keychainEntry(const QString &entry) const
{
    return m_serverId + u'/' + entry;
}
