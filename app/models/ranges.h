// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

//! Rows from the first to the last.
struct Range
{
    int first;
    int last;

    int count() const { return last - first + 1; }
};

//! The runs of neighbours among \a rows, which ascend and may repeat.
inline QList<Range> rangesOf(const QList<int> &rows)
{
    QList<Range> ranges;
    for (const int row : rows) {
        if (!ranges.isEmpty() && row <= ranges.last().last + 1)
            ranges.last().last = row;
        else
            ranges.append({row, row});
    }
    return ranges;
}
