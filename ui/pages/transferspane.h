// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAction;
class QLabel;
class QProgressBar;
class QSettings;
class QToolButton;
class TransferQueue;
class TransfersModel;
class TransfersOrder;
class TreeView;

//! The transfers: one line with the whole, and, opened, a row for each file.
class TransfersPane : public QWidget
{
    Q_OBJECT

public:
    TransfersPane(TransfersModel &model, TransferQueue &queue, QSettings &settings, QWidget *parent = nullptr);

    bool isOpen() const;
    void setOpen(bool open);
    //! Opens the table and goes to it.
    void focusTransfers();

    //! Why nothing moves for a while; empty when everything does.
    void setHold(const QString &sentence);

    //! For the menus: cancel, retry, retry all, clear.
    QList<QAction *> transferActions() const;

signals:
    void opened(bool open);

private:
    QWidget *makeLine();
    void makeActions();
    void showSummary();
    void updateActions();
    void showContextMenu(const QPoint &position);
    QList<int> selectedRows() const;

    TransfersModel &m_model;
    TransfersOrder *m_ordered;
    QString m_hold;
    TransferQueue &m_queue;
    QToolButton *m_open;
    QLabel *m_summary;
    QProgressBar *m_bar; //!< The present run as a whole.
    QLabel *m_whole; //!< The same in words.
    TreeView *m_view;
    QAction *m_cancel = nullptr;
    QAction *m_retry = nullptr;
    QAction *m_retryAll = nullptr;
    QAction *m_clear = nullptr;
};
