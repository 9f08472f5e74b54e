// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractItemModel>

//! The tree below \a parent as a list of lines, indented by one space for each level.
inline QStringList treeText(const QAbstractItemModel &model, const QModelIndex &parent = {}, int level = 0)
{
    QStringList lines;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        lines.append(QString(level, u' ') + index.data().toString());
        lines.append(treeText(model, index, level + 1));
    }
    return lines;
}
