// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QAction;

//! Lists every key of the window.
class KeysDialog : public QDialog
{
    Q_OBJECT

public:
    //! What the keys are for: a heading and its actions, of which those without a key are left out.
    using Group = std::pair<QString, QList<QAction *>>;

    explicit KeysDialog(const QList<Group> &groups, QWidget *parent = nullptr);
};
