// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/call.h"

#include <QPointer>

//! How far a list that is read page by page has come.
enum class LoadState {
    Idle, //!< There is more; nobody has asked for it yet.
    Loading, //!< A page is on its way.
    Failed, //!< The last page did not come; PagedListBase::error() says why, fetchMore() tries again.
    Complete, //!< Everything the server has is here.
};

//! The part of PagedList that needs no row type: which page comes next, and when all are there.
//! Servers lose and repeat rows between pages while somebody adds or deletes, so rows are merged by id, counted against
//! `total`, and read again (a bounded number of times) when some are missing. What servers say in `has_more` is wrong
//! (recordings/1.15.0/findings.md, 31) and not looked at.
class PagedListBase : public QObject
{
    Q_OBJECT

public:
    static constexpr int pageSize = 100; //!< The most any server gives.

    LoadState state() const { return m_state; }
    const ApiError &error() const { return m_error; } //!< Of the last failure.
    qint64 total() const { return m_total; } //!< Rows on the server; -1 until it has said so.

    bool canFetchMore() const { return m_state == LoadState::Idle; }
    //! Asks for the next page, or again for the one that failed.
    void fetchMore();
    //! Fetches page after page until all are here.
    void fetchAll();
    //! Reads again what is here. Rows stay; what changed, came or went is told when it is known.
    void reload();

signals:
    void stateChanged();
    void aboutToInsert(int first, int last);
    void inserted(int first, int last);
    //! Before they go, range by range: all of them, ascending.
    void aboutToRemoveAll(const QList<int> &rows);
    void aboutToRemove(int first, int last);
    void removed(int first, int last);
    void changed(int first, int last);

protected:
    using QObject::QObject;

    //! What one page brought.
    struct Arrival
    {
        qint64 items = 0;
        qint64 total = -1;
        bool metKnownRows = false; //!< At least one row that was here before this reading began.
    };

    virtual void requestPage(int page) = 0;
    //! The reading starts at the first page again; \a forget what it has met so far.
    virtual void beginPass(bool forget) = 0;
    virtual qint64 seenRows() const = 0; //!< Rows met by this reading.
    virtual qint64 unseenRows() const = 0; //!< Rows here that this reading has not met.
    virtual void removeUnseen() = 0;
    void pageArrived(const Arrival &arrival);
    void pageFailed(const ApiError &error);
    void addToTotal(qint64 rows);
    void reset(bool empty);

    QPointer<CallBase> m_call; //!< The page on its way, if any.

private:
    void startPass(bool forget);
    void request();
    void endReached(qint64 total);
    void setState(LoadState state);

    LoadState m_state = LoadState::Complete;
    ApiError m_error;
    qint64 m_total = -1;
    qint64 m_passTotal = -1; //!< What the server said last in this pass.
    qint64 m_received = 0; //!< Items of this pass, repeated ones too.
    int m_nextPage = 1;
    int m_passes = 1;
    bool m_again = false; //!< Reading over rows that are here already.
    bool m_met = false; //!< This pass has met one of them.
    bool m_shrank = false; //!< `total` fell during this pass: a row may have slipped through between two pages.
    bool m_all = false;
    bool m_closed = true; //!< There is nothing to read from.
};
