// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

//! One line of plain text that is cut with an ellipsis where there is no room; its tooltip then has all of it.
class ElidedLabel : public QLabel
{
    Q_OBJECT

public:
    explicit ElidedLabel(const QString &objectName, QWidget *parent = nullptr);

    //! Where the ellipsis stands: at the right unless told.
    void setElideMode(Qt::TextElideMode mode) { m_elideMode = mode; }
    QString shownText() const; //!< The text as it is cut now.

    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    Qt::TextElideMode m_elideMode = Qt::ElideRight;
};
