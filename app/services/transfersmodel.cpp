// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/transfersmodel.h"

#include "app/models/format.h"
#include "app/models/ranges.h"
#include "app/services/transferqueue.h"

#include <QDateTime>
#include <QLocale>

TransfersModel::TransfersModel(const TransferQueue &queue, QObject *parent)
    : QAbstractTableModel(parent)
    , m_queue(queue)
{
    connect(&queue, &TransferQueue::aboutToAdd, this,
            [this](int first, int last) { beginInsertRows({}, first, last); });
    connect(&queue, &TransferQueue::added, this, [this] { endInsertRows(); });
    connect(&queue, &TransferQueue::aboutToRemove, this,
            [this](int first, int last) { beginRemoveRows({}, first, last); });
    connect(&queue, &TransferQueue::removed, this, [this] { endRemoveRows(); });
    connect(&queue, &TransferQueue::changed, this, &TransfersModel::rowsChanged);
}

int TransfersModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_queue.size();
}

int TransfersModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant TransfersModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Transfer &transfer = m_queue.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return display(transfer, index.column());
    case Qt::ToolTipRole:
        return format::toolTip(index.column() == NameColumn ? transfer.request.path
                                                            : display(transfer, index.column()).toString());
    case Qt::TextAlignmentRole:
        return index.column() == SizeColumn ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    case StateRole:
        return static_cast<int>(transfer.state);
    case ProgressRole:
        return QVariant::fromValue(transfer.progress);
    case MessageRole:
        return transfer.message;
    case PathRole:
        return transfer.request.path;
    default:
        return {};
    }
}

QVariant TransfersModel::display(const Transfer &transfer, int column) const
{
    switch (column) {
    case NameColumn:
        return transfer.request.relativePath.isEmpty() ? transfer.request.name : transfer.request.relativePath;
    case StatusColumn:
        return status(transfer);
    case SizeColumn:
        return format::bytes(transfer.request.size);
    default:
        return {};
    }
}

QString TransfersModel::status(const Transfer &transfer) const
{
    if (transfer.state == Transfer::State::Waiting && transfer.nextTry > 0) {
        const auto next = QDateTime::fromMSecsSinceEpoch(transfer.nextTry).time();
        return tr("%1 Next try at %2.").arg(transfer.message, QLocale().toString(next, QLocale::ShortFormat));
    }
    if (transfer.state == Transfer::State::Failed)
        return tr("Failed: %1").arg(transfer.message);
    if (!transfer.message.isEmpty())
        return transfer.message;
    const QString progress = progressText(transfer.progress);
    return progress.isEmpty() ? stateText(transfer.state) : progress;
}

QVariant TransfersModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole && section == SizeColumn)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter); // as the numbers below
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn:
        return tr("File");
    case StatusColumn:
        return tr("Status");
    case SizeColumn:
        return tr("Size");
    default:
        return {};
    }
}

void TransfersModel::rowsChanged(const QList<int> &rows)
{
    const auto ranges = rangesOf(rows);
    for (const Range &range : ranges)
        emit dataChanged(index(range.first, 0), index(range.last, ColumnCount - 1));
}
