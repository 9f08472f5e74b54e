// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/documentspage.h"

#include "app/models/documentsmodel.h"
#include "app/models/format.h"
#include "app/services/indexingwatcher.h"
#include "app/services/server.h"
#include "app/services/transferqueue.h"
#include "ui/dialogs/ask.h"
#include "ui/icons.h"
#include "ui/viewutil.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/placeholder.h"
#include "ui/widgets/statuschips.h"
#include "ui/widgets/statusdelegate.h"
#include "ui/widgets/treeview.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QScrollBar>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace {

using Action = DocumentsApi::Action;

statuscolors::Tone toneOf(Document::Status status)
{
    using statuscolors::Tone;
    switch (status) {
    case Document::Status::Queuing:
    case Document::Status::Paused:
        return Tone::Waiting;
    case Document::Status::Indexing:
        return Tone::Busy;
    case Document::Status::Failed:
        return Tone::Bad;
    case Document::Status::Available:
        return Tone::Good;
    case Document::Status::Disabled:
    case Document::Status::Archived:
        return Tone::Off;
    }
    Q_UNREACHABLE();
}

StatusCell statusCell(const QModelIndex &index)
{
    const auto progress = index.data(DocumentsModel::ProgressRole).value<Progress>();
    const auto status = static_cast<Document::Status>(index.data(DocumentsModel::StatusRole).toInt());
    StatusCell cell{.tone = toneOf(status), .text = index.data().toString()};
    if (progress.kind != Progress::Kind::None)
        cell.progress = std::max(0., fraction(progress));
    return cell;
}

//! The document as it is after \a action, which answers nothing but success.
Document after(Document document, Action action)
{
    document.enabled = action == Action::Enable || (action != Action::Disable && document.enabled);
    document.archived = action == Action::Archive || (action != Action::Unarchive && document.archived);
    using Status = Document::Status;
    if (document.archived)
        document.status = Status::Archived;
    else if (!document.enabled)
        document.status = Status::Disabled;
    else if (document.status == Status::Archived || document.status == Status::Disabled)
        document.status = Status::Available;
    return document;
}

QStringList idsOf(const QList<Document> &documents)
{
    QStringList ids;
    for (const Document &document : documents)
        ids.append(document.id);
    return ids;
}

void setUpColumns(QHeaderView *header, QSettings &settings)
{
    header->resizeSection(DocumentsModel::NameColumn, 240);
    header->resizeSection(DocumentsModel::StatusColumn, 190);
    for (const int column : {DocumentsModel::WordsColumn, DocumentsModel::TokensColumn, DocumentsModel::HitsColumn,
                             DocumentsModel::SizeColumn, DocumentsModel::AddedColumn})
        header->resizeSection(column, 88);
    header->resizeSection(DocumentsModel::HitsColumn, 56);
    header->setSectionResizeMode(DocumentsModel::NameColumn, QHeaderView::Stretch);
    header->hideSection(DocumentsModel::TokensColumn);
    header->hideSection(DocumentsModel::SizeColumn);
    header->setSortIndicator(-1, Qt::AscendingOrder);
    header->setSortIndicatorClearable(true); // a third click: the order of the server
    viewutil::keepColumns(header, settings, u"documents/columns"_s);
}

} // namespace

DocumentsPage::DocumentsPage(DocumentsModel &model, TransferQueue &queue, IndexingWatcher &watcher, QSettings &settings,
                             QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_queue(queue)
    , m_watcher(watcher)
    , m_chips(new StatusChips)
    , m_loading(viewutil::plainLabel({}, u"documentsLoading"_s))
    , m_filter(viewutil::filterBox(u"documentFilter"_s, tr("Filter documents")))
    , m_message(new MessageBar(u"documentsMessage"_s))
    , m_view(new TreeView(u"documentsView"_s, tr("Documents")))
{
    setObjectName(u"documentsPage"_s);
    m_view->setModel(&model);
    m_view->setRootIsDecorated(false);
    m_view->setItemDelegateForColumn(DocumentsModel::StatusColumn, new StatusDelegate(statusCell, m_view));
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    setUpColumns(m_view->header(), settings);
    m_view->setSortingEnabled(true);
    m_loading->setForegroundRole(QPalette::PlaceholderText);
    m_filter->setMinimumWidth(96);
    m_filter->setMaximumWidth(240);

    auto *top = new QHBoxLayout;
    viewutil::setTight(top, 4);
    top->addWidget(m_chips, 3);
    top->addWidget(m_loading);
    top->addWidget(m_filter, 1);
    auto *layout = new QVBoxLayout(this);
    viewutil::setTight(layout, 0, 0);
    layout->addLayout(top);
    layout->addWidget(m_message);
    layout->addWidget(m_view);
    makeActions();

    m_visibleSoon.setSingleShot(true);
    m_visibleSoon.setInterval(100);
    const auto visibleMayChange = [this] { m_visibleSoon.start(); };
    connect(&m_visibleSoon, &QTimer::timeout, this, &DocumentsPage::tellVisible);
    connect(m_view->verticalScrollBar(), &QScrollBar::valueChanged, this, visibleMayChange);
    connect(&model, &QAbstractItemModel::rowsInserted, this, visibleMayChange);
    connect(&model, &QAbstractItemModel::dataChanged, this, [this] { updateActions(); });
    connect(&model, &PagedModel::stateChanged, this, &DocumentsPage::showState);
    connect(&model, &PagedModel::countsChanged, this, &DocumentsPage::showCounts);
    connect(m_chips, &StatusChips::chosen, &model, &DocumentsModel::setStatusFilter);
    connect(m_chips, &StatusChips::chosen, this, &DocumentsPage::showState);
    connect(m_filter, &QLineEdit::textChanged, &model, &DocumentsModel::setTextFilter);
    connect(m_filter, &QLineEdit::textChanged, this, &DocumentsPage::showState);
    connect(m_view, &TreeView::filesDropped, this, &DocumentsPage::onDropped);
    connect(m_view, &TreeView::opened, this, &DocumentsPage::documentOpened);
    connect(m_view, &QWidget::customContextMenuRequested, this, &DocumentsPage::showContextMenu);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &DocumentsPage::onCurrentChanged);
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &DocumentsPage::updateActions);
    connect(&m_view->placeholder(), &Placeholder::buttonClicked, this, [this] {
        if (m_model.state() == LoadState::Failed)
            m_model.retry();
        else
            emit addFilesRequested();
    });
    showState();
    updateActions();
}

void DocumentsPage::open(const Server &server, const QString &datasetId)
{
    m_server = &server;
    m_message->say({});
    m_filter->clear();
    m_chips->reset();
    m_model.setStatusFilter({});
    m_model.open(server.documents(), server.id(), datasetId);
    showState();
    showCounts();
}

void DocumentsPage::close()
{
    m_server = nullptr;
    m_model.close();
    m_watcher.setVisible(this, {});
    showState();
    showCounts();
}

void DocumentsPage::reload()
{
    m_message->say({});
    m_model.reload();
}

void DocumentsPage::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

void DocumentsPage::focusDocuments()
{
    m_view->setFocus(Qt::ShortcutFocusReason);
}

void DocumentsPage::select(const QString &documentId)
{
    const QModelIndex index = m_model.indexOf(documentId);
    if (index.isValid())
        m_view->setCurrentIndex(index);
}

QList<QAction *> DocumentsPage::documentActions() const
{
    return {m_open, m_toggle, m_archive, m_update, m_sendAgain, m_delete};
}

void DocumentsPage::makeActions()
{
    m_open = addAction(u"documentOpen"_s, tr("Open"), u"chunks"_s, Qt::Key_Return, &DocumentsPage::documentOpened);
    m_toggle
        = addAction(u"documentToggle"_s, tr("Disable"), u"disable"_s, Qt::Key_Space, &DocumentsPage::toggleEnabled);
    m_archive = addAction(u"documentArchive"_s, tr("Archive"), u"archive"_s, {}, &DocumentsPage::toggleArchived);
    m_update = addAction(u"documentUpdate"_s, tr("Update from file…"), u"update"_s, {}, &DocumentsPage::chooseUpdate);
    m_sendAgain = addAction(u"documentSendAgain"_s, tr("Send again"), u"retry"_s, {}, &DocumentsPage::sendAgain);
    m_delete = addAction(u"documentDelete"_s, tr("Delete…"), u"delete"_s, Qt::Key_Delete, &DocumentsPage::askToDelete);
}

QAction *DocumentsPage::addAction(const QString &objectName, const QString &text, const QString &icon,
                                  const QKeySequence &key, void (DocumentsPage::*slot)())
{
    auto *action = new QAction(icons::icon(icon), text, this);
    action->setObjectName(objectName);
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetShortcut);
    connect(action, &QAction::triggered, this, slot);
    m_view->addAction(action);
    return action;
}

void DocumentsPage::showState()
{
    m_loading->setText(m_model.state() == LoadState::Loading && m_model.loaded() > 0 && m_model.total() > 0
                           ? tr("%1 of %2").arg(format::count(m_model.loaded()), format::count(m_model.total()))
                           : QString());
    Placeholder &placeholder = m_view->placeholder();
    const bool filtered = m_model.loaded() > 0;
    if (!m_server)
        placeholder.say(tr("Choose a knowledge base on the left."));
    else if (m_model.rowCount() > 0)
        placeholder.say({});
    else if (m_model.state() == LoadState::Failed)
        placeholder.say(viewutil::sentence(m_model.error()), tr("Retry"));
    else if (m_model.state() != LoadState::Complete)
        placeholder.say(tr("Loading…"));
    else if (filtered)
        placeholder.say(tr("No document matches the filter."));
    else
        placeholder.say(tr("Drop files here."), tr("Add files…"));
    if (m_model.state() == LoadState::Failed && m_model.rowCount() > 0)
        m_message->say(viewutil::sentence(m_model.error()));
}

void DocumentsPage::showCounts()
{
    using Status = Document::Status;
    m_chips->setTotal(m_server ? m_model.total() : -1);
    for (const auto status : {Status::Queuing, Status::Indexing, Status::Paused, Status::Failed, Status::Available,
                              Status::Disabled, Status::Archived})
        m_chips->setCount(status, m_model.count(status));
    showState();
}

void DocumentsPage::updateActions()
{
    const QList<Document> documents = selected();
    const bool any = !documents.isEmpty();
    const auto all = [&](auto predicate) { return any && std::all_of(documents.begin(), documents.end(), predicate); };
    const bool disabled = all([](const Document &document) { return !document.enabled; });
    const bool archived = all([](const Document &document) { return document.archived; });
    m_open->setEnabled(m_view->currentIndex().isValid());
    m_toggle->setEnabled(any && !archived);
    m_toggle->setText(disabled ? tr("Enable") : tr("Disable"));
    m_toggle->setIcon(icons::icon(disabled ? u"enable"_s : u"disable"_s));
    m_archive->setEnabled(any);
    m_archive->setText(archived ? tr("Take out of the archive") : tr("Archive"));
    m_update->setEnabled(documents.size() == 1 && !archived);
    m_sendAgain->setEnabled(any && std::any_of(documents.begin(), documents.end(), [this](const Document &document) {
                                return document.status == Document::Status::Failed
                                       && m_queue.rowOf(refOf(document.id)) >= 0;
                            }));
    m_delete->setEnabled(any);
}

void DocumentsPage::showContextMenu(const QPoint &position)
{
    if (!m_view->indexAt(position).isValid())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions(documentActions());
    menu->popup(m_view->viewport()->mapToGlobal(position));
}

void DocumentsPage::onCurrentChanged(const QModelIndex &current)
{
    if (current.isValid())
        emit documentChosen(m_model.document(current));
}

void DocumentsPage::onDropped(const QModelIndex &index, const QList<QUrl> &urls)
{
    const QString path = urls.size() == 1 ? urls.first().toLocalFile() : QString();
    if (index.isValid() && QFileInfo(path).isFile() && !m_model.document(index).archived)
        askToUpdate(m_model.document(index), path);
    else
        emit filesDropped(urls);
}

void DocumentsPage::tellVisible()
{
    QSet<DocumentRef> visible;
    QModelIndex index = m_view->indexAt({1, 1});
    while (index.isValid() && m_view->visualRect(index).top() < m_view->viewport()->height()) {
        visible.insert(refOf(index.data(DocumentsModel::IdRole).toString()));
        index = m_view->indexBelow(index);
    }
    m_watcher.setVisible(this, isVisible() ? visible : QSet<DocumentRef>());
}

QList<Document> DocumentsPage::selected() const
{
    QList<Document> documents;
    const auto rows = m_view->selectionModel()->selectedRows();
    documents.reserve(rows.size());
    for (const QModelIndex &row : rows)
        documents.append(m_model.document(row));
    return documents;
}

DocumentRef DocumentsPage::refOf(const QString &documentId) const
{
    return {m_model.serverId(), m_model.datasetId(), documentId};
}

void DocumentsPage::toggleEnabled()
{
    const QList<Document> documents = selected();
    const bool disabled = std::all_of(documents.begin(), documents.end(), [](const auto &d) { return !d.enabled; });
    setStatus(documents, disabled ? Action::Enable : Action::Disable);
}

void DocumentsPage::toggleArchived()
{
    const QList<Document> documents = selected();
    const bool archived = std::all_of(documents.begin(), documents.end(), [](const auto &d) { return d.archived; });
    setStatus(documents, archived ? Action::Unarchive : Action::Archive);
}

void DocumentsPage::setStatus(QList<Document> documents, Action action)
{
    if (documents.isEmpty())
        return;
    const QString datasetId = m_model.datasetId();
    m_server->documents()
        .setStatus(datasetId, idsOf(documents), action)
        ->then(this, [this, datasetId, documents, action](const Result<Done> &result) {
            if (datasetId != m_model.datasetId())
                return;
            if (!result)
                return m_message->say(viewutil::sentence(result.error()));
            m_message->say({});
            for (const Document &document : documents)
                m_model.put(after(document, action));
            updateActions();
        });
}

void DocumentsPage::askToDelete()
{
    const QList<Document> documents = selected();
    if (documents.isEmpty())
        return;
    const QString question = documents.size() == 1 ? tr("Delete “%1”?").arg(documents.first().name)
                                                   : tr("Delete %n document(s)?", nullptr, documents.size());
    dialogs::ask(this, question, tr("Their chunks are deleted as well. This cannot be undone."), tr("Delete"),
                 [this, ids = idsOf(documents)] { remove(ids); });
}

void DocumentsPage::remove(const QStringList &documentIds)
{
    if (!m_server)
        return;
    emit documentsGone(documentIds);
    for (const QString &id : documentIds) {
        const DocumentRef ref = refOf(id);
        m_watcher.unwatch(ref);
        m_server->documents().remove(ref.datasetId, id)->then(this, [this, ref](const Result<Done> &result) {
            if (ref.datasetId != m_model.datasetId())
                return;
            if (result)
                m_model.remove(ref.documentId);
            else
                m_message->say(viewutil::sentence(result.error()));
        });
    }
}

void DocumentsPage::chooseUpdate()
{
    const QList<Document> documents = selected();
    if (documents.isEmpty())
        return;
    auto *dialog = new QFileDialog(this, tr("Update “%1” from a file").arg(documents.first().name));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, document = documents.first()](const QString &path) { askToUpdate(document, path); });
    dialog->open();
}

void DocumentsPage::askToUpdate(const Document &document, const QString &path)
{
    QMessageBox *box = dialogs::ask(this, tr("Update “%1” with “%2”?").arg(document.name, QFileInfo(path).fileName()),
                                    tr("All its chunks are made anew. Chunks that were edited by hand are lost."),
                                    tr("Update"), [this, id = document.id, path] { update(id, path); });
    QPushButton *add = box->addButton(tr("Add as a new document…"), QMessageBox::ActionRole);
    add->setObjectName(u"questionAdd"_s);
    connect(add, &QPushButton::clicked, this, [this, path] { emit filesDropped({QUrl::fromLocalFile(path)}); });
}

void DocumentsPage::update(const QString &documentId, const QString &path)
{
    if (!m_server)
        return;
    const DocumentRef ref = refOf(documentId);
    m_server->documents()
        .updateByFile(ref.datasetId, documentId, path,
                      QFileInfo(path).fileName().normalized(QString::NormalizationForm_C))
        ->then(this, [this, ref](const Result<CreatedDocument> &result) {
            if (result)
                m_watcher.watch(ref, result->batch);
            if (ref.datasetId != m_model.datasetId())
                return;
            if (!result)
                return m_message->say(viewutil::sentence(result.error()));
            m_model.put(result->document);
            emit documentUpdated(result->document);
        });
}

void DocumentsPage::sendAgain()
{
    for (const Document &document : selected()) {
        const int row = m_queue.rowOf(refOf(document.id));
        if (document.status == Document::Status::Failed && row >= 0)
            m_queue.retry(row);
    }
}
