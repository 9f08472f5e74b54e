// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

//! The handbook: its chapters and their text.
class HandbookWindow : public QDialog
{
    Q_OBJECT

public:
    explicit HandbookWindow(QWidget *parent = nullptr);

    //! The chapters, in order, as files of the program: in the language of the person, or else in English.
    static QStringList chapters();
};
