// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/statuscolors.h"
#include "ui/widgets/rowdelegate.h"

//! What a status cell shows: a dot and a word; while something moves, a 4 px bar under the word, in the same row
//! height.
struct StatusCell
{
    statuscolors::Tone tone = statuscolors::Tone::Off;
    QString text;
    double progress = -1; //!< 0 to 1; below 0: no bar.
};

//! Draws status cells. Where they come from is the page's business: every model has its own roles.
class StatusDelegate : public RowDelegate
{
    Q_OBJECT

public:
    using Reader = std::function<StatusCell(const QModelIndex &)>;

    explicit StatusDelegate(Reader reader, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    int reservedWidth() const override;

private:
    Reader m_reader;
};
