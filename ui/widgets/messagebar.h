// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

//! One line above or below what it is about: what went wrong, in words, with at most one button. Closed by the person.
class MessageBar : public QWidget
{
    Q_OBJECT

public:
    explicit MessageBar(const QString &objectName, QWidget *parent = nullptr);

    //! Shows \a text, which may come from a server; an empty one hides the bar.
    void say(const QString &text, const QString &buttonText = {});
    QString text() const;

signals:
    void buttonClicked();

private:
    QLabel *m_icon;
    QLabel *m_label;
    QPushButton *m_button;
};
