// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/chunkpane.h"

#include "app/models/chunksmodel.h"
#include "app/models/format.h"
#include "app/services/server.h"
#include "ui/icons.h"
#include "ui/viewutil.h"
#include "ui/widgets/chunkdelegate.h"
#include "ui/widgets/chunkeditor.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/placeholder.h"
#include "ui/widgets/treeview.h"

#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QScrollBar>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

ChunkPane::ChunkPane(ChunksModel &model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_title(new ElidedLabel(u"chunksTitle"_s))
    , m_filter(viewutil::filterBox(u"chunkFilter"_s, tr("Filter chunks")))
    , m_message(new MessageBar(u"chunksMessage"_s))
    , m_view(new TreeView(u"chunksView"_s, tr("Chunks")))
    , m_editor(new ChunkEditor)
{
    setObjectName(u"chunkPane"_s);
    m_view->setModel(&model);
    m_view->setHeaderHidden(true);
    m_view->header()->setStretchLastSection(true);
    m_view->setIndentation(12);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setAcceptDrops(false);
    m_view->setItemDelegate(new ChunkDelegate(m_view));
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    m_title->setElideMode(Qt::ElideMiddle); // the number of chunks stands at its end
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    makeActions();
    makeLayout();

    m_filterSoon.setSingleShot(true);
    m_filterSoon.setInterval(200); // the server filters: not with every key
    connect(&m_filterSoon, &QTimer::timeout, this, [this] { m_model.setKeyword(m_filter->text().trimmed()); });
    connect(m_filter, &QLineEdit::textChanged, this, [this] { m_filterSoon.start(); });
    connect(&model, &ChunksModel::stateChanged, this, &ChunkPane::showState);
    connect(&model, &ChunksModel::countsChanged, this, &ChunkPane::showTitle);
    connect(&model, &ChunksModel::childrenFailed, this,
            [this](const ApiError &error) { m_message->say(viewutil::sentence(error)); });
    connect(&model, &QAbstractItemModel::rowsInserted, this, &ChunkPane::chooseWanted);
    connect(&model, &QAbstractItemModel::dataChanged, this, &ChunkPane::onChanged);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ChunkPane::onCurrentChanged);
    connect(m_view->verticalScrollBar(), &QScrollBar::valueChanged, this, &ChunkPane::fetchVisibleChildren);
    connect(m_view, &TreeView::opened, m_editor, &ChunkEditor::focusText);
    connect(m_view, &QWidget::customContextMenuRequested, this, &ChunkPane::showContextMenu);
    connect(&m_view->placeholder(), &Placeholder::buttonClicked, &model, &ChunksModel::retry);
    connect(m_editor, &ChunkEditor::modified, this, &ChunkPane::updateActions);
    showState();
    updateActions();
}

void ChunkPane::makeLayout()
{
    auto *top = new QHBoxLayout;
    viewutil::setTight(top, 4, 8);
    top->addSpacing(4);
    top->addWidget(m_title, 2); // its name and number of chunks, most of all
    top->addWidget(m_filter, 1);
    auto *upper = new QWidget;
    auto *upperLayout = new QVBoxLayout(upper);
    viewutil::setTight(upperLayout, 0, 0);
    upperLayout->addLayout(top);
    upperLayout->addWidget(m_view);

    auto *buttons = new QHBoxLayout;
    viewutil::setTight(buttons, 4);
    for (QAction *action : {m_add, m_addChild, m_regenerate, m_toggle, m_delete}) {
        QToolButton *button = viewutil::toolButton(action);
        buttons->addWidget(button);
        connect(action, &QAction::visibleChanged, button,
                [button, action] { button->setVisible(action->isVisible()); });
    }
    buttons->addStretch();
    QToolButton *save = viewutil::toolButton(m_save);
    save->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    buttons->addWidget(save);
    auto *lower = new QWidget;
    auto *lowerLayout = new QVBoxLayout(lower);
    viewutil::setTight(lowerLayout, 0, 0);
    lowerLayout->addWidget(m_message);
    lowerLayout->addLayout(buttons);
    lowerLayout->addWidget(m_editor);

    auto *splitter = new QSplitter(Qt::Vertical);
    splitter->setObjectName(u"chunkSplitter"_s);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(upper);
    splitter->addWidget(lower);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    auto *layout = new QVBoxLayout(this);
    viewutil::setTight(layout);
    layout->addWidget(splitter);
}

void ChunkPane::makeActions()
{
    const auto make
        = [this](const QString &name, const QString &text, const QString &icon, const QKeySequence &key, auto slot) {
              auto *action = new QAction(icons::icon(icon), text, this);
              action->setObjectName(name);
              action->setShortcut(key);
              connect(action, &QAction::triggered, this, slot);
              return action;
          };
    m_add = make(u"chunkAdd"_s, tr("Add chunk"), u"add-chunk"_s, {}, [this] { add(); });
    m_save = make(u"chunkSave"_s, tr("Save"), u"save"_s, QKeySequence::Save, [this] { save(); });
    m_saveAndNext = make(u"chunkSaveAndNext"_s, tr("Save and go to the next"), u"save"_s, Qt::CTRL | Qt::Key_Return,
                         [this] { saveAndNext(); });
    m_toggle = make(u"chunkToggle"_s, tr("Disable"), u"disable"_s, Qt::Key_Space, [this] { toggleEnabled(); });
    m_delete = make(u"chunkDelete"_s, tr("Delete…"), u"delete"_s, Qt::Key_Delete, [this] { askToDelete(); });
    m_addChild = make(u"chunkAddChild"_s, tr("Add child chunk"), u"add-child"_s, Qt::CTRL | Qt::SHIFT | Qt::Key_N,
                      [this] { addChild(); });
    m_regenerate = make(u"chunkRegenerate"_s, tr("Make child chunks anew…"), u"reload"_s,
                        Qt::CTRL | Qt::SHIFT | Qt::Key_R, [this] { askToRegenerate(); });
    for (QAction *action : {m_toggle, m_delete}) {
        action->setShortcutContext(Qt::WidgetShortcut);
        m_view->addAction(action);
    }
    addActions({m_save, m_saveAndNext, m_addChild, m_regenerate});
}

QList<QAction *> ChunkPane::chunkActions() const
{
    return {m_add, m_save, m_saveAndNext, m_toggle, m_delete, m_addChild, m_regenerate};
}

void ChunkPane::open(const Server &server, const ChunkPlace &place)
{
    if (place.documentId == m_place.documentId && place.chunkId.isEmpty())
        return;
    if (place.documentId == m_place.documentId && m_model.indexOf(place.chunkId).isValid())
        return select({place.chunkId, {}});
    leave(
        [this, target = QPointer<const Server>(&server), place] {
            if (target)
                openNow(*target, place);
        },
        [this] { emit stayed(m_place.documentId); });
}

void ChunkPane::openNow(const Server &server, const ChunkPlace &place)
{
    m_server = &server;
    connect(&server, &Server::abilitiesChanged, this, &ChunkPane::updateActions, Qt::UniqueConnection);
    m_place = place;
    m_isSaving = false;
    m_editor->setLocked(false);
    m_editor->clear();
    m_message->say({});
    m_filter->clear();
    m_filterSoon.stop();
    m_model.open(server.chunks(), place.datasetId, place.documentId,
                 canHaveChildren() ? &server.childChunks() : nullptr);
    if (!place.chunkId.isEmpty())
        m_model.fetchAll();
    chooseWanted();
    showTitle();
    updateActions();
}

void ChunkPane::close()
{
    m_server = nullptr;
    m_place = {};
    m_isSaving = false;
    m_leaving.reset();
    m_editor->setLocked(false);
    m_model.close();
    if (!m_editor->isModified())
        m_editor->clear();
    showTitle();
    showState();
    updateActions();
}

void ChunkPane::reload()
{
    if (!m_place.documentId.isEmpty())
        m_model.reload();
}

void ChunkPane::reloadAfterIndexing(const QString &problem)
{
    m_place.problem = problem;
    reload();
}

void ChunkPane::focusChunks()
{
    m_view->setFocus(Qt::ShortcutFocusReason);
}

void ChunkPane::showState()
{
    Placeholder &placeholder = m_view->placeholder();
    if (m_place.documentId.isEmpty())
        placeholder.say(tr("Choose a document to see its chunks."));
    else if (m_model.rowCount() > 0)
        placeholder.say({});
    else if (m_model.state() == LoadState::Failed)
        placeholder.say(viewutil::sentence(m_model.error()), tr("Retry"));
    else if (m_model.state() != LoadState::Complete)
        placeholder.say(tr("Loading…"));
    else if (!m_model.keyword().isEmpty())
        placeholder.say(tr("No chunk contains these words."));
    else
        placeholder.say(m_place.problem.isEmpty() ? tr("This document has no chunks yet.")
                                                  : tr("Not indexed: %1").arg(m_place.problem));
    chooseWanted();
    openLoneChunk();
    showTitle();
}

void ChunkPane::showTitle()
{
    QString text = m_place.documentName;
    if (m_model.total() >= 0 && !text.isEmpty())
        text += u" · "_s + tr("%n chunk(s)", nullptr, static_cast<int>(m_model.total()));
    m_title->setText(text);
}

void ChunkPane::updateActions()
{
    const QModelIndex current = m_view->currentIndex();
    const Chunk *chunk = m_model.chunk(current);
    const bool ready = m_server && !m_place.documentId.isEmpty() && !m_isSaving;
    const bool isChild = m_model.childChunk(current);
    const bool enabled = chunk && chunk->enabled;
    m_add->setEnabled(ready);
    m_save->setEnabled(ready && m_editor->isModified());
    m_saveAndNext->setEnabled(ready && m_editor->isOpen());
    m_toggle->setEnabled(ready && chunk && !isChild);
    m_toggle->setText(enabled || !chunk ? tr("Disable") : tr("Enable"));
    m_toggle->setIcon(icons::icon(enabled || !chunk ? u"disable"_s : u"enable"_s));
    m_delete->setEnabled(ready && chunk);
    for (QAction *action : {m_addChild, m_regenerate})
        action->setVisible(hasChildren());
    const bool mayHaveMore = ready && enabled && hasChildren();
    viewutil::offer(m_addChild, tr("Add child chunk"), mayHaveMore, m_server, Ability::ChildChunks);
    viewutil::offer(m_regenerate, tr("Make child chunks anew…"), mayHaveMore, m_server, Ability::ChildChunks);
}

bool ChunkPane::canHaveChildren() const
{
    return m_server && hasChildren() && m_server->abilities().can(Ability::ChildChunks);
}

void ChunkPane::showContextMenu(const QPoint &position)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true); // why something cannot be done here
    menu->addActions({m_add, m_addChild, m_regenerate, m_toggle, m_delete});
    menu->popup(m_view->viewport()->mapToGlobal(position));
}
