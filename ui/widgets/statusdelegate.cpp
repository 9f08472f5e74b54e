// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/statusdelegate.h"

#include <QApplication>
#include <QPainter>

namespace {

constexpr int margin = 8;
constexpr int dotSize = 8;
constexpr int textStart = margin + dotSize + 8;
constexpr int barHeight = 4;

void paintBar(QPainter *painter, const QRect &text, const QRect &cell, double progress, const QColor &color)
{
    QRectF bar(text.left(), cell.bottom() - barHeight, text.width(), barHeight);
    QColor rest = color;
    rest.setAlphaF(0.25F);
    painter->setBrush(rest);
    painter->drawRoundedRect(bar, barHeight / 2., barHeight / 2.);
    bar.setWidth(bar.width() * std::clamp(progress, 0., 1.));
    painter->setBrush(color);
    painter->drawRoundedRect(bar, barHeight / 2., barHeight / 2.);
}

} // namespace

StatusDelegate::StatusDelegate(Reader reader, QObject *parent)
    : RowDelegate(parent)
    , m_reader(std::move(reader))
{ }

int StatusDelegate::reservedWidth() const
{
    return textStart;
}

void StatusDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem background = option;
    initStyleOption(&background, index);
    background.text.clear();
    background.icon = {};
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &background, painter, option.widget);

    const StatusCell cell = m_reader(index);
    if (cell.text.isEmpty())
        return;
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const auto group = option.state.testFlag(QStyle::State_Active) ? QPalette::Active : QPalette::Inactive;
    const QColor textColor = option.palette.color(group, selected ? QPalette::HighlightedText : QPalette::Text);
    const QColor color = selected ? textColor : statuscolors::color(cell.tone, option.palette);

    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    const QRect &rect = option.rect;
    const QRect text = style->visualRect(option.direction, rect, rect.adjusted(textStart, 0, -margin, 0));
    const QRect dot
        = style->visualRect(option.direction, rect,
                            QRect(rect.left() + margin, rect.top() + (rect.height() - dotSize) / 2, dotSize, dotSize));
    painter->setBrush(color);
    painter->drawEllipse(dot);
    if (cell.progress >= 0)
        paintBar(painter, text, rect, cell.progress, color);
    painter->setPen(textColor);
    painter->setFont(option.font);
    const QString elided = option.fontMetrics.elidedText(cell.text, Qt::ElideRight, text.width());
    style->drawItemText(painter, text, Qt::AlignVCenter | Qt::AlignLeading | Qt::TextSingleLine, option.palette, true,
                        elided);
    painter->restore();
}
