// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/progress.h"
#include "app/services/documentref.h"
#include "app/services/transfer.h"

#include <QSet>
#include <QTimer>

#include <array>
#include <functional>
#include <memory>
#include <unordered_map>
#include <vector>

class IndexingWatcher;

//! The whole queue at a glance.
struct TransferSummary
{
    std::array<int, 6> counts = {}; //!< By Transfer::State.
    qint64 bytesToSend = 0; //!< Of all that is waiting or being sent.
    qint64 bytesSent = 0; //!< Of these.
    double rate = 0; //!< Bytes per second over all servers; 0 while unknown.

    int count(Transfer::State state) const { return counts[static_cast<size_t>(state)]; }
    int total() const;
    int unfinished() const; //!< Waiting, being sent or being indexed.

    bool operator==(const TransferSummary &) const = default;
};

//! Brings files to servers, up to three at once for each, and follows them until they are indexed.
//! Rows keep their number until clearFinished(). Every change of a state goes through setState(), where a record that
//! outlives the program has its place.
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
    //! Milliseconds of the first pause after a server did not answer; it doubles up to half a minute.
    void setFirstPause(int msecs) { m_firstPause = msecs; }

    void add(const QList<TransferRequest> &requests);
    //! Stops it; a document that is already being indexed is deleted.
    void cancel(int row);
    void cancelAll();
    //! Sends it again (after deleting what could not be indexed): one that failed, was cancelled or is stuck.
    void retry(int row);
    void retryFailed();
    void clearFinished(); //!< Takes Finished and Cancelled out of the list.

    int size() const { return static_cast<int>(m_rows.size()); }
    const Transfer &at(int row) const;
    int rowOf(const DocumentRef &document) const; //!< -1 when none of them.
    const TransferSummary &summary() const { return m_summary; }
    //! Not finished ones of a dataset, for its badge.
    int unfinishedIn(const QString &serverId, const QString &datasetId) const;

signals:
    void aboutToAdd(int first, int last);
    void added();
    void aboutToRemove(int first, int last);
    void removed();
    //! Rows that changed since the last time, ascending; at most twenty times a second.
    void changed(const QList<int> &rows);
    void summaryChanged(); //!< At most twenty times a second.
    //! The server has taken the file.
    void created(const DocumentRef &document, const Document &answer);
    //! The document was deleted because its transfer was cancelled or is sent again.
    void deleted(const DocumentRef &document);

private:
    struct Row;
    struct Server;

    void startSoon();
    void startWhatMay();
    Row *takeNext(Server &server);
    bool waitsForName(const Row &row) const;
    void start(Server &server, Row &row);
    void endSending(Row &row);
    void onSent(Row &row, qint64 bytes, qint64 total);
    void onCreated(Row &row, const CreatedDocument &answer);
    void onDelayed(Row &row, const ApiError &error, bool isLost);
    void onMustWait(Row &row, const QString &reason);
    void onFailed(Row &row, const QString &reason);
    void onProgress(const DocumentRef &document, const Progress &progress);
    void onSettled(const DocumentRef &document, const Document &state);
    void onGone(const DocumentRef &document);
    void waitAgain(Row &row, qint64 until, const QString &reason);
    void enqueue(Row &row);
    void forgetDocument(Row &row);
    void deleteDocument(Row &row, const std::function<void()> &then);
    void fail(Row &row, const QString &reason);
    void setState(Row &row, Transfer::State state, const QString &message = {});
    void begin(Row &row);
    void end(Row &row);
    void addToSummary(const Row &row, int by);
    void markChanged(Row &row);
    void tellSoon();
    void tell();
    void removeRows(int first, int last);
    DocumentRef refOf(const Row &row) const;

    IndexingWatcher &m_watcher;
    std::vector<std::unique_ptr<Row>> m_rows;
    std::unordered_map<QString, Server> m_servers;
    QHash<DocumentRef, Row *> m_byDocument;
    QHash<QString, QList<Row *>> m_byName; //!< Unfinished ones, by dataset and name, oldest first.
    QHash<QString, int> m_unfinished; //!< By server and dataset.
    QSet<Row *> m_changed;
    TransferSummary m_summary;
    RateMeter m_meter;
    qint64 m_bytesEver = 0; //!< Sent since the program began.
    QTimer m_tell;
    QTimer m_start; //!< Soon, or when the next pause ends.
    int m_firstPause = 500;
};
