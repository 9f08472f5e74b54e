// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QTreeView;

//! Tells when the window has been painted first, so that what it does not need for that is begun afterwards.
//! Also logs, as loredesk.startup, "first window" and, once a dataset is painted, "first dataset row": what
//! scripts/bench waits for (QT_LOGGING_RULES=loredesk.startup.debug=true).
class FirstPaint : public QObject
{
    Q_OBJECT

public:
    //! \a datasets: servers at the top, datasets below them. Belongs to \a window.
    FirstPaint(QWidget &window, QTreeView &datasets);

signals:
    void done(); //!< Once; a second after the start when nothing was painted, as in a window that starts minimized.

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void finish();
    bool showsDataset() const;

    QTreeView &m_datasets;
    bool m_isPainted = false;
    bool m_isDone = false;
};
