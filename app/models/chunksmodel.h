// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/chunk.h"
#include "app/models/chunkchildren.h"
#include "app/models/pagedlist.h"

#include <QAbstractItemModel>

class ChildChunksApi;
class ChunksApi;

//! The chunks of a document in their order, and below each its child chunks.
class ChunksModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Role {
        IdRole = Qt::UserRole,
        ContentRole, //!< QString, the whole text. DisplayRole has its first line(s) in one.
        NumberRole, //!< QString: "3", or "3.1" for a child chunk.
        StatusRole, //!< int, Chunk::Status; chunks only.
        EnabledRole, //!< bool; chunks only.
        ErrorRole, //!< QString; chunks only.
        KeywordsRole, //!< QStringList; chunks only.
        CharactersRole, //!< qint64.
        TokensRole, //!< qint64; chunks only.
        HitsRole, //!< qint64; chunks only.
        AnswerRole, //!< QString: of a question; chunks only.
    };

    explicit ChunksModel(QObject *parent = nullptr);
    ~ChunksModel() override;

    //! Shows another document, without a keyword; \a api must live until the next open() or close(). With \a childApi,
    //! for parent-child documents, children of chunks that came without any are read when somebody wants to see them.
    void open(const ChunksApi &api, const QString &datasetId, const QString &documentId,
              const ChildChunksApi *childApi = nullptr);
    void close();
    QString datasetId() const { return m_datasetId; }
    QString documentId() const { return m_documentId; }

    //! Shows only chunks that contain \a keyword, in any case, as the server finds them. Empty for all.
    void setKeyword(const QString &keyword);
    QString keyword() const { return m_keyword; }

    LoadState state() const { return m_chunks.state(); }
    const ApiError &error() const { return m_chunks.error(); }
    qint64 total() const { return m_chunks.total(); } //!< Chunks on the server (with the keyword); -1 until it says so.
    int loaded() const { return m_chunks.size(); }
    void fetchAll() { m_chunks.fetchAll(); }
    void reload() { m_chunks.reload(); }
    void retry() { m_chunks.fetchMore(); }

    //! The chunk of a row, or the parent of a child chunk's row. Null for an invalid index.
    const Chunk *chunk(const QModelIndex &index) const;
    //! Null for the row of a chunk.
    const ChildChunk *childChunk(const QModelIndex &index) const;
    //! Invalid when it has not been read (yet); see fetchAll().
    QModelIndex indexOf(const QString &chunkId) const;

    //! As indexOf(), of a child chunk.
    QModelIndex indexOfChild(const QString &chunkId, const QString &childId) const;
    //! Child chunks on the server; -1 as long as that is not known.
    qint64 childCount(const QString &chunkId) const { return m_children.total(chunkId); }
    void fetchChildren(const QString &chunkId) { m_children.fetchAll(chunkId); }
    void reloadChildren(const QString &chunkId) { m_children.reload(chunkId); }

    //! Takes over the answer of an update, or adds the answer of a create at its position.
    void put(const Chunk &chunk);
    void remove(const QString &chunkId);
    void putChild(const QString &chunkId, const ChildChunk &child) { m_children.put(chunkId, child); }
    void removeChild(const QString &chunkId, const QString &childId) { m_children.remove(chunkId, childId); }

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    bool hasChildren(const QModelIndex &parent = {}) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

signals:
    void stateChanged();
    void countsChanged(); //!< loaded() or total().
    void childrenFailed(const ApiError &error); //!< Children of a chunk could not be read.

private:
    void restart();
    ChunkChildren::Request childRequest() const;
    void connectChunks();
    void connectChildren();
    void rowsInserted(int first, int last);
    void rowsAboutToGo(int first, int last);
    void rowsGone();
    void rowsChanged(int first, int last);
    QModelIndex chunkIndex(int row) const { return createIndex(row, 0, quintptr(0)); }
    quintptr numberOf(const QString &chunkId) const;
    const QString &chunkIdOf(const QModelIndex &child) const;
    int chunkRow(const QModelIndex &index) const;

    PagedList<Chunk> m_chunks;
    ChunkChildren m_children;
    QStringList m_going; //!< Ids of chunks whose rows are being removed.
    //! A number from 1 for each chunk whose children were asked for: the internal id of their indexes, which outlives
    //! insertions above; the indexes of chunks have 0.
    mutable QHash<QString, quintptr> m_numbers;
    mutable QStringList m_numbered;
    const ChunksApi *m_api = nullptr;
    const ChildChunksApi *m_childApi = nullptr;
    QString m_datasetId;
    QString m_documentId;
    QString m_keyword;
};
