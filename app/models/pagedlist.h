// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/page.h"
#include "app/models/pagedlistbase.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <functional>

//! The rows of a list that a server gives page by page, merged by `id`.
template <typename T>
class PagedList : public PagedListBase
{
public:
    using Request = std::function<Call<Page<T>> *(int page, int limit)>;

    explicit PagedList(QObject *parent = nullptr)
        : PagedListBase(parent)
    { }

    //! Forgets everything without a signal and reads from \a request from now on; null for an empty list.
    void open(Request request);

    int size() const { return static_cast<int>(m_rows.size()); }
    const T &at(int row) const { return m_rows.at(row); }
    int indexOf(const QString &id) const; //!< -1 when there is no such row.

    //! Takes \a row over the one with its id; false when there is none.
    bool replace(const T &row);
    //! Adds \a rows that the server has as well, before the row \a at.
    void insert(int at, const QList<T> &rows);
    void remove(const QString &id);

private:
    void requestPage(int page) final;
    void beginPass() final;
    qint64 seenInPass() const final { return m_seen.size(); }
    qint64 unseenRows() const final;
    void removeUnseen() final;
    Arrival merge(const Page<T> &page);
    void insertRows(int at, const QList<T> &rows);
    void removeRows(int first, int last);

    Request m_request;
    QList<T> m_rows;
    mutable QHash<QString, int> m_index; //!< Right for the rows before m_indexed.
    mutable int m_indexed = 0;
    QSet<QString> m_seen; //!< Ids met in this pass.
    QSet<QString> m_touched; //!< Ids put or removed here while a page is on its way: that page is older.
    int m_cursor = 0; //!< Where new rows of this pass belong: behind the last one met.
    int m_knownUnseen = 0;
};
