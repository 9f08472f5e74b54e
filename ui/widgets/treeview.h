// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTreeView>
#include <QUrl>

class Placeholder;

//! A tree or list as all of the window's are: 28 px rows, whole rows selected, a sentence where it is empty, and
//! files that can be dropped on a row or beside the rows.
class TreeView : public QTreeView
{
    Q_OBJECT

public:
    TreeView(const QString &objectName, const QString &accessibleName, QWidget *parent = nullptr);

    Placeholder &placeholder() { return *m_placeholder; }
    using QTreeView::scheduleDelayedItemsLayout; //!< Heights of rows changed.

signals:
    void filesDropped(const QModelIndex &index, const QList<QUrl> &urls); //!< An invalid index: beside the rows.
    void opened(const QModelIndex &index); //!< Enter, or a double click.

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void drawRow(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void dragOver(QDropEvent *event);
    void setDropRow(const QModelIndex &index, bool dragging);

    Placeholder *m_placeholder;
    QPersistentModelIndex m_dropRow;
    bool m_dragging = false;
};
