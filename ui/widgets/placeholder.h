// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAbstractScrollArea;
class QLabel;
class QPushButton;

//! What a view says in its middle when it has no rows: one sentence and at most one button.
class Placeholder : public QWidget
{
    Q_OBJECT

public:
    explicit Placeholder(QAbstractScrollArea *view);

    //! Shows \a sentence, with a button when \a buttonText is not empty; an empty sentence hides it all.
    void say(const QString &sentence, const QString &buttonText = {});
    QString sentence() const;

signals:
    void buttonClicked();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fill();

    QAbstractScrollArea *m_view;
    QLabel *m_label;
    QPushButton *m_button;
};
