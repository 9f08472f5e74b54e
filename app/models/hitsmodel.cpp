// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/hitsmodel.h"

#include "app/api/retrievalapi.h"

#include <QLocale>

HitsModel::HitsModel(QObject *parent)
    : QAbstractTableModel(parent)
{ }

void HitsModel::search(const RetrievalApi &api, const QString &datasetId, const QString &query,
                       const RetrievalSettings &settings)
{
    if (m_call)
        m_call->cancel();
    m_query = query;
    setState(LoadState::Loading);
    m_call = api.retrieve(datasetId, query, settings)->then(this, [this](const Result<Retrieval> &result) {
        if (result) {
            setHits(result->hits);
            setState(LoadState::Complete);
        } else {
            m_error = result.error();
            setHits({});
            setState(LoadState::Failed);
        }
    });
}

void HitsModel::clear()
{
    if (m_call)
        m_call->cancel();
    m_query.clear();
    setHits({});
    setState(LoadState::Idle);
}

int HitsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_hits.size());
}

int HitsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant HitsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Hit &row = hit(index);
    switch (role) {
    case Qt::DisplayRole:
        if (index.column() == ScoreColumn)
            return row.score ? QLocale().toString(*row.score, 'f', 3) : QString();
        return index.column() == DocumentColumn ? row.documentName : row.chunk.content.left(400).simplified();
    case Qt::TextAlignmentRole:
        return index.column() == ScoreColumn ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    case ChunkIdRole:
        return row.chunk.id;
    case DocumentIdRole:
        return row.chunk.documentId;
    case ContentRole:
        return row.chunk.content;
    case ScoreRole:
        return row.score ? QVariant(*row.score) : QVariant();
    default:
        return {};
    }
}

QVariant HitsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole && section == ScoreColumn)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter); // as the numbers below
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case ScoreColumn:
        return tr("Score");
    case DocumentColumn:
        return tr("Document");
    case ContentColumn:
        return tr("Chunk");
    default:
        return {};
    }
}

void HitsModel::setHits(const QList<Hit> &hits)
{
    beginResetModel();
    m_hits = hits;
    endResetModel();
}

void HitsModel::setState(LoadState state)
{
    if (m_state == state)
        return;
    m_state = state;
    emit stateChanged();
}
