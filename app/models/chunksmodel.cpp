// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/chunksmodel.h"

#include "app/api/childchunksapi.h"
#include "app/api/chunksapi.h"
#include "app/models/chunkroles.h"

#include <utility>

ChunksModel::ChunksModel(QObject *parent)
    : QAbstractItemModel(parent)
{
    connectChunks();
    connectChildren();
}

void ChunksModel::connectChunks()
{
    connect(&m_chunks, &PagedListBase::aboutToInsert, this,
            [this](int first, int last) { beginInsertRows({}, first, last); });
    connect(&m_chunks, &PagedListBase::inserted, this, &ChunksModel::rowsInserted);
    connect(&m_chunks, &PagedListBase::aboutToRemove, this, &ChunksModel::rowsAboutToGo);
    connect(&m_chunks, &PagedListBase::removed, this, &ChunksModel::rowsGone);
    connect(&m_chunks, &PagedListBase::changed, this, &ChunksModel::rowsChanged);
    connect(&m_chunks, &PagedListBase::stateChanged, this, &ChunksModel::stateChanged);
    connect(&m_chunks, &PagedListBase::stateChanged, this, &ChunksModel::countsChanged);
}

void ChunksModel::connectChildren()
{
    connect(&m_children, &ChunkChildren::aboutToInsert, this,
            [this](const QString &id, int first, int last) { beginInsertRows(indexOf(id), first, last); });
    connect(&m_children, &ChunkChildren::inserted, this, &ChunksModel::endInsertRows);
    connect(&m_children, &ChunkChildren::aboutToRemove, this,
            [this](const QString &id, int first, int last) { beginRemoveRows(indexOf(id), first, last); });
    connect(&m_children, &ChunkChildren::removed, this, &ChunksModel::endRemoveRows);
    connect(&m_children, &ChunkChildren::changed, this, [this](const QString &id, int first, int last) {
        const QModelIndex parent = indexOf(id);
        emit dataChanged(index(first, 0, parent), index(last, 0, parent));
    });
    connect(&m_children, &ChunkChildren::stateChanged, this, [this](const QString &id) {
        if (const QModelIndex parent = indexOf(id); parent.isValid())
            emit dataChanged(parent, parent); // whether it can be opened
    });
    connect(&m_children, &ChunkChildren::failed, this, &ChunksModel::childrenFailed);
}

ChunksModel::~ChunksModel() = default;

void ChunksModel::open(const ChunksApi &api, const QString &datasetId, const QString &documentId,
                       const ChildChunksApi *childApi)
{
    m_api = &api;
    m_datasetId = datasetId;
    m_documentId = documentId;
    m_keyword.clear();
    m_childApi = childApi;
    restart();
}

void ChunksModel::close()
{
    m_api = nullptr;
    m_childApi = nullptr;
    m_datasetId.clear();
    m_documentId.clear();
    m_keyword.clear();
    restart();
}

void ChunksModel::setKeyword(const QString &keyword)
{
    if (keyword == m_keyword)
        return;
    m_keyword = keyword;
    restart();
}

void ChunksModel::restart()
{
    beginResetModel();
    m_numbers.clear();
    m_numbered.clear();
    m_children.open(childRequest());
    if (m_api) {
        m_chunks.open(
            [this](int page, int limit) { return m_api->list(m_datasetId, m_documentId, page, limit, m_keyword); });
    } else {
        m_chunks.open({});
    }
    endResetModel();
    emit stateChanged();
    emit countsChanged();
}

ChunkChildren::Request ChunksModel::childRequest() const
{
    if (!m_childApi)
        return {};
    return [this](const QString &chunkId, int page, int limit) {
        return m_childApi->list({m_datasetId, m_documentId, chunkId}, page, limit);
    };
}

void ChunksModel::rowsInserted(int first, int last)
{
    for (int row = first; row <= last; ++row)
        m_children.add(m_chunks.at(row));
    endInsertRows();
    emit countsChanged();
}

void ChunksModel::rowsAboutToGo(int first, int last)
{
    beginRemoveRows({}, first, last);
    for (int row = first; row <= last; ++row)
        m_going.append(m_chunks.at(row).id);
}

void ChunksModel::rowsGone()
{
    for (const QString &id : std::exchange(m_going, {}))
        m_children.forget(id);
    endRemoveRows();
    emit countsChanged();
}

void ChunksModel::rowsChanged(int first, int last)
{
    for (int row = first; row <= last; ++row)
        m_children.take(m_chunks.at(row));
    emit dataChanged(chunkIndex(first), chunkIndex(last));
}

const Chunk *ChunksModel::chunk(const QModelIndex &index) const
{
    const int row = index.isValid() ? chunkRow(index) : -1;
    return row < 0 ? nullptr : &m_chunks.at(row);
}

const ChildChunk *ChunksModel::childChunk(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == 0)
        return nullptr;
    const QString &chunkId = chunkIdOf(index);
    return index.row() < m_children.count(chunkId) ? &m_children.at(chunkId, index.row()) : nullptr;
}

QModelIndex ChunksModel::indexOf(const QString &chunkId) const
{
    const int row = m_chunks.indexOf(chunkId);
    return row < 0 ? QModelIndex() : chunkIndex(row);
}

QModelIndex ChunksModel::indexOfChild(const QString &chunkId, const QString &childId) const
{
    const int row = m_children.indexOf(chunkId, childId);
    return row < 0 ? QModelIndex() : index(row, 0, indexOf(chunkId));
}

void ChunksModel::put(const Chunk &chunk)
{
    if (m_chunks.replace(chunk))
        return;
    int row = m_chunks.size();
    while (row > 0 && m_chunks.at(row - 1).position > chunk.position)
        --row;
    m_chunks.insert(row, {chunk});
}

void ChunksModel::remove(const QString &chunkId)
{
    m_chunks.remove(chunkId);
}

QModelIndex ChunksModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? numberOf(m_chunks.at(parent.row()).id) : quintptr(0));
}

QModelIndex ChunksModel::parent(const QModelIndex &child) const
{
    if (child.internalId() == 0)
        return {};
    const int row = chunkRow(child);
    return row < 0 ? QModelIndex() : chunkIndex(row);
}

int ChunksModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return m_chunks.size();
    if (parent.internalId() != 0 || parent.column() != 0)
        return 0;
    return m_children.count(m_chunks.at(parent.row()).id);
}

int ChunksModel::columnCount(const QModelIndex &) const
{
    return 1;
}

bool ChunksModel::hasChildren(const QModelIndex &parent) const
{
    if (!parent.isValid() || parent.internalId() != 0)
        return QAbstractItemModel::hasChildren(parent);
    const QString &chunkId = m_chunks.at(parent.row()).id;
    return m_children.count(chunkId) > 0 || m_children.total(chunkId) < 0;
}

bool ChunksModel::canFetchMore(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return m_chunks.canFetchMore();
    return parent.internalId() == 0 && m_children.canFetchMore(m_chunks.at(parent.row()).id);
}

void ChunksModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    if (parent.isValid())
        m_children.fetchMore(m_chunks.at(parent.row()).id);
    else
        m_chunks.fetchMore();
}

QVariant ChunksModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Chunk *parentOrSelf = chunk(index);
    const ChildChunk *child = childChunk(index);
    return child ? chunkroles::data(*parentOrSelf, *child, role) : chunkroles::data(*parentOrSelf, role);
}

quintptr ChunksModel::numberOf(const QString &chunkId) const
{
    quintptr &number = m_numbers[chunkId];
    if (number == 0) {
        m_numbered.append(chunkId);
        number = static_cast<quintptr>(m_numbered.size());
    }
    return number;
}

int ChunksModel::chunkRow(const QModelIndex &index) const
{
    if (index.internalId() == 0)
        return index.row();
    return m_chunks.indexOf(chunkIdOf(index));
}

const QString &ChunksModel::chunkIdOf(const QModelIndex &child) const
{
    return m_numbered.at(static_cast<qsizetype>(child.internalId()) - 1);
}
