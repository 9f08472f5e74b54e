// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/pagedlistbase.h"

#include <QAbstractItemModel>

//! A flat model over a PagedList, which it shows sorted and filtered. The API can do neither over a whole list, so both
//! start fetching the rest. Rows that change keep their place until sort(), a filter or reload() is asked for; nothing
//! but another list ever resets the model, so selection and current row survive.
class PagedModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    LoadState state() const { return m_list->state(); }
    const ApiError &error() const { return m_list->error(); }
    qint64 total() const { return m_list->total(); } //!< Rows on the server; -1 until it has said so.
    virtual int loaded() const = 0; //!< Rows that are here, whatever the filter shows.

    //! Fetches the rest in the background.
    void fetchAll() { m_list->fetchAll(); }
    //! Reads everything that is here again, keeps the rows and shows what changed.
    void reload();
    //! Tries again after LoadState::Failed.
    void retry() { m_list->fetchMore(); }

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;
    //! \a column -1 is the server's order.
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;
    int sortColumn() const { return m_sortColumn; }
    Qt::SortOrder sortOrder() const { return m_sortOrder; }

signals:
    void stateChanged();
    void countsChanged(); //!< loaded(), total() or a count of the subclass.

protected:
    using QAbstractItemModel::QAbstractItemModel;

    //! To be called once, in the constructor, with the list that the subclass owns.
    void setList(PagedListBase &list);

    //! The order of two rows of the list in \a column, ascending.
    virtual bool lessThan(int left, int right, int column) const = 0;
    //! As lessThan(), for all \a rows at once and quick.
    virtual void sortAscending(QList<int> &rows, int column) const = 0;
    virtual bool accepts(int row) const = 0; //!< Whether the filter shows this row of the list.
    //! To be called when accepts() answers otherwise than before.
    void refilter();

    int listRow(const QModelIndex &index) const { return m_shown.at(index.row()); }
    int shownRow(int listRow) const; //!< -1 when the filter hides it.
    //! To be called around replacing the list by another one.
    void beginOtherList();
    void endOtherList();

private:
    void listInserted(int first, int last);
    void insertInOrder(QList<int> rows);
    void listAboutToRemove(const QList<int> &rows);
    void listRemoved(int first, int last);
    void listChanged(int first, int last);
    void listStateChanged();
    bool comesBefore(int left, int right) const;
    void arrange();
    void show(const QList<int> &rows);
    void hideMissing(const QList<int> &wanted);
    void showMissing(const QList<int> &wanted);
    void permute(const QList<int> &rows);
    void setShown(const QList<int> &rows);

    PagedListBase *m_list = nullptr;
    QList<int> m_shown; //!< Rows of the list in the order of the views.
    mutable QList<int> m_place; //!< The inverse; empty when it has to be made anew.
    int m_sortColumn = -1;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    bool m_reloading = false;
};
