// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QAction;

//! Lists every key of the window.
class KeysDialog : public QDialog
{
    Q_OBJECT

public:
    //! \a actions without a key are left out.
    explicit KeysDialog(const QList<QAction *> &actions, QWidget *parent = nullptr);
};
