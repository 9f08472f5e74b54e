// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/titledtabs.h"

#include "ui/widgets/elidedlabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QResizeEvent>
#include <QTabBar>

namespace {

constexpr int margin = 8;
constexpr int maxWidth = 200; // longer titles are elided

} // namespace

TitledTabs::TitledTabs(const QString &titleName, QWidget *parent)
    : QTabWidget(parent)
    , m_corner(new QWidget)
    , m_title(new ElidedLabel(titleName))
{
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    auto *layout = new QHBoxLayout(m_corner);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_title);
    setCornerWidget(m_corner, Qt::TopLeftCorner);
}

void TitledTabs::setTitle(const QString &title)
{
    m_title->setText(title);
    fit();
}

void TitledTabs::resizeEvent(QResizeEvent *event)
{
    QTabWidget::resizeEvent(event);
    fit();
}

bool TitledTabs::event(QEvent *event)
{
    const bool done = QTabWidget::event(event);
    if (event->type() == QEvent::LayoutRequest) // the tabs have become wider or narrower
        fit();
    return done;
}

//! A title of which a few letters only could be seen says less than none: the tree shows it as well.
void TitledTabs::fit()
{
    const int room = std::min(maxWidth, width() - tabBar()->sizeHint().width() - 2 * margin);
    const int wanted = m_title->sizeHint().width();
    const bool isShown
        = !m_title->text().isEmpty() && (room >= wanted || room >= 12 * fontMetrics().averageCharWidth());
    const QSize size(isShown ? std::min(room, wanted) : 0, isShown ? tabBar()->sizeHint().height() : 0);
    if (size == m_title->minimumSize() && isShown == m_title->isVisibleTo(this))
        return;
    m_title->setVisible(isShown);
    m_title->setFixedSize(size);
    m_corner->layout()->setContentsMargins(isShown ? margin : 0, 0, isShown ? margin : 0, 0);
    QResizeEvent again(this->size(), this->size()); // only then is the size of the corner looked at
    QTabWidget::resizeEvent(&again);
}
