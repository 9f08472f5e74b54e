// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/document.h"
#include "app/models/pagedlist.h"
#include "app/models/pagedmodel.h"
#include "app/models/progress.h"

#include <QCollator>
#include <QTimer>

#include <optional>

class DocumentsApi;

//! The documents of one dataset.
class DocumentsModel : public PagedModel
{
    Q_OBJECT

public:
    enum Column {
        NameColumn,
        StatusColumn,
        WordsColumn,
        TokensColumn,
        HitsColumn,
        SizeColumn,
        AddedColumn,
        ColumnCount
    };
    enum Role {
        IdRole = Qt::UserRole,
        StatusRole, //!< int, Document::Status.
        ErrorRole, //!< QString: why indexing failed, in the server's words.
        ProgressRole, //!< Progress; of Kind::None when the document is not being indexed.
    };

    explicit DocumentsModel(QObject *parent = nullptr);
    ~DocumentsModel() override;

    //! Shows another dataset; \a api must live until the next open() or close().
    void open(const DocumentsApi &api, const QString &serverId, const QString &datasetId);
    void close();
    QString serverId() const { return m_serverId; }
    QString datasetId() const { return m_datasetId; }

    //! Shows the values of these in a column each, behind the others.
    void setMetadataFields(const QList<MetadataField> &fields);

    const Document &document(const QModelIndex &index) const;
    //! The index of column 0, or an invalid one when the document is not here or is filtered out.
    QModelIndex indexOf(const QString &documentId) const;
    int loaded() const override { return m_documents.size(); }
    const Document &loadedDocument(int row) const { return m_documents.at(row); } //!< In the order of the server.

    //! Shows only names that contain \a text, in any case. Empty for all.
    void setTextFilter(const QString &text);
    //! Shows only documents of one status. Not set for all.
    void setStatusFilter(std::optional<Document::Status> status);
    //! Documents of \a status that are here; right for the dataset when state() is Complete.
    int count(Document::Status status) const;

    //! Takes over what a server answered about a document: replaces its row, or adds a new one on top.
    void put(const Document &document);
    //! The document is gone.
    void remove(const QString &documentId);
    //! How far indexing has come. A document that is settled has none.
    void setProgress(const QString &documentId, const Progress &progress);

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

signals:
    //! These documents, just read, are being indexed.
    void foundBeingIndexed(const QStringList &documentIds);

private:
    void start(const QString &serverId, const QString &datasetId, PagedList<Document>::Request request);
    bool lessThan(int left, int right, int column) const override;
    void sortAscending(QList<int> &rows, int column) const override;
    bool accepts(int row) const override;
    QString text(const Document &document, int column) const;
    QString toolTip(const Document &document, int column) const;
    void insertPending();
    void rowsArrived(int first, int last);
    void rowsChanged(int first, int last);
    void rowsRemoved(int first, int last);

    PagedList<Document> m_documents;
    QHash<QString, Progress> m_progress; //!< By document id, while it is being indexed.
    QList<Document> m_pending; //!< New documents that wait for m_newRows.
    QTimer m_newRows;
    QList<Document::Status> m_statuses; //!< Of each row of m_documents, as it is counted.
    QHash<Document::Status, int> m_counts;
    QList<MetadataField> m_fields;
    QString m_serverId;
    QString m_datasetId;
    QString m_text;
    std::optional<Document::Status> m_status;
    QCollator m_collator;
};

//! The word for a status on screen: Available, Waiting, Indexing, …
QString statusText(Document::Status status);
