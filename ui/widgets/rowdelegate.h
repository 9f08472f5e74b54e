// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

//! A row of 28 px (more with a large font), whose tooltip is the model's, or the cell's text where it is cut.
class RowDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    static constexpr int padding = 4; //!< Pixels at both ends of a cell, beside what the style leaves.

    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

protected:
    //! Pixels of the cell that are not there for its text.
    virtual int reservedWidth() const { return 0; }
};
