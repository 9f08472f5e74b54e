// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/startupmarks.h"

#include <QEvent>
#include <QLoggingCategory>
#include <QTreeView>

namespace {

Q_LOGGING_CATEGORY(lcStartup, "loredesk.startup", QtInfoMsg)

} // namespace

StartupMarks::StartupMarks(QWidget &window, QTreeView &datasets)
    : QObject(&window)
    , m_datasets(datasets)
{
    if (lcStartup().isDebugEnabled())
        datasets.viewport()->installEventFilter(this);
}

bool StartupMarks::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Paint) {
        if (!m_windowIsPainted)
            qCDebug(lcStartup, "first window");
        m_windowIsPainted = true;
        if (showsDataset()) {
            qCDebug(lcStartup, "first dataset row");
            watched->removeEventFilter(this);
        }
    }
    return QObject::eventFilter(watched, event);
}

bool StartupMarks::showsDataset() const
{
    const QAbstractItemModel &model = *m_datasets.model();
    for (int server = 0; server < model.rowCount(); ++server) {
        const QModelIndex first = model.index(0, 0, model.index(server, 0));
        if (first.isValid() && m_datasets.viewport()->rect().intersects(m_datasets.visualRect(first)))
            return true;
    }
    return false;
}
