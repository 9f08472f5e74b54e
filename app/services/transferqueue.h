// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/services/sendlane.h"
#include "app/services/transferlist.h"

#include <QTimer>

#include <functional>
#include <unordered_map>

class IndexingWatcher;

//! Brings files to servers, up to three at once for each, and follows them until they are indexed.
class TransferQueue : public TransferList
{
    Q_OBJECT

public:
    explicit TransferQueue(IndexingWatcher &watcher, QObject *parent = nullptr);
    ~TransferQueue() override;

    //! Must be known before transfers to it are added; both must live until removeServer().
    void setServer(const QString &serverId, const DocumentsApi &api, const PipelineApi &pipelines);
    //! Fails what is not finished there.
    void removeServer(const QString &serverId);
    //! Milliseconds of the first pause after a server did not answer; it doubles up to half a minute. For servers to
    //! come.
    void setFirstPause(int msecs) { m_firstPause = msecs; }

    void add(const QList<TransferRequest> &requests);
    //! Stops it; a document that is already being indexed is deleted.
    void cancel(int index);
    void cancelAll();
    //! Sends it again (after deleting what could not be indexed): one that failed, was cancelled or is stuck.
    void retry(int index);
    void retryFailed();

signals:
    //! The server has taken the file.
    void created(const DocumentRef &document, const Document &answer);
    //! The document was deleted because its transfer was cancelled or is sent again.
    void deleted(const DocumentRef &document);

private:
    void startSoon();
    void startWhatMay();
    void start(SendLane &lane, Row &row);
    void endSending(Row &row);
    void onCreated(Row &row, const CreatedDocument &answer);
    void onDelayed(Row &row, const ApiError &error, bool isLost);
    void onFailed(Row &row, const QString &reason);
    void onProgress(const DocumentRef &document, const Progress &progress);
    void onSettled(const DocumentRef &document, const Document &state);
    void onGone(const DocumentRef &document);
    void enqueue(Row &row);
    void deleteDocument(Row &row, const std::function<void()> &then);
    void fail(Row &row, const QString &reason);
    void setState(Row &row, Transfer::State state, const QString &message = {});
    SendLane &laneOf(const Row &row);

    IndexingWatcher &m_watcher;
    std::unordered_map<QString, SendLane> m_lanes; //!< By server id.
    QTimer m_start; //!< Soon, or when the next pause ends.
    int m_firstPause = 500;
};
