// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/services/documentref.h"
#include "app/services/transfertally.h"

#include <QObject>
#include <QSet>
#include <QTimer>

#include <memory>
#include <vector>

class Upload;

//! A row of the queue with what only the queue needs to know of it.
struct TransferRow
{
    Transfer transfer;
    int index = 0;
    Upload *upload = nullptr; //!< While it is being sent.
    RateMeter meter;
    qint64 lostAt = 0; //!< Upload::Before::lostAt.
    int losses = 0; //!< Sends without an answer.
    bool isStopping = false; //!< To be cancelled or deleted, as soon as an answer allows it.
};

//! The rows of the queue: what became of each file, and who is told of it how often. Rows keep their number until
//! finished ones are removed.
class TransferList : public QObject
{
    Q_OBJECT

public:
    int size() const { return static_cast<int>(m_rows.size()); }
    const Transfer &at(int row) const { return m_rows.at(static_cast<size_t>(row))->transfer; }
    int rowOf(const DocumentRef &document) const; //!< -1 when none of them.
    const TransferSummary &summary() const { return m_tally.summary(); }
    //! Not finished ones of a dataset, for its badge.
    int unfinishedIn(const QString &serverId, const QString &datasetId) const
    {
        return m_tally.unfinishedIn(serverId, datasetId);
    }

    void clearFinished(); //!< Takes Finished and Cancelled out of the list.

signals:
    void aboutToAdd(int first, int last);
    void added();
    void aboutToRemove(int first, int last);
    void removed();
    //! Rows that changed since the last time, ascending; at most twenty times a second.
    void changed(const QList<int> &rows);
    void summaryChanged(); //!< At most twenty times a second.

protected:
    using Row = TransferRow;

    explicit TransferList(QObject *parent);
    ~TransferList() override;

    void append(const QList<TransferRequest> &requests);
    Row &row(int index) const { return *m_rows.at(static_cast<size_t>(index)); }
    Row *find(const DocumentRef &document) const { return m_byDocument.value(document); }
    static DocumentRef refOf(const Row &row);

    //! The one way from a state to another. A record that outlives the program has its place here.
    void change(Row &row, Transfer::State state, const QString &message);
    void setSent(Row &row, qint64 bytes, qint64 total);
    void setProgress(Row &row, const Progress &progress);
    void setDocument(Row &row, const QString &documentId, const QString &batch);

private:
    void removeRows(int first, int last);
    void markChanged(Row &row);
    void tellSoon();
    void tell();

    std::vector<std::unique_ptr<Row>> m_rows;
    QHash<DocumentRef, Row *> m_byDocument;
    QSet<Row *> m_changed;
    TransferTally m_tally;
    RateMeter m_meter; //!< Of m_bytesEver.
    RateMeter m_runMeter; //!< Of TransferSummary::runDone.
    qint64 m_bytesEver = 0; //!< Sent since the program began.
    QTimer m_tell;
};
