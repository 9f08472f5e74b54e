// SPDX-License-Identifier: GPL-3.0-or-later
// What was changed of the settings, how it is kept while it is not saved, and how it comes to the server.
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

void SettingsPage::onEdited()
{
    if (m_isFilling)
        return;
    if (m_server)
        m_drafts.keep({m_server->id(), m_dataset, changes()});
    updateState();
}

void SettingsPage::showDraft(const DatasetChanges &draft)
{
    if (draft.name)
        m_name->setText(*draft.name);
    if (draft.description)
        m_description->setPlainText(*draft.description);
    if (draft.permission)
        m_permission->setCurrentIndex(m_permission->findData(*draft.permission));
    if (draft.technique)
        m_technique->setCurrentIndex(m_technique->findData(static_cast<int>(*draft.technique)));
    if (draft.embeddingModel.isSet())
        chooseModel(draft.embeddingModel);
    if (draft.retrieval)
        m_retrieval->edit(*draft.retrieval);
}

//! It may be there before the models have been read.
void SettingsPage::chooseModel(const ModelRef &model)
{
    const QStringList ref{model.provider, model.name};
    if (m_model->findData(ref) < 0)
        viewutil::addModel(m_model, model, m_models);
    m_model->setCurrentIndex(m_model->findData(ref));
}

void SettingsPage::connectDrafts()
{
    connect(&m_drafts, &SettingsDrafts::forgotten, this, [this](const QString &serverId, const QString &datasetId) {
        if (shows(serverId, datasetId))
            show(m_dataset);
    });
    connect(&m_drafts, &SettingsDrafts::saved, this, [this](const QString &serverId, const Dataset &dataset) {
        if (shows(serverId, dataset.id))
            show(dataset);
    });
    connect(&m_drafts, &SettingsDrafts::failed, this,
            [this](const SettingsDrafts::Draft &draft, const ApiError &error) {
                if (!shows(draft.serverId, draft.dataset.id))
                    return;
                m_message->say(viewutil::sentence(error));
                updateState();
            });
}

void SettingsPage::save()
{
    if (changes().technique && m_dataset.documentCount > 0)
        return askToIndexAgain();
    m_message->say({});
    m_drafts.save(m_server->id(), m_dataset.id);
    updateState();
}

void SettingsPage::askToIndexAgain()
{
    dialogs::ask(this, tr("Index every document again?"),
                 tr("The server makes the index of %n document(s) anew. Until it is done they may not be found.",
                    nullptr, static_cast<int>(m_dataset.documentCount)),
                 tr("Index again"), [this, serverId = m_server->id(), datasetId = m_dataset.id] {
                     m_message->say({});
                     m_drafts.save(serverId, datasetId);
                     updateState();
                 });
}
