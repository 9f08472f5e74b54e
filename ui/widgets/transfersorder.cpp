// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/transfersorder.h"

#include "app/services/transfersmodel.h"

namespace {

int rankOf(const QModelIndex &index)
{
    using State = Transfer::State;
    switch (static_cast<State>(index.data(TransfersModel::StateRole).toInt())) {
    case State::Failed:
        return 0;
    case State::Sending:
    case State::Indexing:
        return 1;
    case State::Waiting:
        return 2;
    case State::Finished:
    case State::Cancelled:
        return 3;
    }
    Q_UNREACHABLE();
}

} // namespace

TransfersOrder::TransfersOrder(QObject *parent)
    : QSortFilterProxyModel(parent)
{
    sort(0);
}

bool TransfersOrder::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const int first = rankOf(left);
    const int second = rankOf(right);
    return first != second ? first < second : left.row() < right.row();
}
