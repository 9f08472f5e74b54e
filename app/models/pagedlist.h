// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/page.h"
#include "app/models/pagedlistbase.h"
#include "app/models/ranges.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <functional>
#include <memory>
#include <vector>

//! The rows of a list that a server gives page by page, merged by their `id`.
template <typename T>
class PagedList : public PagedListBase
{
public:
    using Request = std::function<Call<Page<T>> *(int page, int limit)>;

    explicit PagedList(QObject *parent = nullptr)
        : PagedListBase(parent)
    { }

    //! Forgets everything, without a signal, and reads by \a request from now on; null for an empty list.
    void open(Request request)
    {
        m_rows.clear();
        m_index.clear();
        m_indexed = 0;
        m_request = std::move(request);
        reset(!m_request);
    }

    bool isOpen() const { return static_cast<bool>(m_request); }
    int size() const { return static_cast<int>(m_rows.size()); }
    const T &at(int row) const { return *m_rows.at(static_cast<size_t>(row)); }

    //! -1 when there is no such row.
    int indexOf(const QString &id) const
    {
        for (; m_indexed < size(); ++m_indexed)
            m_index.insert(at(m_indexed).id, m_indexed);
        return m_index.value(id, -1);
    }

    //! Takes \a row over the one with its id; false when there is none.
    bool replace(const T &row)
    {
        const int place = indexOf(row.id);
        if (place < 0)
            return false;
        m_touched.insert(row.id);
        if (at(place) != row) {
            set(place, row);
            emit changed(place, place);
        }
        return true;
    }

    //! Adds \a rows, which the server has as well and which are not here yet, before the row \a at.
    void insert(int at, const QList<T> &rows)
    {
        for (const T &row : rows) {
            m_seen.insert(row.id);
            m_touched.insert(row.id);
        }
        addToTotal(rows.size());
        if (at < m_cursor)
            m_cursor += static_cast<int>(rows.size());
        insertRows(at, rows);
    }

    //! Makes \a rows, in their order, what is here; for a list that is not read from a server.
    void assign(const QList<T> &rows)
    {
        beginPass(true);
        m_touched.clear();
        merge({rows, rows.size()});
        removeUnseen();
    }

    void remove(const QString &id)
    {
        m_touched.insert(id);
        const int row = indexOf(id);
        if (row < 0)
            return;
        addToTotal(-1);
        removeRows({row});
    }

private:
    struct Gap
    {
        int at;
        QList<T> rows;
    };

    void requestPage(int page) final
    {
        m_touched.clear();
        m_call = m_request(page, pageSize)->then(this, [this](const Result<Page<T>> &result) {
            if (result)
                pageArrived(merge(result.value()));
            else
                pageFailed(result.error());
        });
    }

    void beginPass(bool forget) final
    {
        m_cursor = 0;
        if (forget)
            m_seen.clear();
    }

    qint64 seenRows() const final { return m_seen.size(); }
    qint64 unseenRows() const final { return size() - m_seen.size(); }

    void removeUnseen() final
    {
        QList<int> rows;
        for (int row = 0; row < size(); ++row) {
            if (!m_seen.contains(at(row).id))
                rows.append(row);
        }
        removeRows(rows);
    }

    //! Changes rows in place and puts new ones behind the row they follow on the server.
    Arrival merge(const Page<T> &page)
    {
        Arrival arrival{page.items.size(), page.total, false};
        QList<int> changedRows;
        QList<Gap> gaps;
        int place = m_cursor;
        for (const T &item : page.items) {
            const int row = indexOf(item.id);
            const bool touched = m_touched.contains(item.id);
            if (row < 0 && (touched || m_seen.contains(item.id)))
                continue; // removed here since the page was asked for, or twice in it
            arrival.metKnownRows = arrival.metKnownRows || (row >= 0 && !m_seen.contains(item.id));
            m_seen.insert(item.id);
            if (row >= 0) {
                if (!touched && at(row) != item) {
                    set(row, item);
                    changedRows.append(row);
                }
                place = row + 1;
            } else if (!gaps.isEmpty() && gaps.last().at == place) {
                gaps.last().rows.append(item);
            } else {
                gaps.append({place, {item}});
            }
        }
        m_cursor = place;
        tellChanged(changedRows);
        fill(gaps);
        return arrival;
    }

    void set(int row, const T &value) { m_rows[static_cast<size_t>(row)] = std::make_shared<const T>(value); }

    void tellChanged(QList<int> &rows)
    {
        std::sort(rows.begin(), rows.end());
        const auto ranges = rangesOf(rows);
        for (const Range &range : ranges)
            emit changed(range.first, range.last);
    }

    //! From the last to the first, so that the places of the others stay right.
    void fill(QList<Gap> &gaps)
    {
        std::reverse(gaps.begin(), gaps.end());
        std::stable_sort(gaps.begin(), gaps.end(), [](const Gap &a, const Gap &b) { return a.at > b.at; });
        for (const Gap &gap : gaps) {
            m_cursor += static_cast<int>(gap.rows.size()); // none is behind it
            insertRows(gap.at, gap.rows);
        }
    }

    void insertRows(int first, const QList<T> &rows)
    {
        const int count = static_cast<int>(rows.size());
        emit aboutToInsert(first, first + count - 1);
        m_rows.insert(m_rows.begin() + first, static_cast<size_t>(count), nullptr);
        std::transform(rows.cbegin(), rows.cend(), m_rows.begin() + first,
                       [](const T &row) { return std::make_shared<const T>(row); });
        m_indexed = std::min(m_indexed, first);
        emit inserted(first, first + count - 1);
    }

    void removeRows(const QList<int> &rows)
    {
        if (rows.isEmpty())
            return;
        emit aboutToRemoveAll(rows);
        const auto ranges = rangesOf(rows);
        for (auto range = ranges.crbegin(); range != ranges.crend(); ++range)
            removeRange(range->first, range->last);
    }

    void removeRange(int first, int last)
    {
        emit aboutToRemove(first, last);
        for (int row = first; row <= last; ++row) {
            m_index.remove(at(row).id);
            m_seen.remove(at(row).id);
        }
        m_rows.erase(m_rows.begin() + first, m_rows.begin() + last + 1);
        m_indexed = std::min(m_indexed, first);
        m_cursor = m_cursor > last ? m_cursor - (last - first + 1) : std::min(m_cursor, first);
        emit removed(first, last);
    }

    Request m_request;
    std::vector<std::shared_ptr<const T>> m_rows; //!< Pointers, since thousands may go from the middle.
    mutable QHash<QString, int> m_index; //!< Right for the rows before m_indexed.
    mutable int m_indexed = 0;
    QSet<QString> m_seen; //!< Ids met by this reading; all of them are in m_rows.
    QSet<QString> m_touched; //!< Put or removed here while a page is on its way: what that page says of them is older.
    int m_cursor = 0; //!< Where new rows of this pass belong: behind the last one met.
};
