// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/datasetpane.h"

#include "app/models/datasetsmodel.h"
#include "ui/viewutil.h"
#include "ui/widgets/datasetdelegate.h"
#include "ui/widgets/datasetfilter.h"
#include "ui/widgets/servernotice.h"
#include "ui/widgets/treeview.h"

#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace {

bool isDataset(const QModelIndex &index)
{
    return index.isValid() && index.parent().isValid();
}

//! What helps beside trying again; \a error is null when the server could not even be asked.
ServerNotice::Remedy remedyFor(const ApiError *error)
{
    return error && !error->certificate.isEmpty() ? ServerNotice::Remedy::ShowCertificate
                                                  : ServerNotice::Remedy::ChangeKey;
}

} // namespace

DatasetPane::DatasetPane(DatasetsModel &model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_filtered(new DatasetFilter(this))
    , m_filter(viewutil::filterBox(u"datasetFilter"_s, tr("Filter knowledge bases")))
    , m_tagFilter(new QToolButton)
    , m_view(new TreeView(u"datasetTree"_s, tr("Servers and knowledge bases")))
    , m_footnote(viewutil::plainLabel({}, u"datasetFootnote"_s))
{
    setObjectName(u"datasetPane"_s);
    m_filtered->setSourceModel(&model);
    m_tagFilter->setAutoRaise(true);
    m_tagFilter->setFocusPolicy(Qt::TabFocus);
    m_tagFilter->setPopupMode(QToolButton::InstantPopup);
    m_tagFilter->setMenu(new QMenu(m_tagFilter));
    viewutil::name(m_tagFilter, u"datasetTagFilter"_s, tr("Tags"), tr("Show only knowledge bases with certain tags"));
    m_view->setModel(m_filtered);
    m_view->setHeaderHidden(true);
    m_view->header()->setStretchLastSection(true);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setUniformRowHeights(false); // what a server has to say stands below its name
    m_view->setIndentation(16);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    auto *delegate = new DatasetDelegate(m_view);
    delegate->setNoticeHeight([this](const QModelIndex &index) {
        const auto notice = m_notices.value(index.data(DatasetsModel::IdRole).toString());
        return notice && !isDataset(index) ? notice->heightBelow(m_view->viewport()->width() - m_view->indentation())
                                           : 0;
    });
    m_view->setItemDelegate(delegate);

    auto *layout = new QVBoxLayout(this);
    viewutil::setTight(layout);
    auto *top = new QHBoxLayout;
    viewutil::setTight(top, 4);
    top->addWidget(m_filter);
    top->addWidget(m_tagFilter);
    layout->addLayout(top);
    layout->addWidget(m_view);
    m_footnote->setWordWrap(true);
    m_footnote->setForegroundRole(QPalette::PlaceholderText);
    m_footnote->setContentsMargins(8, 4, 8, 8);
    m_footnote->hide();
    layout->addWidget(m_footnote);

    connect(m_filter, &QLineEdit::textChanged, this, &DatasetPane::filter);
    connect(m_tagFilter->menu(), &QMenu::aboutToShow, this, &DatasetPane::fillTagMenu);
    connect(m_view, &TreeView::filesDropped, this, &DatasetPane::onDropped);
    connect(m_view, &TreeView::opened, this, &DatasetPane::onOpened);
    connect(m_view, &QWidget::customContextMenuRequested, this, &DatasetPane::showContextMenu);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &DatasetPane::onCurrentChanged);
    connect(m_filtered, &QAbstractItemModel::rowsInserted, this, &DatasetPane::onRowsInserted);
    connect(&model, &QAbstractItemModel::rowsRemoved, this, [this] { updateNotices(); });
    connect(&model, &QAbstractItemModel::dataChanged, this, [this] { updateNotices(); });
    connect(&model, &DatasetsModel::stateChanged, this, [this] { updateNotices(); });
    connect(&model, &QAbstractItemModel::rowsInserted, this, &DatasetPane::showTagFilter);
    connect(&model, &QAbstractItemModel::rowsRemoved, this, &DatasetPane::showTagFilter);
    connect(&model, &QAbstractItemModel::dataChanged, this, &DatasetPane::showTagFilter);
    showTagFilter();
    onRowsInserted({});
}

std::optional<DatasetPlace> DatasetPane::currentDataset() const
{
    const Dataset *dataset = m_model.dataset(current());
    if (!dataset)
        return {};
    return DatasetPlace{current().data(DatasetsModel::ServerIdRole).toString(), *dataset};
}

QString DatasetPane::currentServerId() const
{
    const QModelIndex index = current().isValid() ? current() : m_model.index(0, 0);
    return index.data(DatasetsModel::ServerIdRole).toString();
}

void DatasetPane::choose(const QString &serverId, const QString &datasetId)
{
    m_wantedServer = serverId;
    m_wantedDataset = datasetId;
    chooseWanted();
}

void DatasetPane::focusTree()
{
    m_view->setFocus(Qt::ShortcutFocusReason);
}

void DatasetPane::setDatasetActions(const QList<QAction *> &actions)
{
    m_datasetActions = actions;
    for (QAction *action : actions) {
        if (action->shortcutContext() == Qt::WidgetShortcut)
            m_view->addAction(action);
    }
}

void DatasetPane::setFootnote(const QString &text)
{
    m_footnote->setText(text);
    m_footnote->setVisible(!text.isEmpty());
}

void DatasetPane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_view->doItemsLayout(); // what servers say is wrapped anew
}

void DatasetPane::filter(const QString &text)
{
    if (!text.isEmpty())
        m_model.fetchAll();
    m_filtered->setFilterFixedString(text);
}

//! It is there while any dataset carries a tag, and says how many are asked for.
void DatasetPane::showTagFilter()
{
    const auto chosen = m_filtered->tags().size();
    m_tagFilter->setText(chosen > 0 ? tr("Tags (%1)").arg(chosen) : tr("Tags"));
    m_tagFilter->setAccessibleName(m_tagFilter->text());
    m_tagFilter->setVisible(chosen > 0 || !m_filtered->knownTags().isEmpty());
}

void DatasetPane::fillTagMenu()
{
    QMenu *menu = m_tagFilter->menu();
    menu->clear();
    QStringList names = m_filtered->knownTags();
    for (const QString &tag : m_filtered->tags()) {
        if (!names.contains(tag))
            names.append(tag); // so that it can be given up
    }
    for (const QString &tag : std::as_const(names)) {
        QAction *action = menu->addAction(viewutil::withoutMnemonic(tag));
        action->setCheckable(true);
        action->setChecked(m_filtered->tags().contains(tag));
        connect(action, &QAction::toggled, this, [this, tag](bool wanted) { filterByTag(tag, wanted); });
    }
}

void DatasetPane::filterByTag(const QString &tag, bool wanted)
{
    m_model.fetchAll();
    QStringList tags = m_filtered->tags();
    tags.removeAll(tag);
    if (wanted)
        tags.append(tag);
    m_filtered->setTags(tags);
    showTagFilter();
}

void DatasetPane::onRowsInserted(const QModelIndex &parent)
{
    if (!parent.isValid()) {
        for (int row = 0; row < m_filtered->rowCount(); ++row)
            m_view->expand(m_filtered->index(row, 0));
    }
    updateNotices();
    chooseWanted();
}

void DatasetPane::chooseWanted()
{
    if (m_wantedDataset.isEmpty())
        return;
    const QModelIndex found = m_filtered->mapFromSource(m_model.datasetIndex(m_wantedServer, m_wantedDataset));
    if (!found.isValid())
        return;
    m_wantedDataset.clear();
    m_view->setCurrentIndex(found);
}

void DatasetPane::onCurrentChanged()
{
    if (isDataset(current()))
        m_wantedDataset.clear(); // the person was faster
    emit currentChanged();
}

void DatasetPane::onDropped(const QModelIndex &index, const QList<QUrl> &urls)
{
    const QString server = index.data(DatasetsModel::ServerIdRole).toString();
    const QString dataset = isDataset(index) ? index.data(DatasetsModel::IdRole).toString() : QString();
    emit filesDropped(server, dataset, urls);
}

void DatasetPane::onOpened(const QModelIndex &index)
{
    if (isDataset(index))
        emit opened();
    else
        m_view->setExpanded(index, !m_view->isExpanded(index));
}

void DatasetPane::showContextMenu(const QPoint &position)
{
    const QModelIndex index = m_view->indexAt(position);
    if (!index.isValid())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true); // why something cannot be done here
    menu->addActions(isDataset(index) ? m_datasetActions : m_serverActions);
    menu->popup(m_view->viewport()->mapToGlobal(position));
}

void DatasetPane::updateNotices()
{
    QStringList known;
    for (int row = 0; row < m_filtered->rowCount(); ++row) {
        const QModelIndex server = m_filtered->index(row, 0);
        known.append(server.data(DatasetsModel::IdRole).toString());
        updateNotice(server);
    }
    m_notices.removeIf([&](const auto &notice) { return !known.contains(notice.key()); });
}

void DatasetPane::updateNotice(const QModelIndex &server)
{
    const QString id = server.data(DatasetsModel::IdRole).toString();
    const QString message = server.data(DatasetsModel::MessageRole).toString();
    ServerNotice *notice = m_notices.value(id);
    if (message.isEmpty() && !notice)
        return;
    if (message.isEmpty()) {
        m_notices.remove(id);
        m_view->setIndexWidget(server, nullptr);
        return m_view->scheduleDelayedItemsLayout();
    }
    if (!notice) {
        notice = new ServerNotice(viewutil::rowHeight(fontMetrics()));
        connect(notice, &ServerNotice::retryClicked, this, [this, id] { emit retryRequested(id); });
        connect(notice, &ServerNotice::changeKeyClicked, this, [this, id] { emit changeKeyRequested(id); });
        connect(notice, &ServerNotice::certificateClicked, this, [this, id] { emit certificateRequested(id); });
        m_notices.insert(id, notice);
        m_view->setIndexWidget(server, notice);
    }
    using State = ServerRow::State;
    const auto state = static_cast<State>(server.data(DatasetsModel::StateRole).toInt());
    const bool unread = static_cast<LoadState>(server.data(DatasetsModel::LoadStateRole).toInt()) == LoadState::Failed;
    const bool failed = state == State::Failed || (state == State::Ready && unread);
    const bool local = server.row() == 0; // This computer; it makes its key itself
    const QString retry = local && state == State::Failed ? tr("Start again") : tr("Retry");
    notice->setMessage(message, failed ? retry : QString(),
                       failed && !local ? remedyFor(m_model.error(id)) : ServerNotice::Remedy::None);
    m_view->scheduleDelayedItemsLayout();
}

QModelIndex DatasetPane::current() const
{
    return m_filtered->mapToSource(m_view->currentIndex());
}
