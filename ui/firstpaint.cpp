// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/firstpaint.h"

#include <QEvent>
#include <QLoggingCategory>
#include <QTimer>
#include <QTreeView>

#include <chrono>

using namespace std::chrono_literals;

namespace {

Q_LOGGING_CATEGORY(lcStartup, "loredesk.startup", QtInfoMsg)

} // namespace

FirstPaint::FirstPaint(QWidget &window, QTreeView &datasets)
    : QObject(&window)
    , m_datasets(datasets)
{
    datasets.viewport()->installEventFilter(this);
    QTimer::singleShot(1s, this, &FirstPaint::finish);
}

bool FirstPaint::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::Paint)
        return false;
    if (!std::exchange(m_isPainted, true)) {
        qCDebug(lcStartup, "first window");
        QTimer::singleShot(0, this, &FirstPaint::finish);
    }
    if (!lcStartup().isDebugEnabled()) {
        watched->removeEventFilter(this);
    } else if (showsDataset()) {
        qCDebug(lcStartup, "first dataset row");
        watched->removeEventFilter(this);
    }
    return false;
}

void FirstPaint::finish()
{
    if (!std::exchange(m_isDone, true))
        emit done();
}

bool FirstPaint::showsDataset() const
{
    const QAbstractItemModel &model = *m_datasets.model();
    for (int server = 0; server < model.rowCount(); ++server) {
        const QModelIndex first = model.index(0, 0, model.index(server, 0));
        if (first.isValid() && m_datasets.viewport()->rect().intersects(m_datasets.visualRect(first)))
            return true;
    }
    return false;
}
