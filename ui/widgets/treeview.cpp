// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/treeview.h"

#include "ui/viewutil.h"
#include "ui/widgets/headerview.h"
#include "ui/widgets/placeholder.h"
#include "ui/widgets/rowdelegate.h"

#include <QDropEvent>
#include <QMimeData>
#include <QPainter>

TreeView::TreeView(const QString &objectName, const QString &accessibleName, QWidget *parent)
    : QTreeView(parent)
{
    setObjectName(objectName);
    setAccessibleName(accessibleName);
    m_placeholder = new Placeholder(this);
    setItemDelegate(new RowDelegate(this));
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setExpandsOnDoubleClick(false);
    setTabKeyNavigation(false); // Tab leaves the view
    setFrameShape(NoFrame);
    setAcceptDrops(true);
    setHeader(new HeaderView(this));
    connect(this, &QTreeView::doubleClicked, this, &TreeView::opened);
}

void TreeView::dragEnterEvent(QDragEnterEvent *event)
{
    dragOver(event);
}

void TreeView::dragMoveEvent(QDragMoveEvent *event)
{
    dragOver(event);
}

void TreeView::dragOver(QDropEvent *event)
{
    if (!event->mimeData()->hasUrls())
        return event->ignore();
    setDropRow(indexAt(event->position().toPoint()), true);
    event->acceptProposedAction();
}

void TreeView::dragLeaveEvent(QDragLeaveEvent *event)
{
    setDropRow({}, false);
    event->accept();
}

void TreeView::dropEvent(QDropEvent *event)
{
    setDropRow({}, false);
    if (!event->mimeData()->hasUrls())
        return event->ignore();
    event->acceptProposedAction();
    emit filesDropped(indexAt(event->position().toPoint()), event->mimeData()->urls());
}

//! Reached by a key, a view makes its first row the current one but selects none: nothing could be done to it.
void TreeView::focusInEvent(QFocusEvent *event)
{
    const bool hadCurrent = currentIndex().isValid();
    QTreeView::focusInEvent(event);
    if (!hadCurrent && currentIndex().isValid())
        selectionModel()->select(currentIndex(), QItemSelectionModel::Select | QItemSelectionModel::Rows);
}

void TreeView::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && event->modifiers() == Qt::NoModifier && currentIndex().isValid())
        return emit opened(currentIndex());
    QTreeView::keyPressEvent(event);
}

void TreeView::paintEvent(QPaintEvent *event)
{
    QTreeView::paintEvent(event);
    if (!m_dragging)
        return;
    QRect target = viewport()->rect();
    if (m_dropRow.isValid()) {
        target = visualRect(m_dropRow);
        target.setLeft(0);
        target.setRight(viewport()->width() - 1);
    }
    QPainter painter(viewport());
    painter.setPen(QPen(palette().highlight(), 2));
    painter.drawRect(target.adjusted(1, 1, -1, -1));
}

//! What stands below the own line of a taller row is a widget's: it is never shown as selected.
void TreeView::drawRow(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem line = option;
    line.rect.setHeight(std::min(line.rect.height(), viewutil::rowHeight(fontMetrics())));
    QTreeView::drawRow(painter, line, index);
}

void TreeView::setDropRow(const QModelIndex &index, bool dragging)
{
    if (m_dropRow == index && m_dragging == dragging)
        return;
    m_dropRow = index;
    m_dragging = dragging;
    viewport()->update();
}
