// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QTreeView;

//! Logs, as loredesk.startup, when the window is painted first ("first window") and when a dataset is ("first dataset
//! row"): what scripts/bench waits for. Watches nothing unless QT_LOGGING_RULES turns loredesk.startup.debug on.
class StartupMarks : public QObject
{
public:
    //! \a datasets: servers at the top, datasets below them. Belongs to \a window.
    StartupMarks(QWidget &window, QTreeView &datasets);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool showsDataset() const;

    QTreeView &m_datasets;
    bool m_windowIsPainted = false;
};
