// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSet>
#include <QTimer>

#include <functional>

class QHeaderView;
class QSettings;

//! Keeps widths, order, choice and sorting of the columns of a view in the settings, and lets a right click on the
//! header choose them; the first column stays.
class KeptColumns : public QObject
{
    Q_OBJECT

public:
    //! Belongs to \a header and shows what is kept under \a key, if anything.
    KeptColumns(QHeaderView *header, QSettings &settings, const QString &key);

    //! Shows what is kept under \a key, and keeps changes there from now on. Where nothing is kept the columns stay as
    //! they are, unsorted.
    void setKey(const QString &key);

    //! Columns that are hidden, the first of them first, while the first column of the view has no room.
    void setGivingWay(const QList<int> &columns);

    //! Lets \a change add or remove columns, which is not kept, and shows again what is; \a adjust then hides or shows
    //! those that are known better.
    void change(const std::function<void()> &change, const std::function<void()> &adjust);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

signals:
    void saved(); //!< A person changed something.

private:
    void saveSoon();
    void save();
    void restore();
    void fit();
    void showGivenWay();
    void showMenu(const QPoint &position);

    QHeaderView *m_header;
    QSettings &m_settings;
    QString m_key;
    QList<int> m_givingWay;
    QSet<int> m_givenWay; //!< Hidden for want of room, which is not kept.
    bool m_isRestoring = false;
    QTimer m_saveSoon; //!< The header tells of changes while it is laying itself out.
};
