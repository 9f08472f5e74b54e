// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/apierror.h"
#include "app/api/call.h"
#include "app/domain/hit.h"
#include "app/domain/retrievalsettings.h"
#include "app/models/pagedlistbase.h"

#include <QAbstractTableModel>
#include <QPointer>

class RetrievalApi;

//! What a retrieval found, best first; a chunk that was given twice is shown once, with its better score.
class HitsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { ScoreColumn, DocumentColumn, ContentColumn, ColumnCount };
    enum Role {
        ChunkIdRole = Qt::UserRole,
        DocumentIdRole,
        ContentRole, //!< QString, the whole text. DisplayRole has it in one line, cut.
        ScoreRole, //!< double; invalid where the server gave none.
    };

    explicit HitsModel(QObject *parent = nullptr);

    //! Replaces the hits by those of \a query when they come; an earlier search is dropped.
    void search(const RetrievalApi &api, const QString &datasetId, const QString &query,
                const RetrievalSettings &settings);
    void clear();

    LoadState state() const { return m_state; } //!< Idle before the first search, then Loading, Failed or Complete.
    const ApiError &error() const { return m_error; }
    QString query() const { return m_query; } //!< The last one asked for.
    const Hit &hit(const QModelIndex &index) const { return m_hits.at(index.row()); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

signals:
    void stateChanged();

private:
    void setHits(const QList<Hit> &hits);
    void setState(LoadState state);

    QList<Hit> m_hits;
    QPointer<CallBase> m_call;
    QString m_query;
    ApiError m_error;
    LoadState m_state = LoadState::Idle;
};
