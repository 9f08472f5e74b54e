// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/transferspane.h"

#include "app/models/format.h"
#include "app/services/transferqueue.h"
#include "app/services/transfersmodel.h"
#include "ui/icons.h"
#include "ui/viewutil.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/keptcolumns.h"
#include "ui/widgets/placeholder.h"
#include "ui/widgets/statusdelegate.h"
#include "ui/widgets/transfersorder.h"
#include "ui/widgets/treeview.h"

#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QProgressBar>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace {

using State = Transfer::State;

StatusCell statusCell(const QModelIndex &index)
{
    using statuscolors::Tone;
    StatusCell cell{.text = index.data().toString()};
    const auto progress = index.data(TransfersModel::ProgressRole).value<Progress>();
    switch (static_cast<State>(index.data(TransfersModel::StateRole).toInt())) {
    case State::Waiting:
        cell.tone = Tone::Waiting;
        break;
    case State::Sending:
    case State::Indexing:
        cell.tone = Tone::Busy;
        cell.progress = std::max(0., fraction(progress));
        break;
    case State::Finished:
        cell.tone = Tone::Good;
        break;
    case State::Failed:
        cell.tone = Tone::Bad;
        break;
    case State::Cancelled:
        cell.tone = Tone::Off;
        break;
    }
    return cell;
}

QString summaryText(const TransferSummary &summary)
{
    QStringList parts;
    const auto add = [&](int count, const QString &text) {
        if (count > 0)
            parts.append(text.arg(format::count(count)));
    };
    add(summary.count(State::Waiting), TransfersPane::tr("%1 waiting"));
    add(summary.count(State::Sending), TransfersPane::tr("%1 sending"));
    add(summary.count(State::Indexing), TransfersPane::tr("%1 indexing"));
    add(summary.count(State::Failed), TransfersPane::tr("%1 failed"));
    add(summary.count(State::Finished), TransfersPane::tr("%1 finished"));
    if (summary.rate > 0 && summary.count(State::Sending) > 0)
        parts.append(TransfersPane::tr("%1/s").arg(format::bytes(qRound64(summary.rate))));
    return parts.join(u" · "_s);
}

QString wholeText(const TransferSummary &summary)
{
    if (summary.unfinished() == 0)
        return {};
    const QString files
        = TransfersPane::tr("%1 of %2").arg(format::count(summary.runEnded), format::count(summary.runFiles));
    return summary.secondsLeft > 0 ? TransfersPane::tr("%1 · %2 left").arg(files, format::seconds(summary.secondsLeft))
                                   : files;
}

} // namespace

TransfersPane::TransfersPane(TransfersModel &model, TransferQueue &queue, QSettings &settings, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_ordered(new TransfersOrder(this))
    , m_queue(queue)
    , m_open(new QToolButton)
    , m_summary(new ElidedLabel(u"transfersSummary"_s))
    , m_bar(new QProgressBar)
    , m_whole(viewutil::plainLabel({}, u"transfersWhole"_s))
    , m_view(new TreeView(u"transfersView"_s, tr("Transfers")))
{
    setObjectName(u"transfersPane"_s);
    m_ordered->setSourceModel(&model);
    m_view->setModel(m_ordered);
    m_view->setRootIsDecorated(false);
    m_view->setAcceptDrops(false);
    m_view->setItemDelegateForColumn(TransfersModel::StatusColumn, new StatusDelegate(statusCell, m_view));
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    m_view->header()->resizeSection(TransfersModel::NameColumn, 280);
    m_view->header()->setSectionResizeMode(TransfersModel::StatusColumn, QHeaderView::Stretch);
    new KeptColumns(m_view->header(), settings, u"transfers/columns"_s);
    m_view->placeholder().say(tr("Files on their way are listed here."));
    makeActions();

    auto *layout = new QVBoxLayout(this);
    viewutil::setTight(layout, 0, 0);
    layout->addWidget(makeLine());
    layout->addWidget(m_view);

    connect(&queue, &TransferQueue::summaryChanged, this, &TransfersPane::showSummary);
    connect(&model, &QAbstractItemModel::dataChanged, this, &TransfersPane::updateActions);
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &TransfersPane::updateActions);
    connect(m_view, &QWidget::customContextMenuRequested, this, &TransfersPane::showContextMenu);
    const auto showPlaceholder = [this] {
        m_view->placeholder().say(m_model.rowCount() > 0 ? QString() : tr("Files on their way are listed here."));
    };
    connect(&model, &QAbstractItemModel::rowsInserted, this, showPlaceholder);
    connect(&model, &QAbstractItemModel::rowsRemoved, this, showPlaceholder);
    connect(m_open, &QToolButton::toggled, this, &TransfersPane::setOpen);
    setOpen(false);
    showSummary();
}

QWidget *TransfersPane::makeLine()
{
    m_open->setText(tr("Transfers"));
    m_open->setCheckable(true);
    m_open->setAutoRaise(true);
    m_open->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    viewutil::name(m_open, u"transfersOpen"_s, tr("Transfers"), tr("Show each file (Ctrl+4)"));
    m_bar->setTextVisible(false);
    m_bar->setFixedSize(120, 6);
    viewutil::name(m_bar, u"transfersBar"_s, tr("All files"));

    auto *line = new QWidget;
    auto *layout = new QHBoxLayout(line);
    viewutil::setTight(layout, 2, 8);
    layout->addWidget(m_open);
    m_summary->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    layout->addWidget(m_summary, 1);
    layout->addWidget(m_bar);
    layout->addWidget(m_whole);
    for (QAction *action : {m_retryAll, m_clear})
        layout->addWidget(viewutil::toolButton(action));
    return line;
}

void TransfersPane::makeActions()
{
    const auto make = [this](const QString &name, const QString &text, const QString &icon, auto slot) {
        auto *action = new QAction(icons::icon(icon), text, this);
        action->setObjectName(name);
        connect(action, &QAction::triggered, this, slot);
        return action;
    };
    m_cancel = make(u"transferCancel"_s, tr("Cancel"), u"cancel"_s, [this] {
        for (const int row : selectedRows())
            m_queue.cancel(row);
    });
    m_cancel->setShortcut(Qt::Key_Delete);
    m_cancel->setShortcutContext(Qt::WidgetShortcut);
    m_view->addAction(m_cancel);
    m_retry = make(u"transferRetry"_s, tr("Retry"), u"retry"_s, [this] {
        for (const int row : selectedRows())
            m_queue.retry(row);
    });
    m_retryAll = make(u"transferRetryAll"_s, tr("Retry failed"), u"retry"_s, [this] { m_queue.retryFailed(); });
    m_clear = make(u"transferClear"_s, tr("Clear finished"), u"cancel"_s, [this] { m_queue.clearFinished(); });
}

QList<QAction *> TransfersPane::transferActions() const
{
    return {m_cancel, m_retry, m_retryAll, m_clear};
}

bool TransfersPane::isOpen() const
{
    return m_open->isChecked();
}

void TransfersPane::setOpen(bool open)
{
    m_open->setChecked(open);
    m_open->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
    m_view->setVisible(open);
    setMaximumHeight(open ? QWIDGETSIZE_MAX : sizeHint().height());
    emit opened(open);
}

void TransfersPane::focusTransfers()
{
    setOpen(true);
    m_view->setFocus(Qt::ShortcutFocusReason);
}

void TransfersPane::showSummary()
{
    const TransferSummary &summary = m_queue.summary();
    m_summary->setText(m_hold.isEmpty() || summary.unfinished() == 0 ? summaryText(summary) : m_hold);
    m_bar->setVisible(summary.unfinished() > 0);
    m_bar->setRange(0, 1000);
    m_bar->setValue(summary.runWork > 0 ? static_cast<int>(1000 * summary.runDone / summary.runWork) : 0);
    m_whole->setText(wholeText(summary));
    m_whole->setVisible(!m_whole->text().isEmpty());
    m_retryAll->setEnabled(summary.count(State::Failed) > 0);
    m_clear->setEnabled(summary.count(State::Finished) + summary.count(State::Cancelled) > 0);
    updateActions();
}

void TransfersPane::setHold(const QString &sentence)
{
    m_hold = sentence;
    showSummary();
}

void TransfersPane::updateActions()
{
    const auto rows = selectedRows();
    const auto any = [&](auto predicate) {
        return std::any_of(rows.begin(), rows.end(), [&](int row) { return predicate(m_queue.at(row)); });
    };
    m_cancel->setEnabled(any([](const Transfer &transfer) { return !isFinal(transfer.state); }));
    m_retry->setEnabled(any([](const Transfer &transfer) {
        return transfer.state == State::Failed || transfer.state == State::Cancelled
               || transfer.progress.stuckSince > 0;
    }));
}

void TransfersPane::showContextMenu(const QPoint &position)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions(transferActions());
    menu->popup(m_view->viewport()->mapToGlobal(position));
}

QList<int> TransfersPane::selectedRows() const
{
    QList<int> rows;
    for (const QModelIndex &index : m_view->selectionModel()->selectedRows())
        rows.append(m_ordered->mapToSource(index).row());
    return rows;
}
