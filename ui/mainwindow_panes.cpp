// SPDX-License-Identifier: GPL-3.0-or-later
// Which panes are shown, and the way to each.
#include "app/services/indexingwatcher.h"
#include "ui/mainwindow.h"
#include "ui/pages/chunkpane.h"
#include "ui/pages/documentspage.h"
#include "ui/pages/transferspane.h"
#include "ui/widgets/titledtabs.h"

#include <QAction>
#include <QApplication>
#include <QSplitter>
#include <QTabBar>
#include <QToolButton>

namespace {

constexpr int narrow = 800; // pixels; below, the panes do not fit beside each other
constexpr int narrowest = 480; // pixels; below, nor do the words of the buttons

} // namespace

void MainWindow::raiseWindow()
{
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
    if (QWidget *dialog = QApplication::activeModalWidget())
        dialog->activateWindow(); // what it is asked goes before
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    m_isNarrow = width() < narrow;
    for (QToolButton *button : std::as_const(m_toolButtons))
        button->setToolButtonStyle(width() < narrowest ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
    fitPanes();
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::WindowStateChange)
        m_backend.watcher.setIdle(isMinimized());
}

void MainWindow::fitPanes()
{
    const int only = m_paneTabs->currentIndex();
    m_paneTabs->setVisible(m_isNarrow);
    m_datasets->setVisible(!m_isNarrow || only == Tree);
    m_columns->widget(Documents)->setVisible(!m_isNarrow || only == Documents);
    m_columns->widget(Chunks)->setVisible(m_isNarrow ? only == Chunks : m_showChunks->isChecked());
}

//! Puts \a pane into the column that was kept free for it.
void MainWindow::putPane(Pane place, QWidget *pane)
{
    const std::unique_ptr<QWidget> empty(m_columns->widget(place));
    pane->setMinimumWidth(empty->minimumWidth());
    m_columns->replaceWidget(place, pane);
    m_columns->setStretchFactor(place, empty->sizePolicy().horizontalStretch());
}

void MainWindow::showPane(Pane pane)
{
    if (pane == Transfers)
        return m_transfers->focusTransfers();
    m_paneTabs->setCurrentIndex(pane);
    if (pane == Chunks && !m_isNarrow)
        setChunksShown(true);
    fitPanes();
    if (pane == Tree)
        m_datasets->focusTree();
    else if (pane == Chunks)
        m_chunks->focusChunks();
    else
        m_documents->focusDocuments();
}

void MainWindow::setChunksShown(bool shown)
{
    m_showChunks->setChecked(shown);
    fitPanes();
}
