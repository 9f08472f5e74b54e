// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/services/transfer.h"

#include <QAbstractTableModel>

class TransferQueue;

//! The rows of a TransferQueue as a table.
class TransfersModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { NameColumn, StatusColumn, SizeColumn, ColumnCount };
    enum Role {
        StateRole = Qt::UserRole, //!< int, Transfer::State.
        ProgressRole, //!< Progress, as in DocumentsModel.
        MessageRole, //!< QString: why it failed or what it waits for. Plain text.
        PathRole, //!< QString: the file on disk.
    };

    explicit TransfersModel(const TransferQueue &queue, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QVariant display(const Transfer &transfer, int column) const;
    QString status(const Transfer &transfer) const;
    void rowsChanged(const QList<int> &rows);

    const TransferQueue &m_queue;
};
