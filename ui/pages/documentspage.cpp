// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/documentspage.h"

#include "app/models/documentsmodel.h"
#include "app/models/format.h"
#include "app/models/metadatafieldsmodel.h"
#include "app/services/indexingwatcher.h"
#include "app/services/server.h"
#include "ui/viewutil.h"
#include "ui/widgets/downloadbar.h"
#include "ui/widgets/keptcolumns.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/placeholder.h"
#include "ui/widgets/statuschips.h"
#include "ui/widgets/statusdelegate.h"
#include "ui/widgets/treeview.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QScrollBar>
#include <QSettings>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace {

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

//! Pixels of the widest text that tells when a document was added: it differs much between languages.
int widestTime(const QFontMetrics &metrics)
{
    const auto now = QDateTime::currentDateTime();
    int widest = 0;
    for (const qint64 secs : {0, 59 * 60, 24 * 3600, 60 * 24 * 3600})
        widest = std::max(widest, metrics.horizontalAdvance(format::relativeTime(now.toSecsSinceEpoch() - secs, now)));
    return widest;
}

void setUpColumns(QHeaderView *header)
{
    header->resizeSection(DocumentsModel::NameColumn, 240);
    header->resizeSection(DocumentsModel::StatusColumn, 190);
    for (const int column : {DocumentsModel::WordsColumn, DocumentsModel::TokensColumn, DocumentsModel::HitsColumn,
                             DocumentsModel::SizeColumn})
        header->resizeSection(column, 88);
    header->resizeSection(DocumentsModel::AddedColumn, std::max(88, widestTime(header->fontMetrics()) + 16));
    header->resizeSection(DocumentsModel::HitsColumn, 56);
    header->setSectionResizeMode(DocumentsModel::NameColumn, QHeaderView::Stretch);
    header->hideSection(DocumentsModel::TokensColumn);
    header->hideSection(DocumentsModel::SizeColumn);
    header->setSortIndicatorClearable(true); // a third click: the order of the server
}

//! Where the settings keep how a dataset was left.
QString placeKey(const QString &serverId, const QString &datasetId)
{
    return DocumentsPage::placesKey(serverId) + u'/' + datasetId;
}

} // namespace

DocumentsPage::DocumentsPage(DocumentsModel &model, MetadataFieldsModel &fields, TransferQueue &queue,
                             IndexingWatcher &watcher, QSettings &settings, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_fields(fields)
    , m_queue(queue)
    , m_watcher(watcher)
    , m_settings(settings)
    , m_chips(new StatusChips)
    , m_loading(viewutil::plainLabel({}, u"documentsLoading"_s))
    , m_filter(viewutil::filterBox(u"documentFilter"_s, tr("Filter documents")))
    , m_message(new MessageBar(u"documentsMessage"_s))
    , m_download(new DownloadBar)
    , m_view(new TreeView(u"documentsView"_s, tr("Documents")))
{
    setObjectName(u"documentsPage"_s);
    m_view->setModel(&model);
    m_view->setRootIsDecorated(false);
    m_view->setItemDelegateForColumn(DocumentsModel::StatusColumn, new StatusDelegate(statusCell, m_view));
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    setUpColumns(m_view->header());
    m_columns = new KeptColumns(m_view->header(), settings, u"documents/columns"_s);
    m_columns->setGivingWay({DocumentsModel::HitsColumn, DocumentsModel::WordsColumn, DocumentsModel::AddedColumn});
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
    layout->addWidget(m_download);
    layout->addWidget(m_view);
    makeActions();

    m_visibleSoon.setSingleShot(true);
    m_visibleSoon.setInterval(100);
    const auto visibleMayChange = [this] { m_visibleSoon.start(); };
    connect(&m_visibleSoon, &QTimer::timeout, this, &DocumentsPage::tellVisible);
    connect(m_view->verticalScrollBar(), &QScrollBar::valueChanged, this, visibleMayChange);
    connect(&model, &QAbstractItemModel::rowsInserted, this, visibleMayChange);
    connect(&model, &QAbstractItemModel::rowsInserted, this, &DocumentsPage::returnToLastPlace);
    connect(&model, &QAbstractItemModel::dataChanged, this, [this] { updateActions(); });
    connect(&model, &PagedModel::stateChanged, this, &DocumentsPage::showState);
    connect(&model, &PagedModel::countsChanged, this, &DocumentsPage::showCounts);
    connect(m_chips, &StatusChips::chosen, this,
            [this](auto status) { filter([this, status] { m_model.setStatusFilter(status); }); });
    connect(m_filter, &QLineEdit::textChanged, this,
            [this](const QString &text) { filter([this, text] { m_model.setTextFilter(text); }); });
    connect(m_columns, &KeptColumns::saved, this, &DocumentsPage::keepMetadataColumns);
    connect(&fields, &MetadataFieldsModel::fieldsChanged, this, &DocumentsPage::showMetadataColumns);
    connect(m_download, &DownloadBar::busyChanged, this, &DocumentsPage::updateActions);
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
    connect(&server, &Server::abilitiesChanged, this, &DocumentsPage::updateActions, Qt::UniqueConnection);
    m_server = &server;
    m_message->say({});
    m_chosen.clear();
    m_filter->clear();
    m_chips->reset();
    m_model.setStatusFilter({});
    m_columns->setKey(placeKey(server.id(), datasetId) + u"/columns"_s); // before the model: none is sorted twice
    m_model.open(server.documents(), server.id(), datasetId);
    m_lastPlace = m_settings.value(placeKey(server.id(), datasetId) + u"/document"_s).toString();
    showState();
    showCounts();
}

QString DocumentsPage::placesKey(const QString &serverId)
{
    return u"places/"_s + serverId;
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

void DocumentsPage::showContextMenu(const QPoint &position)
{
    if (!m_view->indexAt(position).isValid())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true); // why something cannot be done here
    menu->addActions(documentActions());
    menu->popup(m_view->viewport()->mapToGlobal(position));
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

DocumentRef DocumentsPage::refOf(const QString &documentId) const
{
    return {m_model.serverId(), m_model.datasetId(), documentId};
}
