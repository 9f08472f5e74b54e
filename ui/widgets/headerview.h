// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHeaderView>

//! A header whose words stand above those of the cells, which have more room at their ends (RowDelegate).
class HeaderView : public QHeaderView
{
    Q_OBJECT

public:
    explicit HeaderView(QWidget *parent = nullptr);

protected:
    void paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const override;
};
