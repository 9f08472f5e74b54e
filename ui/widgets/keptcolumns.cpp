// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/keptcolumns.h"

#include "ui/viewutil.h"

#include <QEvent>
#include <QHeaderView>
#include <QMenu>
#include <QScopedValueRollback>
#include <QSettings>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int minFirst = 160; //!< Pixels of the first column.

} // namespace

KeptColumns::KeptColumns(QHeaderView *header, QSettings &settings, const QString &key)
    : QObject(header)
    , m_header(header)
    , m_settings(settings)
{
    setKey(key);
    m_saveSoon.setSingleShot(true);
    m_saveSoon.setInterval(0);
    connect(&m_saveSoon, &QTimer::timeout, this, &KeptColumns::save);
    connect(header, &QHeaderView::sectionMoved, this, &KeptColumns::saveSoon);
    connect(header, &QHeaderView::sectionResized, this, [this](int column, int before, int now) {
        // Hidden, shown and stretched ones follow the window.
        if (before > 0 && now > 0 && m_header->sectionResizeMode(column) == QHeaderView::Interactive)
            saveSoon();
    });
    connect(header, &QHeaderView::sortIndicatorChanged, this, &KeptColumns::saveSoon);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QHeaderView::customContextMenuRequested, this, &KeptColumns::showMenu);
}

void KeptColumns::setKey(const QString &key)
{
    if (m_saveSoon.isActive())
        save();
    const QScopedValueRollback restoring(m_isRestoring, true);
    showGivenWay();
    m_key = key;
    restore();
    fit();
}

//! A header does not understand what was kept of more columns than it has: those are still to come.
void KeptColumns::restore()
{
    const QVariantList kept = m_settings.value(m_key).toList();
    const bool fits = kept.size() == 2 && kept[0].toInt() <= m_header->count();
    if (!fits || !m_header->restoreState(kept[1].toByteArray()))
        m_header->setSortIndicator(-1, Qt::AscendingOrder);
}

void KeptColumns::setGivingWay(const QList<int> &columns)
{
    m_givingWay = columns;
    m_header->viewport()->installEventFilter(this);
}

bool KeptColumns::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        fit();
    return QObject::eventFilter(watched, event);
}

void KeptColumns::fit()
{
    const QScopedValueRollback fitting(m_isRestoring, true);
    showGivenWay();
    int width = minFirst;
    for (int column = 1; column < m_header->count(); ++column)
        width += m_header->sectionSize(column); // 0 when it is hidden
    for (const int column : std::as_const(m_givingWay)) {
        if (width <= m_header->viewport()->width())
            return;
        if (m_header->isSectionHidden(column))
            continue;
        width -= m_header->sectionSize(column);
        m_header->hideSection(column);
        m_givenWay.insert(column);
    }
}

void KeptColumns::showGivenWay()
{
    for (const int column : std::as_const(m_givenWay))
        m_header->showSection(column);
    m_givenWay.clear();
}

void KeptColumns::change(const std::function<void()> &change, const std::function<void()> &adjust)
{
    if (m_saveSoon.isActive())
        save();
    const QScopedValueRollback changing(m_isRestoring, true);
    showGivenWay();
    change();
    restore();
    adjust();
    fit();
}

void KeptColumns::saveSoon()
{
    if (!m_isRestoring)
        m_saveSoon.start();
}

void KeptColumns::save()
{
    m_saveSoon.stop();
    {
        const QScopedValueRollback saving(m_isRestoring, true);
        showGivenWay();
        viewutil::keep(m_settings, m_key, QVariantList{m_header->count(), m_header->saveState()});
        fit();
    }
    emit saved();
}

void KeptColumns::showMenu(const QPoint &position)
{
    auto *menu = new QMenu(m_header);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(u"columnsMenu"_s);
    for (int column = 1; column < m_header->count(); ++column) {
        const QString title = m_header->model()->headerData(column, Qt::Horizontal).toString();
        const bool gaveWay = m_givenWay.contains(column);
        QAction *action = menu->addAction(viewutil::withoutMnemonic(gaveWay ? tr("%1 (no room)").arg(title) : title));
        action->setCheckable(true);
        action->setChecked(gaveWay || !m_header->isSectionHidden(column));
        connect(action, &QAction::toggled, this, [this, column](bool shown) {
            m_givenWay.remove(column);
            m_header->setSectionHidden(column, !shown);
            save();
        });
    }
    menu->popup(m_header->viewport()->mapToGlobal(position));
}
