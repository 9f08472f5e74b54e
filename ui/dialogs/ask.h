// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

class QMessageBox;
class QWidget;

//! Questions that wait for their answer without holding up anything else.
namespace dialogs {

//! Asks \a question, with \a details below it, and calls \a then when the person chooses \a button rather than Cancel.
//! Both texts are shown as they are. The box is open already; more buttons can be added.
QMessageBox *ask(QWidget *parent, const QString &question, const QString &details, const QString &button,
                 const std::function<void()> &then);

//! What is done after askToSave(); each may be empty.
struct UnsavedAnswers
{
    std::function<void()> save{};
    std::function<void()> discard{};
    std::function<void()> stay{};
};

//! Asks what is to become of what is not saved: save it, discard it or go on editing.
void askToSave(QWidget *parent, const QString &question, const QString &details, const UnsavedAnswers &answers);

} // namespace dialogs
