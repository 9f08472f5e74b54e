// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/chunksmodel.h"

#include "app/api/chunksapi.h"
#include "app/models/format.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

//! What a row shows of a text: more would only be laid out and cut.
QString inOneLine(const QString &text)
{
    return text.left(400).simplified();
}

} // namespace

ChunksModel::ChunksModel(QObject *parent)
    : QAbstractItemModel(parent)
{
    connect(&m_chunks, &PagedListBase::aboutToInsert, this,
            [this](int first, int last) { beginInsertRows({}, first, last); });
    connect(&m_chunks, &PagedListBase::inserted, this, &ChunksModel::rowsInserted);
    connect(&m_chunks, &PagedListBase::aboutToRemove, this,
            [this](int first, int last) { beginRemoveRows({}, first, last); });
    connect(&m_chunks, &PagedListBase::removed, this, [this] {
        endRemoveRows();
        emit countsChanged();
    });
    connect(&m_chunks, &PagedListBase::changed, this, &ChunksModel::rowsChanged);
    connect(&m_chunks, &PagedListBase::stateChanged, this, &ChunksModel::stateChanged);
    connect(&m_chunks, &PagedListBase::stateChanged, this, &ChunksModel::countsChanged);
}

ChunksModel::~ChunksModel() = default;

void ChunksModel::open(const ChunksApi &api, const QString &datasetId, const QString &documentId)
{
    m_api = &api;
    m_datasetId = datasetId;
    m_documentId = documentId;
    m_keyword.clear();
    restart();
}

void ChunksModel::close()
{
    m_api = nullptr;
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
    m_children.clear();
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

void ChunksModel::rowsInserted(int first, int last)
{
    for (int row = first; row <= last; ++row)
        m_children.insert(m_chunks.at(row).id, m_chunks.at(row).children);
    endInsertRows();
    emit countsChanged();
}

void ChunksModel::rowsChanged(int first, int last)
{
    for (int row = first; row <= last; ++row)
        showChildren(row);
    emit dataChanged(chunkIndex(first), chunkIndex(last));
}

//! Children keep their rows as far as both lists begin and end alike; what lies between is replaced.
void ChunksModel::showChildren(int row)
{
    const QList<ChildChunk> &wanted = m_chunks.at(row).children;
    QList<ChildChunk> &shown = m_children[m_chunks.at(row).id];
    if (shown == wanted)
        return;
    const auto sameId = [](const ChildChunk &a, const ChildChunk &b) { return a.id == b.id; };
    const auto head = std::mismatch(shown.cbegin(), shown.cend(), wanted.cbegin(), wanted.cend(), sameId);
    const auto begin = head.first - shown.cbegin();
    const auto tail = std::mismatch(shown.crbegin(), std::make_reverse_iterator(head.first), wanted.crbegin(),
                                    std::make_reverse_iterator(head.second), sameId);
    const auto kept = tail.first - shown.crbegin();
    const QModelIndex parent = chunkIndex(row);
    if (const auto gone = shown.size() - kept - begin; gone > 0) {
        beginRemoveRows(parent, static_cast<int>(begin), static_cast<int>(begin + gone - 1));
        shown.remove(begin, gone);
        endRemoveRows();
    }
    if (const auto come = wanted.size() - kept - begin; come > 0) {
        beginInsertRows(parent, static_cast<int>(begin), static_cast<int>(begin + come - 1));
        shown = wanted;
        endInsertRows();
    }
    shown = wanted;
    if (!shown.isEmpty())
        emit dataChanged(index(0, 0, parent), index(static_cast<int>(shown.size()) - 1, 0, parent));
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
    const auto children = m_children.constFind(m_numbered.at(static_cast<qsizetype>(index.internalId()) - 1));
    return children != m_children.cend() && index.row() < children->size() ? &children->at(index.row()) : nullptr;
}

QModelIndex ChunksModel::indexOf(const QString &chunkId) const
{
    const int row = m_chunks.indexOf(chunkId);
    return row < 0 ? QModelIndex() : chunkIndex(row);
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
    m_children.remove(chunkId);
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
    return static_cast<int>(m_children.value(m_chunks.at(parent.row()).id).size());
}

int ChunksModel::columnCount(const QModelIndex &) const
{
    return 1;
}

bool ChunksModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_chunks.canFetchMore();
}

void ChunksModel::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent))
        m_chunks.fetchMore();
}

QVariant ChunksModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Chunk *parentOrSelf = chunk(index);
    const ChildChunk *child = childChunk(index);
    return child ? childData(*parentOrSelf, *child, role) : chunkData(*parentOrSelf, role);
}

QVariant ChunksModel::chunkData(const Chunk &chunk, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return inOneLine(chunk.content);
    case Qt::ToolTipRole:
        return format::toolTip(chunk.error);
    case IdRole:
        return chunk.id;
    case ContentRole:
        return chunk.content;
    case NumberRole:
        return format::count(chunk.position);
    case StatusRole:
        return static_cast<int>(chunk.status);
    case EnabledRole:
        return chunk.enabled;
    case ErrorRole:
        return chunk.error;
    case KeywordsRole:
        return chunk.keywords;
    case CharactersRole:
        return chunk.wordCount;
    case TokensRole:
        return chunk.tokens;
    case HitsRole:
        return chunk.hitCount;
    default:
        return {};
    }
}

QVariant ChunksModel::childData(const Chunk &chunk, const ChildChunk &child, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return inOneLine(child.content);
    case IdRole:
        return child.id;
    case ContentRole:
        return child.content;
    case NumberRole:
        return u"%1.%2"_s.arg(chunk.position).arg(child.position);
    case CharactersRole:
        return child.wordCount;
    default:
        return {};
    }
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
    return m_chunks.indexOf(m_numbered.at(static_cast<qsizetype>(index.internalId()) - 1));
}
