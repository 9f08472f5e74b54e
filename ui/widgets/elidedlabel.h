// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

//! One line of plain text that is cut with an ellipsis where there is no room; its tooltip then has all of it.
class ElidedLabel : public QLabel
{
    Q_OBJECT

public:
    explicit ElidedLabel(const QString &objectName, QWidget *parent = nullptr);

    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    QString elided() const;
};
