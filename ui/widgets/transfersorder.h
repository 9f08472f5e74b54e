// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSortFilterProxyModel>

//! Transfers in the order in which they are of interest: failed ones, those on their way, waiting ones, and below them
//! what is over. Within each, as they were added.
class TransfersOrder : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit TransfersOrder(QObject *parent = nullptr);

protected:
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;
};
