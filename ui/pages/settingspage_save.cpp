// SPDX-License-Identifier: GPL-3.0-or-later
// What was changed of the settings, and how it comes to the server.
#include "app/services/server.h"
#include "ui/dialogs/ask.h"
#include "ui/pages/settingspage.h"
#include "ui/viewutil.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/retrievalform.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>

using Technique = Dataset::Technique;

SettingsPage::Texts SettingsPage::texts() const
{
    return {m_name->text().trimmed(), m_description->toPlainText().trimmed(), m_permission->currentData().toString()};
}

DatasetChanges SettingsPage::changes() const
{
    DatasetChanges changes;
    const auto set = [](auto &field, const auto &value, const auto &before) {
        if (value != before)
            field = value;
    };
    const Texts now = texts();
    set(changes.name, now.name, m_before.name);
    set(changes.description, now.description, m_before.description);
    set(changes.permission, now.permission, m_before.permission);
    const auto technique = static_cast<Technique>(m_technique->currentData().toInt());
    if (m_technique->currentIndex() >= 0)
        set(changes.technique, technique, m_dataset.technique);
    const ModelRef model = viewutil::chosenModel(*m_model);
    if (technique == Technique::HighQuality && (changes.technique || model != m_dataset.embeddingModel)) {
        changes.technique = technique;
        changes.embeddingModel = model;
    }
    if (m_retrieval->isChanged())
        changes.retrieval = m_retrieval->settings();
    return changes;
}

bool SettingsPage::hasChanges() const
{
    const DatasetChanges now = changes();
    return now.name || now.description || now.permission || now.technique || now.retrieval;
}

void SettingsPage::save()
{
    if (changes().technique && m_dataset.documentCount > 0)
        askToIndexAgain();
    else
        send();
}

void SettingsPage::askToIndexAgain()
{
    dialogs::ask(this, tr("Index every document again?"),
                 tr("The server makes the index of %n document(s) anew. Until it is done they may not be found.",
                    nullptr, static_cast<int>(m_dataset.documentCount)),
                 tr("Index again"), [this] { send(); });
}

void SettingsPage::send()
{
    if (!m_server)
        return;
    m_message->say({});
    const QString serverId = m_server->id();
    auto *call = m_server->datasets().update(m_dataset.id, changes());
    m_call = call;
    updateState();
    call->then(this, [this, serverId, id = m_dataset.id](const Result<Dataset> &result) {
        m_call = nullptr;
        if (result)
            emit saved(serverId, result.value());
        if (id != m_dataset.id)
            return;
        if (result)
            show(result.value());
        else
            m_message->say(viewutil::sentence(result.error()));
        updateState();
    });
}
