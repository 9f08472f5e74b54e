// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/pagedmodel.h"

#include "app/models/ranges.h"

#include <algorithm>
#include <numeric>

namespace {

//! Views handle this many ranges one by one; beyond, one change of the layout is cheaper for them.
constexpr qsizetype maxRanges = 32;

QList<bool> marked(const QList<int> &rows, int size)
{
    QList<bool> marks(size, false);
    for (const int row : rows)
        marks[row] = true;
    return marks;
}

int sizeFor(const QList<int> &a, const QList<int> &b)
{
    int size = 0;
    for (const auto *rows : {&a, &b}) {
        for (const int row : *rows)
            size = std::max(size, row + 1);
    }
    return size;
}

} // namespace

void PagedModel::setList(PagedListBase &list)
{
    m_list = &list;
    connect(&list, &PagedListBase::inserted, this, &PagedModel::listInserted);
    connect(&list, &PagedListBase::aboutToRemoveAll, this, &PagedModel::listAboutToRemove);
    connect(&list, &PagedListBase::removed, this, &PagedModel::listRemoved);
    connect(&list, &PagedListBase::changed, this, &PagedModel::listChanged);
    connect(&list, &PagedListBase::stateChanged, this, &PagedModel::listStateChanged);
}

void PagedModel::reload()
{
    m_reloading = true;
    m_list->reload();
}

QModelIndex PagedModel::index(int row, int column, const QModelIndex &parent) const
{
    return hasIndex(row, column, parent) ? createIndex(row, column) : QModelIndex();
}

QModelIndex PagedModel::parent(const QModelIndex &) const
{
    return {};
}

int PagedModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

bool PagedModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_list->canFetchMore();
}

void PagedModel::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent))
        m_list->fetchMore();
}

void PagedModel::sort(int column, Qt::SortOrder order)
{
    m_sortColumn = column;
    m_sortOrder = order;
    arrange();
    if (column >= 0)
        fetchAll();
}

void PagedModel::refilter()
{
    arrange();
    fetchAll();
}

int PagedModel::shownRow(int listRow) const
{
    if (m_place.isEmpty() && !m_shown.isEmpty()) {
        m_place.fill(-1, loaded());
        for (int row = 0; row < m_shown.size(); ++row)
            m_place[m_shown.at(row)] = row;
    }
    return m_place.value(listRow, -1);
}

void PagedModel::beginOtherList()
{
    beginResetModel();
    setShown({});
    m_reloading = false;
}

void PagedModel::endOtherList()
{
    endResetModel();
    emit stateChanged();
    emit countsChanged();
}

void PagedModel::listInserted(int first, int last)
{
    const int count = last - first + 1;
    if (last + 1 < loaded()) {
        for (int &row : m_shown)
            row += row >= first ? count : 0;
        m_place.clear();
    }
    QList<int> rows;
    for (int row = first; row <= last; ++row) {
        if (accepts(row))
            rows.append(row);
    }
    insertInOrder(rows);
    emit countsChanged();
}

//! Each between two rows that are shown already; a page is a hundred rows, and the views are told of each place.
void PagedModel::insertInOrder(QList<int> rows)
{
    const auto before = [this](int left, int right) { return comesBefore(left, right); };
    std::stable_sort(rows.begin(), rows.end(), before);
    while (!rows.isEmpty()) {
        // Rows that changed since they were sorted may be out of order; any place is as good as another then.
        const auto place = std::upper_bound(m_shown.cbegin(), m_shown.cend(), rows.last(), before);
        const bool isFirst = place == m_shown.cbegin();
        const auto run = isFirst ? rows.cbegin() : std::upper_bound(rows.cbegin(), rows.cend(), *(place - 1), before);
        const int count = std::max(1, static_cast<int>(rows.cend() - run));
        const int at = static_cast<int>(place - m_shown.cbegin());
        beginInsertRows({}, at, at + count - 1);
        m_shown.insert(at, count, -1);
        std::copy(rows.cend() - count, rows.cend(), m_shown.begin() + at);
        m_place.clear();
        endInsertRows();
        rows.remove(rows.size() - count, count);
    }
}

void PagedModel::listAboutToRemove(const QList<int> &rows)
{
    const auto goes = marked(rows, loaded());
    QList<int> rest;
    std::copy_if(m_shown.cbegin(), m_shown.cend(), std::back_inserter(rest), [&](int row) { return !goes.at(row); });
    show(rest);
}

void PagedModel::listRemoved(int first, int last)
{
    const int count = last - first + 1;
    for (int &row : m_shown)
        row -= row > last ? count : 0;
    m_place.clear();
    emit countsChanged();
}

void PagedModel::listChanged(int first, int last)
{
    QList<int> rows;
    for (int row = first; row <= last; ++row) {
        if (const int place = shownRow(row); place >= 0)
            rows.append(place);
    }
    std::sort(rows.begin(), rows.end());
    const auto ranges = rangesOf(rows);
    for (const Range &range : ranges)
        emit dataChanged(index(range.first, 0), index(range.last, columnCount() - 1));
}

void PagedModel::listStateChanged()
{
    if (m_reloading && state() != LoadState::Loading) {
        m_reloading = false;
        arrange();
    }
    emit stateChanged();
    emit countsChanged();
}

bool PagedModel::comesBefore(int left, int right) const
{
    if (m_sortColumn < 0)
        return left < right;
    return m_sortOrder == Qt::AscendingOrder ? lessThan(left, right, m_sortColumn)
                                             : lessThan(right, left, m_sortColumn);
}

void PagedModel::arrange()
{
    QList<int> rows;
    for (int row = 0; row < loaded(); ++row) {
        if (accepts(row))
            rows.append(row);
    }
    if (m_sortColumn >= 0) {
        sortAscending(rows, m_sortColumn);
        if (m_sortOrder == Qt::DescendingOrder)
            std::reverse(rows.begin(), rows.end());
    }
    show(rows);
}

//! Brings the views from the rows they show to \a rows, with as few signals as that takes.
void PagedModel::show(const QList<int> &rows)
{
    hideMissing(rows);
    showMissing(rows);
    // Not operator!=: that of QList hands null to memcmp() when both are empty.
    if (!std::equal(m_shown.cbegin(), m_shown.cend(), rows.cbegin(), rows.cend()))
        permute(rows);
}

void PagedModel::hideMissing(const QList<int> &wanted)
{
    const auto keep = marked(wanted, sizeFor(m_shown, wanted));
    QList<int> kept;
    QList<int> hidden;
    QList<int> places;
    for (int place = 0; place < m_shown.size(); ++place) {
        const int row = m_shown.at(place);
        (keep.at(row) ? kept : hidden).append(row);
        if (!keep.at(row))
            places.append(place);
    }
    auto ranges = rangesOf(places);
    if (ranges.size() > maxRanges) {
        permute(kept + hidden);
        ranges = {{static_cast<int>(kept.size()), static_cast<int>(m_shown.size()) - 1}};
    }
    for (auto range = ranges.crbegin(); range != ranges.crend(); ++range) {
        beginRemoveRows({}, range->first, range->last);
        m_shown.remove(range->first, range->count());
        m_place.clear();
        endRemoveRows();
    }
}

void PagedModel::showMissing(const QList<int> &wanted)
{
    const auto here = marked(m_shown, sizeFor(m_shown, wanted));
    QList<int> old;
    QList<int> added;
    QList<int> places;
    for (int place = 0; place < wanted.size(); ++place) {
        const int row = wanted.at(place);
        (here.at(row) ? old : added).append(row);
        if (!here.at(row))
            places.append(place);
    }
    if (added.isEmpty())
        return;
    auto ranges = rangesOf(places);
    const bool atTheEnd = ranges.size() > maxRanges || old != m_shown;
    if (atTheEnd) // and permuted afterwards
        ranges = {{static_cast<int>(m_shown.size()), static_cast<int>(wanted.size()) - 1}};
    qsizetype next = 0;
    for (const Range &range : std::as_const(ranges)) {
        beginInsertRows({}, range.first, range.last);
        m_shown.insert(range.first, range.count(), -1);
        std::copy_n(added.cbegin() + next, range.count(), m_shown.begin() + range.first);
        m_place.clear();
        endInsertRows();
        next += range.count();
    }
}

//! The same rows in another order.
void PagedModel::permute(const QList<int> &rows)
{
    emit layoutAboutToBeChanged({}, VerticalSortHint);
    const auto before = persistentIndexList();
    QList<int> listRows;
    for (const QModelIndex &index : before)
        listRows.append(m_shown.at(index.row()));
    setShown(rows);
    QModelIndexList after;
    for (qsizetype i = 0; i < before.size(); ++i)
        after.append(createIndex(shownRow(listRows.at(i)), before.at(i).column()));
    changePersistentIndexList(before, after);
    emit layoutChanged({}, VerticalSortHint);
}

void PagedModel::setShown(const QList<int> &rows)
{
    m_shown = rows;
    m_place.clear();
}
