// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/settingsdrafts.h"

#include "app/services/servers.h"

SettingsDrafts::SettingsDrafts(Servers &servers, QObject *parent)
    : QObject(parent)
    , m_servers(servers)
{
    connect(&servers, &Servers::removed, this, &SettingsDrafts::forgetServer);
}

void SettingsDrafts::keep(const Draft &draft)
{
    const Key key(draft.serverId, draft.dataset.id);
    if (draft.changes.isEmpty())
        m_entries.remove(key);
    else
        m_entries[key].draft = draft;
}

DatasetChanges SettingsDrafts::changes(const QString &serverId, const QString &datasetId) const
{
    return m_entries.value({serverId, datasetId}).draft.changes;
}

void SettingsDrafts::forget(const QString &serverId, const QString &datasetId)
{
    if (m_entries.remove({serverId, datasetId}) > 0)
        emit forgotten(serverId, datasetId);
    tellWhenDone();
}

void SettingsDrafts::forgetAll()
{
    m_then = nullptr;
    for (const Draft &draft : all())
        forget(draft.serverId, draft.dataset.id);
}

void SettingsDrafts::forgetServer(const QString &serverId)
{
    m_entries.removeIf([&](const auto &entry) { return entry.key().first == serverId; });
    tellWhenDone();
}

QList<SettingsDrafts::Draft> SettingsDrafts::all(const QString &serverId) const
{
    QList<Draft> drafts;
    for (const Entry &entry : m_entries) {
        if (serverId.isEmpty() || entry.draft.serverId == serverId)
            drafts.append(entry.draft);
    }
    return drafts;
}

bool SettingsDrafts::isSaving(const QString &serverId, const QString &datasetId) const
{
    return m_entries.value({serverId, datasetId}).call;
}

void SettingsDrafts::save(const QString &serverId, const QString &datasetId)
{
    const Key key(serverId, datasetId);
    const auto entry = m_entries.find(key);
    const Server *server = m_servers.find(serverId);
    if (entry == m_entries.end() || entry->call || !server)
        return;
    entry->call = server->datasets()
                      .update(datasetId, entry->draft.changes)
                      ->then(this, [this, key](const Result<Dataset> &result) { answered(key, result); });
}

void SettingsDrafts::saveAll(const std::function<void()> &then)
{
    m_then = then;
    for (const Draft &draft : all())
        save(draft.serverId, draft.dataset.id);
}

void SettingsDrafts::answered(const Key &key, const Result<Dataset> &result)
{
    const auto entry = m_entries.find(key);
    if (!result) {
        m_then = nullptr;
        if (entry == m_entries.end())
            return; // it was given up meanwhile
        entry->call = nullptr;
        return emit failed(Draft(entry->draft), result.error());
    }
    m_entries.remove(key);
    emit saved(key.first, result.value());
    tellWhenDone();
}

void SettingsDrafts::tellWhenDone()
{
    if (m_entries.isEmpty() && m_then)
        std::exchange(m_then, nullptr)();
}
