// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/metadatapage.h"

#include "app/models/metadatafieldsmodel.h"
#include "app/services/server.h"
#include "ui/dialogs/ask.h"
#include "ui/dialogs/metadatafielddialog.h"
#include "ui/icons.h"
#include "ui/viewutil.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/placeholder.h"
#include "ui/widgets/treeview.h"

#include <QAction>
#include <QCheckBox>
#include <QHeaderView>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace {

//! A box to tick that does what a checkable \a action does.
QCheckBox *boxOf(QAction *action)
{
    auto *box = new QCheckBox(action->text());
    viewutil::name(box, action->objectName() + u"Box"_s, action->text(),
                   MetadataPage::tr("Name, uploader, dates and source, which the server fills in by itself (%1)")
                       .arg(action->shortcut().toString(QKeySequence::NativeText)));
    QObject::connect(box, &QCheckBox::clicked, action, &QAction::trigger);
    QObject::connect(action, &QAction::toggled, box, &QCheckBox::setChecked);
    QObject::connect(action, &QAction::changed, box, [=] { box->setEnabled(action->isEnabled()); });
    return box;
}

} // namespace

MetadataPage::MetadataPage(MetadataFieldsModel &model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_message(new MessageBar(u"metadataMessage"_s))
    , m_view(new TreeView(u"metadataFields"_s, tr("Metadata fields")))
{
    setObjectName(u"metadataPage"_s);
    m_view->setModel(&model);
    m_view->setRootIsDecorated(false);
    m_view->setAcceptDrops(false);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    m_view->header()->setStretchLastSection(false);
    m_view->header()->setSectionResizeMode(MetadataFieldsModel::NameColumn, QHeaderView::Stretch);
    m_view->header()->resizeSection(MetadataFieldsModel::TypeColumn, 120);
    m_view->header()->resizeSection(MetadataFieldsModel::CountColumn, 100);
    makeActions();

    auto *top = new QHBoxLayout;
    viewutil::setTight(top, 4);
    for (QAction *action : {m_add, m_rename, m_delete}) {
        QToolButton *button = viewutil::toolButton(action);
        button->setToolButtonStyle(action == m_add ? Qt::ToolButtonTextBesideIcon : Qt::ToolButtonIconOnly);
        top->addWidget(button);
    }
    top->addStretch();
    top->addWidget(boxOf(m_builtIn));
    auto *layout = new QVBoxLayout(this);
    viewutil::setTight(layout, 0, 0);
    layout->addLayout(top);
    layout->addWidget(m_message);
    layout->addWidget(m_view);

    connect(&model, &MetadataFieldsModel::stateChanged, this, &MetadataPage::showState);
    connect(&model, &MetadataFieldsModel::fieldsChanged, this, &MetadataPage::showState);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &MetadataPage::updateActions);
    connect(m_view, &TreeView::opened, m_rename, &QAction::trigger);
    connect(m_view, &QWidget::customContextMenuRequested, this, &MetadataPage::showContextMenu);
    connect(&m_view->placeholder(), &Placeholder::buttonClicked, this, [this] {
        if (m_model.state() == LoadState::Failed)
            m_model.reload();
        else
            edit(true);
    });
    showState();
}

void MetadataPage::makeActions()
{
    const auto make
        = [this](const QString &name, const QString &text, const QString &icon, const QKeySequence &key, auto slot) {
              auto *action = new QAction(icons::icon(icon), text, this);
              action->setObjectName(name);
              action->setShortcut(key);
              connect(action, &QAction::triggered, this, slot);
              return action;
          };
    m_add = make(u"fieldAdd"_s, tr("Add field…"), u"add-field"_s, Qt::CTRL | Qt::SHIFT | Qt::Key_A,
                 [this] { edit(true); });
    m_rename = make(u"fieldRename"_s, tr("Rename field…"), u"rename"_s, Qt::Key_F2, [this] { edit(false); });
    m_delete = make(u"fieldDelete"_s, tr("Delete field…"), u"delete"_s, Qt::Key_Delete, [this] { askToDelete(); });
    for (QAction *action : {m_rename, m_delete}) {
        action->setShortcutContext(Qt::WidgetShortcut);
        m_view->addAction(action);
    }
    m_builtIn = make(u"fieldBuiltIn"_s, tr("Built-in fields too"), {}, Qt::CTRL | Qt::SHIFT | Qt::Key_B,
                     [this](bool on) { setBuiltIn(on); });
    m_builtIn->setCheckable(true);
}

void MetadataPage::open(const Server &server, const QString &datasetId)
{
    if (m_server)
        m_server->disconnect(this);
    m_server = &server;
    m_datasetId = datasetId;
    m_message->say({});
    connect(&server, &Server::abilitiesChanged, this, &MetadataPage::read);
    read();
}

//! When it is known that the server cannot, it is not asked.
void MetadataPage::read()
{
    if (canHaveMetadata())
        m_model.open(m_server->metadata(), m_server->id(), m_datasetId);
    else
        m_model.close();
    showState();
}

void MetadataPage::close()
{
    if (m_server)
        m_server->disconnect(this);
    m_server = nullptr;
    m_message->say({});
    m_model.close();
    showState();
}

void MetadataPage::reload()
{
    m_message->say({});
    m_model.reload();
}

void MetadataPage::focusFields()
{
    m_view->setFocus(Qt::ShortcutFocusReason);
}

bool MetadataPage::canHaveMetadata() const
{
    return m_server && m_server->abilities().can(Ability::Metadata);
}

void MetadataPage::showState()
{
    Placeholder &placeholder = m_view->placeholder();
    if (!m_server)
        placeholder.say(tr("Choose a knowledge base on the left."));
    else if (!canHaveMetadata())
        placeholder.say(viewutil::sentence(m_server->abilities().obstacle(Ability::Metadata), *m_server));
    else if (m_model.rowCount() > 0)
        placeholder.say({});
    else if (m_model.state() == LoadState::Failed)
        placeholder.say(viewutil::sentence(m_model.error()), tr("Retry"));
    else if (m_model.state() == LoadState::Loading)
        placeholder.say(tr("Loading…"));
    else
        placeholder.say(tr("Fields such as author or year can be filled in for each document, and searched by."),
                        tr("Add field…"));
    if (m_model.state() == LoadState::Failed && m_model.rowCount() > 0)
        m_message->say(viewutil::sentence(m_model.error()));
    m_builtIn->setChecked(m_model.builtInEnabled());
    updateActions();
}

void MetadataPage::updateActions()
{
    const bool ready = canHaveMetadata() && !m_model.datasetId().isEmpty();
    const bool chosen = ready && m_view->currentIndex().isValid();
    m_add->setEnabled(ready);
    m_rename->setEnabled(chosen);
    m_delete->setEnabled(chosen);
    m_builtIn->setEnabled(ready && m_model.state() == LoadState::Complete);
}

void MetadataPage::showContextMenu(const QPoint &position)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions({m_add, m_rename, m_delete});
    menu->popup(m_view->viewport()->mapToGlobal(position));
}

void MetadataPage::edit(bool isNew)
{
    const QModelIndex current = m_view->currentIndex();
    if (!canHaveMetadata() || (!isNew && !current.isValid()))
        return;
    const auto existing = isNew ? std::nullopt : std::optional(m_model.field(current));
    auto *dialog = new MetadataFieldDialog(*m_server, m_model, existing, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void MetadataPage::askToDelete()
{
    const QModelIndex current = m_view->currentIndex();
    if (!current.isValid())
        return;
    const MetadataField &field = m_model.field(current);
    dialogs::ask(
        this, tr("Delete the field “%1”?").arg(field.name),
        tr("The values of %n document(s) are lost. This cannot be undone.", nullptr, static_cast<int>(field.useCount)),
        tr("Delete"), [this, id = field.id] { remove(id); });
}

void MetadataPage::remove(const QString &fieldId)
{
    if (!m_server)
        return;
    const QString datasetId = m_model.datasetId();
    m_server->metadata().remove(datasetId, fieldId)->then(this, [this, datasetId, fieldId](const Result<Done> &result) {
        if (datasetId != m_model.datasetId())
            return;
        m_message->say(result ? QString() : viewutil::sentence(result.error()));
        if (result)
            m_model.remove(fieldId);
    });
}

void MetadataPage::setBuiltIn(bool enabled)
{
    if (!m_server)
        return;
    const QString datasetId = m_model.datasetId();
    m_server->metadata().setBuiltIn(datasetId, enabled)->then(this, [=, this](const Result<Done> &result) {
        if (datasetId != m_model.datasetId())
            return;
        m_message->say(result ? QString() : viewutil::sentence(result.error()));
        m_model.setBuiltInEnabled(result ? enabled : !enabled);
    });
}
