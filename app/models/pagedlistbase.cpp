// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/pagedlistbase.h"

namespace {
constexpr int maxPasses = 3;
}

void PagedListBase::fetchMore()
{
    if (m_state == LoadState::Idle || m_state == LoadState::Failed)
        request();
}

void PagedListBase::fetchAll()
{
    m_all = true;
    fetchMore();
}

void PagedListBase::reload()
{
    if (m_closed)
        return;
    if (m_state == LoadState::Complete)
        m_all = true;
    if (m_call)
        m_call->cancel();
    m_again = true;
    m_passes = 1;
    startPass(true);
}

void PagedListBase::startPass(bool forget)
{
    beginPass(forget);
    m_nextPage = 1;
    m_received = 0;
    m_passTotal = -1;
    m_shrank = false;
    m_met = false;
    request();
}

void PagedListBase::request()
{
    setState(LoadState::Loading);
    requestPage(m_nextPage);
}

void PagedListBase::pageArrived(const Arrival &arrival)
{
    ++m_nextPage;
    m_received += arrival.items;
    m_met = m_met || arrival.metKnownRows;
    m_shrank = m_shrank || arrival.total < m_passTotal;
    m_passTotal = arrival.total;
    if (arrival.total >= 0)
        m_total = arrival.total;

    const bool allReceived = arrival.total >= 0 ? m_received >= arrival.total : arrival.items < pageSize;
    if (arrival.items == 0 || allReceived)
        return endReached(arrival.total);

    // Behind new rows come those that are here; after a page without any of them the others must be gone.
    const bool overKnownRows = unseenRows() == 0 || (m_met && !arrival.metKnownRows);
    if (m_again && !m_all && overKnownRows) {
        removeUnseen();
        m_again = false;
    }
    if (m_again || m_all)
        request();
    else
        setState(LoadState::Idle);
}

void PagedListBase::endReached(qint64 total)
{
    const bool missing = m_shrank || seenRows() < total;
    if (missing && m_passes < maxPasses) {
        ++m_passes;
        m_again = true;
        m_all = true;
        return startPass(m_shrank);
    }
    removeUnseen();
    if (total < 0)
        m_total = seenRows();
    m_again = false;
    setState(LoadState::Complete);
}

void PagedListBase::pageFailed(const ApiError &error)
{
    m_error = error;
    setState(LoadState::Failed);
}

void PagedListBase::addToTotal(qint64 rows)
{
    if (m_total >= 0)
        m_total = qMax<qint64>(0, m_total + rows);
}

void PagedListBase::reset(bool empty)
{
    if (m_call)
        m_call->cancel();
    beginPass(true);
    m_closed = empty;
    m_state = empty ? LoadState::Complete : LoadState::Idle;
    m_error = {};
    m_total = -1;
    m_passTotal = -1;
    m_received = 0;
    m_nextPage = 1;
    m_passes = 1;
    m_again = m_met = m_shrank = m_all = false;
}

void PagedListBase::setState(LoadState state)
{
    if (m_state == state)
        return;
    m_state = state;
    emit stateChanged();
}
