// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/settingspage.h"

#include "app/models/format.h"
#include "app/services/server.h"
#include "ui/viewutil.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/retrievalform.h"

#include <QComboBox>
#include <QFormLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

using Technique = Dataset::Technique;

SettingsPage::SettingsPage(SettingsDrafts &drafts, QWidget *parent)
    : QWidget(parent)
    , m_drafts(drafts)
    , m_message(new MessageBar(u"settingsMessage"_s))
    , m_name(new QLineEdit)
    , m_description(new QPlainTextEdit)
    , m_permission(new QComboBox)
    , m_permissionNote(viewutil::plainLabel({}, u"settingsPermissionNote"_s))
    , m_technique(new QComboBox)
    , m_model(new QComboBox)
    , m_modelNote(viewutil::plainLabel({}, u"settingsModelNote"_s))
    , m_retrieval(new RetrievalForm(u"settings"_s))
    , m_save(new QPushButton(tr("Save")))
    , m_revert(new QPushButton(tr("Discard changes")))
{
    setObjectName(u"settingsPage"_s);
    m_form = makeForm();
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(m_form);
    scroll->setFocusPolicy(Qt::NoFocus);
    viewutil::name(m_save, u"settingsSave"_s, tr("Save"), tr("Send what was changed to the server (Ctrl+S)"));
    viewutil::name(m_revert, u"settingsRevert"_s, tr("Discard changes"), tr("Show again what the server has"));
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(8, 4, 8, 8);
    buttons->setSpacing(8);
    buttons->addStretch();
    buttons->addWidget(m_revert);
    buttons->addWidget(m_save);
    auto *layout = new QVBoxLayout(this);
    viewutil::setTight(layout, 0, 0);
    layout->addWidget(m_message);
    layout->addWidget(scroll, 1);
    layout->addLayout(buttons);

    connectFields();
    connectDrafts();
    close();
}

void SettingsPage::connectFields()
{
    connect(m_name, &QLineEdit::textChanged, this, &SettingsPage::onEdited);
    connect(m_description, &QPlainTextEdit::textChanged, this, &SettingsPage::onEdited);
    for (const QComboBox *box : {m_permission, m_technique, m_model})
        connect(box, &QComboBox::currentIndexChanged, this, &SettingsPage::onEdited);
    connect(m_retrieval, &RetrievalForm::changed, this, &SettingsPage::onEdited);
    connect(m_save, &QPushButton::clicked, this, &SettingsPage::save);
    connect(m_revert, &QPushButton::clicked, this, [this] { m_drafts.forget(m_server->id(), m_dataset.id); });
}

QWidget *SettingsPage::makeForm()
{
    viewutil::name(m_name, u"settingsName"_s, tr("Name"), tr("Up to 40 characters, unlike every other on the server"));
    m_name->setMaxLength(Dataset::maxNameLength);
    viewutil::name(m_description, u"settingsDescription"_s, tr("Description"),
                   tr("What is in it, for people; up to 400 characters"));
    m_description->setTabChangesFocus(true);
    m_description->setFixedHeight(4 * fontMetrics().lineSpacing() + 12);
    viewutil::name(m_permission, u"settingsPermission"_s, tr("Visible to"), tr("Who may see it on the server"));
    makeIndexing();
    for (QComboBox *box : {m_permission, m_technique, m_model}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(20);
    }
    auto *page = new QWidget;
    page->setMaximumWidth(560); // longer lines are no easier to read
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(16, 8, 16, 8);
    auto *form = new QFormLayout;
    form->setSpacing(8);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    layout->addLayout(form);
    layout->addStretch(1);
    for (QLabel *note : {m_permissionNote, m_modelNote}) {
        note->setWordWrap(true);
        note->setForegroundRole(QPalette::PlaceholderText);
    }
    form->addRow(tr("&Name"), m_name);
    form->addRow(tr("&Description"), m_description);
    form->addRow(tr("&Visible to"), m_permission);
    form->addRow(m_permissionNote);
    form->addRow(viewutil::heading(tr("Indexing")));
    form->addRow(tr("&Quality"), m_technique);
    form->addRow(tr("&Embedding model"), m_model);
    form->addRow(m_modelNote);
    form->addRow(viewutil::heading(tr("Retrieval, as applications get it")));
    form->addRow(m_retrieval);
    return page;
}

void SettingsPage::makeIndexing()
{
    m_technique->addItem(tr("Economical: by words"), static_cast<int>(Technique::Economy));
    m_technique->addItem(tr("High quality: by meaning"), static_cast<int>(Technique::HighQuality));
    viewutil::name(m_technique, u"settingsTechnique"_s, tr("Quality"), tr("Another one indexes every document again"));
    viewutil::name(m_model, u"settingsEmbeddingModel"_s, tr("Embedding model"),
                   tr("The model that turns texts into what is searched by meaning"));
}

void SettingsPage::open(const Server &server, const Dataset &dataset)
{
    m_server = &server;
    m_models.clear();
    m_members.reset();
    m_message->say({});
    setEnabled(true);
    show(dataset);
    showAbilities();
    m_hasAskedForMore = false;
    if (isVisible())
        readMore();
}

void SettingsPage::close()
{
    m_server = nullptr;
    m_models.clear();
    m_message->say({});
    show({});
    setEnabled(false);
}

void SettingsPage::update(const Dataset &dataset)
{
    if (!changes().isEmpty())
        m_dataset = dataset;
    else if (dataset != m_dataset)
        show(dataset);
}

bool SettingsPage::shows(const QString &serverId, const QString &datasetId) const
{
    return m_server && m_server->id() == serverId && m_dataset.id == datasetId;
}

void SettingsPage::focusFirst()
{
    m_name->setFocus(Qt::ShortcutFocusReason);
}

void SettingsPage::show(const Dataset &dataset)
{
    m_isFilling = true;
    m_dataset = dataset;
    // The same text stays as it is, with its cursor and its selection.
    if (m_name->text() != dataset.name)
        m_name->setText(dataset.name);
    if (m_description->toPlainText() != dataset.description)
        m_description->setPlainText(dataset.description);
    fillPermissions();
    m_technique->setCurrentIndex(m_technique->findData(static_cast<int>(dataset.technique)));
    m_model->clear(); // what was chosen there is not kept
    fillModels();
    m_retrieval->setDataset(dataset);
    m_before = texts();
    if (m_server)
        showDraft(m_drafts.changes(m_server->id(), dataset.id));
    m_isFilling = false;
    updateState();
}

void SettingsPage::fillModels()
{
    const QSignalBlocker blocker(m_model);
    const QVariant before = m_model->currentData();
    m_model->clear();
    if (m_dataset.embeddingModel.isSet())
        viewutil::addModel(m_model, m_dataset.embeddingModel, m_models);
    for (const Model &model : std::as_const(m_models)) {
        if (model.ref != m_dataset.embeddingModel)
            viewutil::addModel(m_model, model.ref, m_models);
    }
    if (before.isValid())
        m_model->setCurrentIndex(std::max(0, m_model->findData(before)));
    else if (m_dataset.technique == Technique::HighQuality && !m_dataset.embeddingModel.isSet())
        m_model->setCurrentIndex(-1); // the server does not say which it is
}

//! Ctrl+S saves what is being worked on, which is not the chunk while the focus is here.
bool SettingsPage::event(QEvent *event)
{
    const bool isKey = event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress;
    if (!isKey || !static_cast<QKeyEvent *>(event)->matches(QKeySequence::Save))
        return QWidget::event(event);
    if (event->type() == QEvent::KeyPress)
        m_save->click();
    event->accept();
    return true;
}

void SettingsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_server && !m_hasAskedForMore)
        readMore();
}

void SettingsPage::readMore()
{
    m_hasAskedForMore = true;
    readMembers();
    readModels();
}

void SettingsPage::readModels()
{
    if (!m_server->abilities().can(Ability::Models))
        return;
    const QString id = m_dataset.id;
    const auto read = [this, id](Model::Type type, auto use) {
        m_server->models().list(type)->then(this, [this, id, use](const Result<QList<Model>> &result) {
            if (result && m_server && id == m_dataset.id)
                use(result.value());
        });
    };
    read(Model::Type::TextEmbedding, [this](const QList<Model> &models) {
        m_models = models;
        fillModels();
        updateState();
    });
    read(Model::Type::Rerank, [this](const QList<Model> &models) { m_retrieval->setRerankModels(models); });
}

void SettingsPage::showAbilities()
{
    const Obstacle obstacle = m_server->abilities().obstacle(Ability::ReadDataset);
    if (obstacle != Obstacle::None)
        m_message->say(viewutil::sentence(obstacle, *m_server));
}

void SettingsPage::updateState()
{
    const bool byMeaning = m_technique->currentData().toInt() == static_cast<int>(Technique::HighQuality);
    const bool hasModel = m_model->count() > 0;
    m_model->setEnabled(byMeaning && hasModel);
    const bool fixed = m_dataset.technique == Technique::HighQuality;
    viewutil::setItemEnabled(m_technique, 1, fixed || hasModel, tr("No embedding model is set up on the server."));
    m_modelNote->setText(!hasModel && m_server && m_server->isLocal()
                             ? tr("Searching by meaning needs a model: File → Models on this computer…")
                         : !m_dataset.embeddingAvailable
                             ? tr("The server cannot use the embedding model at the moment.")
                             : QString());
    m_permissionNote->setText(permissionNote());
    for (QLabel *note : {m_permissionNote, m_modelNote})
        note->setVisible(!note->text().isEmpty());
    const bool right
        = !m_name->text().trimmed().isEmpty() && m_description->toPlainText().size() <= Dataset::maxDescriptionLength;
    const bool isSaving = m_server && m_drafts.isSaving(m_server->id(), m_dataset.id);
    const bool unsaved = m_server && !changes().isEmpty();
    m_form->setEnabled(m_server && !isSaving && m_server->abilities().can(Ability::ReadDataset));
    m_save->setEnabled(unsaved && right && !isSaving);
    m_revert->setEnabled(unsaved && !isSaving);
    emit changed(unsaved);
}
