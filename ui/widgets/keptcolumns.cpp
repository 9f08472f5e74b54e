// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/keptcolumns.h"

#include "ui/viewutil.h"

#include <QHeaderView>
#include <QMenu>
#include <QScopedValueRollback>
#include <QSettings>

using namespace Qt::Literals::StringLiterals;

KeptColumns::KeptColumns(QHeaderView *header, QSettings &settings, const QString &key)
    : QObject(header)
    , m_header(header)
    , m_settings(settings)
{
    setKey(key);
    connect(header, &QHeaderView::sectionMoved, this, &KeptColumns::save);
    connect(header, &QHeaderView::sectionResized, this, &KeptColumns::save);
    connect(header, &QHeaderView::sortIndicatorChanged, this, &KeptColumns::save);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QHeaderView::customContextMenuRequested, this, &KeptColumns::showMenu);
}

void KeptColumns::setKey(const QString &key)
{
    const QScopedValueRollback restoring(m_isRestoring, true);
    m_key = key;
    const QByteArray state = m_settings.value(key).toByteArray();
    if (state.isEmpty() || !m_header->restoreState(state))
        m_header->setSortIndicator(-1, Qt::AscendingOrder);
}

void KeptColumns::change(const std::function<void()> &change)
{
    {
        const QScopedValueRollback changing(m_isRestoring, true);
        change();
    }
    setKey(m_key);
}

void KeptColumns::save()
{
    if (m_isRestoring)
        return;
    viewutil::keep(m_settings, m_key, m_header->saveState());
    emit saved();
}

void KeptColumns::showMenu(const QPoint &position)
{
    auto *menu = new QMenu(m_header);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(u"columnsMenu"_s);
    for (int column = 1; column < m_header->count(); ++column) {
        const QString title = m_header->model()->headerData(column, Qt::Horizontal).toString();
        QAction *action = menu->addAction(viewutil::withoutMnemonic(title));
        action->setCheckable(true);
        action->setChecked(!m_header->isSectionHidden(column));
        connect(action, &QAction::toggled, this, [this, column](bool shown) {
            m_header->setSectionHidden(column, !shown);
            save();
        });
    }
    menu->popup(m_header->viewport()->mapToGlobal(position));
}
