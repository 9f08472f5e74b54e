// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/services/documentref.h"
#include "app/services/transfer.h"

#include <QSet>
#include <QTimer>

#include <array>
#include <deque>
#include <map>
#include <memory>

class IndexingWatcher;
class Upload;

//! The whole queue at a glance.
struct TransferSummary
{
    std::array<int, 6> counts = {}; //!< By Transfer::State.
    qint64 bytesToSend = 0; //!< Of all that is not final.
    qint64 bytesSent = 0; //!< Of these.
    double rate = 0; //!< Bytes per second over all servers; 0 while unknown.

    int count(Transfer::State state) const { return counts[static_cast<size_t>(state)]; }
    int total() const;
    int unfinished() const;

    bool operator==(const TransferSummary &) const = default;
};

//! Brings files to servers, up to three at once for each, and follows them until they are indexed.
//! Rows keep their number until clearFinished(); every state change goes through one function, setState().
class TransferQueue : public QObject
{
    Q_OBJECT

public:
    static constexpr int sendsAtOnce = 3; //!< For each server.

    explicit TransferQueue(IndexingWatcher &watcher, QObject *parent = nullptr);
    ~TransferQueue() override;

    //! Must be known before transfers to it are added; \a api must live until removeServer().
    void setServer(const QString &serverId, const DocumentsApi &api);
    //! Fails what is not finished there.
    void removeServer(const QString &serverId);

    void add(const QList<TransferRequest> &requests);
    //! Stops it; a document that is already being indexed is deleted.
    void cancel(int row);
    void cancelAll();
    //! Sends it again (after deleting what failed to be indexed): Failed, Cancelled, or without progress.
    void retry(int row);
    void retryFailed();
    void clearFinished(); //!< Takes Finished and Cancelled out of the list.

    int size() const;
    const Transfer &at(int row) const;
    int rowOf(const DocumentRef &document) const; //!< -1 when none of them.
    const TransferSummary &summary() const;
    //! Not finished and failed ones of a dataset, for its badge.
    int unfinishedIn(const QString &serverId, const QString &datasetId) const;

signals:
    void aboutToAdd(int first, int last);
    void added();
    void aboutToRemove(int first, int last);
    void removed();
    //! Rows that changed since the last time; at most twenty times a second.
    void changed(const QList<int> &rows);
    void summaryChanged(); //!< At most twenty times a second.
    //! The server has taken the file.
    void created(const DocumentRef &document, const Document &answer);
    //! The document was deleted because its transfer was cancelled or is sent again.
    void deleted(const DocumentRef &document);
};
