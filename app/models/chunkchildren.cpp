// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/chunkchildren.h"

void ChunkChildren::open(Request request)
{
    m_lists.clear();
    m_request = std::move(request);
}

void ChunkChildren::add(const Chunk &chunk)
{
    if (chunk.children.isEmpty())
        return;
    auto list = std::make_unique<List>();
    list->assign(chunk.children);
    insert(chunk.id, std::move(list));
}

void ChunkChildren::take(const Chunk &chunk)
{
    List *list = find(chunk.id);
    if (list && list->isOpen())
        return list->reload();
    if (!list && chunk.children.isEmpty())
        return;
    (list ? *list : insert(chunk.id, std::make_unique<List>())).assign(chunk.children);
}

int ChunkChildren::count(const QString &chunkId) const
{
    const List *list = find(chunkId);
    return list ? list->size() : 0;
}

int ChunkChildren::indexOf(const QString &chunkId, const QString &childId) const
{
    const List *list = find(chunkId);
    return list ? list->indexOf(childId) : -1;
}

qint64 ChunkChildren::total(const QString &chunkId) const
{
    const List *list = find(chunkId);
    if (!list)
        return m_request ? -1 : 0;
    return list->isOpen() ? list->total() : list->size();
}

bool ChunkChildren::canFetchMore(const QString &chunkId) const
{
    const List *list = find(chunkId);
    return list ? list->canFetchMore() || list->state() == LoadState::Failed : static_cast<bool>(m_request);
}

void ChunkChildren::fetchMore(const QString &chunkId)
{
    if (List *list = find(chunkId))
        list->fetchMore();
    else if (m_request)
        read(chunkId).fetchMore();
}

void ChunkChildren::fetchAll(const QString &chunkId)
{
    if (List *list = find(chunkId))
        list->fetchAll();
    else if (m_request)
        read(chunkId).fetchAll();
}

void ChunkChildren::reload(const QString &chunkId)
{
    if (List *list = find(chunkId); list && list->isOpen())
        list->reload();
}

void ChunkChildren::put(const QString &chunkId, const ChildChunk &child)
{
    List *list = find(chunkId);
    if (!list && m_request)
        return fetchAll(chunkId); // it comes with the others
    List &children = list ? *list : insert(chunkId, std::make_unique<List>());
    if (children.replace(child))
        return;
    int row = children.size();
    while (row > 0 && children.at(row - 1).position > child.position)
        --row;
    children.insert(row, {child});
}

void ChunkChildren::remove(const QString &chunkId, const QString &childId)
{
    if (List *list = find(chunkId))
        list->remove(childId);
}

ChunkChildren::List *ChunkChildren::find(const QString &chunkId) const
{
    const auto found = m_lists.find(chunkId);
    return found == m_lists.end() ? nullptr : found->second.get();
}

ChunkChildren::List &ChunkChildren::read(const QString &chunkId)
{
    auto list = std::make_unique<List>();
    list->open([this, chunkId](int page, int limit) { return m_request(chunkId, page, limit); });
    return insert(chunkId, std::move(list));
}

ChunkChildren::List &ChunkChildren::insert(const QString &chunkId, std::unique_ptr<List> owned)
{
    List &list = *owned;
    m_lists[chunkId] = std::move(owned);
    connect(&list, &PagedListBase::aboutToInsert, this,
            [this, chunkId](int first, int last) { emit aboutToInsert(chunkId, first, last); });
    connect(&list, &PagedListBase::inserted, this, &ChunkChildren::inserted);
    connect(&list, &PagedListBase::aboutToRemove, this,
            [this, chunkId](int first, int last) { emit aboutToRemove(chunkId, first, last); });
    connect(&list, &PagedListBase::removed, this, &ChunkChildren::removed);
    connect(&list, &PagedListBase::changed, this,
            [this, chunkId](int first, int last) { emit changed(chunkId, first, last); });
    connect(&list, &PagedListBase::stateChanged, this, [this, &list, chunkId] {
        if (list.state() == LoadState::Failed)
            emit failed(list.error());
        emit stateChanged(chunkId);
    });
    return list;
}
