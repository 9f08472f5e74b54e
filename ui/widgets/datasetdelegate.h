// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/rowdelegate.h"

//! A row of the dataset tree: the name, and at its right end what needs to be known: how many documents, how many are
//! on their way, how many failed. A server with something to say has room for it below its name.
class DatasetDelegate : public RowDelegate
{
    Q_OBJECT

public:
    using RowDelegate::RowDelegate;

    //! The height of the notice below a server's name, in pixels; 0 when it has none.
    using NoticeHeight = std::function<int(const QModelIndex &)>;
    void setNoticeHeight(NoticeHeight height) { m_noticeHeight = std::move(height); }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    NoticeHeight m_noticeHeight;
};
