// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/datasetdelegate.h"

#include "app/models/datasetsmodel.h"
#include "app/models/format.h"
#include "ui/icons.h"
#include "ui/statuscolors.h"
#include "ui/viewutil.h"

#include <QApplication>
#include <QPainter>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int margin = 8;
constexpr int markSize = 8;

struct Badge
{
    QString text;
    std::optional<statuscolors::Tone> tone; //!< A mark before the text.
};

bool isServer(const QModelIndex &index)
{
    return index.data(DatasetsModel::KindRole).toInt() == static_cast<int>(DatasetsModel::Kind::Server);
}

//! From the right end to the left.
QList<Badge> badgesOf(const QModelIndex &index)
{
    if (isServer(index)) {
        const bool starting
            = index.data(DatasetsModel::StateRole).toInt() == static_cast<int>(ServerRow::State::Starting);
        return starting ? QList<Badge>{{{}, statuscolors::Tone::Busy}} : QList<Badge>{};
    }
    QList<Badge> badges{{format::count(index.data(DatasetsModel::DocumentCountRole).toLongLong()), {}}};
    if (const int failed = index.data(DatasetsModel::FailedRole).toInt())
        badges.append({format::count(failed), statuscolors::Tone::Bad});
    if (const int indexing = index.data(DatasetsModel::IndexingRole).toInt())
        badges.append({format::count(indexing), statuscolors::Tone::Busy});
    return badges;
}

//! A triangle for what failed and a dot for what is on its way: there is no room for words, and a colour alone tells
//! nothing, least of all in a selected row. The tooltip has the words.
void drawMark(QPainter *painter, statuscolors::Tone tone, const QRectF &place)
{
    if (tone == statuscolors::Tone::Bad)
        painter->drawPolygon(QPolygonF{place.bottomLeft(), place.bottomRight(), {place.center().x(), place.top()}});
    else
        painter->drawEllipse(place.adjusted(1, 1, -1, -1));
}

} // namespace

QSize DatasetDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QSize size = RowDelegate::sizeHint(option, index);
    if (m_noticeHeight)
        size.rheight() += m_noticeHeight(index);
    return size;
}

void DatasetDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem row = option;
    initStyleOption(&row, index);
    const bool server = isServer(index);
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &row, painter, row.widget);

    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const QColor textColor = option.palette.color(selected ? QPalette::HighlightedText : QPalette::Text);
    const QColor quietColor = selected ? textColor : option.palette.color(QPalette::PlaceholderText);
    QRect line = option.rect;
    line.setHeight(viewutil::rowHeight(option.fontMetrics));
    line.adjust(4, 0, -margin, 0);

    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QList<Badge> badges = badgesOf(index);
    for (const Badge &badge : badges) {
        const int width = option.fontMetrics.horizontalAdvance(badge.text);
        painter->setPen(quietColor);
        painter->drawText(line, Qt::AlignRight | Qt::AlignVCenter, badge.text);
        line.setRight(line.right() - width - (badge.tone ? 4 : margin));
        if (!badge.tone)
            continue;
        painter->setPen(Qt::NoPen);
        painter->setBrush(selected ? textColor : statuscolors::color(*badge.tone, option.palette));
        drawMark(painter, *badge.tone,
                 QRectF(line.right() - markSize, line.center().y() - markSize / 2 + 1, markSize, markSize));
        line.setRight(line.right() - markSize - margin);
    }
    QFont font = option.font;
    if (server)
        font.setBold(true);
    painter->setFont(font);
    painter->setPen(textColor);
    painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                      QFontMetrics(font).elidedText(row.text, Qt::ElideRight, line.width()));
    painter->restore();
}
