// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/chunkdelegate.h"

#include "app/models/chunksmodel.h"
#include "ui/statuscolors.h"

#include <QApplication>
#include <QPainter>

namespace {

struct Mark
{
    QString word;
    statuscolors::Tone tone = statuscolors::Tone::Off;
};

Mark markOf(const QModelIndex &index)
{
    const QVariant status = index.data(ChunksModel::StatusRole);
    if (!status.isValid())
        return {}; // a child chunk shares its parent's fate
    switch (static_cast<Chunk::Status>(status.toInt())) {
    case Chunk::Status::Failed:
        return {ChunkDelegate::tr("Failed"), statuscolors::Tone::Bad};
    case Chunk::Status::Waiting:
    case Chunk::Status::Indexing:
        return {ChunkDelegate::tr("Indexing"), statuscolors::Tone::Busy};
    default:
        break;
    }
    return index.data(ChunksModel::EnabledRole).toBool() ? Mark() : Mark{ChunkDelegate::tr("Disabled")};
}

} // namespace

void ChunkDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem row = option;
    initStyleOption(&row, index);
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &row, painter, row.widget);

    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const QColor textColor = option.palette.color(selected ? QPalette::HighlightedText : QPalette::Text);
    const QColor quietColor = selected ? textColor : option.palette.color(QPalette::PlaceholderText);
    const QString number = index.data(ChunksModel::NumberRole).toString();
    const int numberWidth = option.fontMetrics.horizontalAdvance(QStringLiteral("0,000"));
    const Mark mark = markOf(index);
    QRect line = option.rect.adjusted(4, 0, -8, 0);

    painter->save();
    painter->setFont(option.font);
    painter->setPen(quietColor);
    painter->drawText(QRect(line.left(), line.top(),
                            std::max(numberWidth, option.fontMetrics.horizontalAdvance(number)), line.height()),
                      Qt::AlignRight | Qt::AlignVCenter, number);
    line.setLeft(line.left() + std::max(numberWidth, option.fontMetrics.horizontalAdvance(number)) + 8);
    if (!mark.word.isEmpty()) {
        painter->drawText(line, Qt::AlignRight | Qt::AlignVCenter, mark.word);
        line.setRight(line.right() - option.fontMetrics.horizontalAdvance(mark.word) - 6);
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(selected ? textColor : statuscolors::color(mark.tone, option.palette));
        painter->drawEllipse(line.right() - 6, line.center().y() - 2, 6, 6);
        line.setRight(line.right() - 14);
    }
    painter->setPen(mark.word.isEmpty() ? textColor : quietColor);
    const auto draw = [&](const QString &text) {
        painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                          option.fontMetrics.elidedText(text, Qt::ElideRight, line.width()));
        line.setLeft(line.left() + option.fontMetrics.horizontalAdvance(text));
    };
    draw(row.text);
    if (const QString answer = index.data(ChunksModel::AnswerRole).toString(); !answer.isEmpty() && line.width() > 0) {
        painter->setPen(quietColor);
        draw(QStringLiteral("  ") + answer.left(400).simplified());
    }
    painter->restore();
}
