// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/documentsapi.h"
#include "app/models/progress.h"
#include "app/services/documentref.h"

#include <QSet>

#include <functional>
#include <unordered_map>

//! The documents of one server that IndexingWatcher looks after, and which of them to ask about next.
//! All times are milliseconds since 1970, all pauses milliseconds.
class WatchedServer
{
public:
    static constexpr int manyDocuments = 10; //!< Of one dataset; from there on its list is read.
    static constexpr qint64 stuckAfter = 10 * 60 * 1000; //!< Without any progress.

    struct Watched
    {
        DocumentRef ref;
        QString batch;
        IndexingStatus status;
        RateMeter meter;
        qint64 watchedSince = 0;
        qint64 changedAt = 0; //!< When the last answer differed from the one before.
        qint64 askedAt = 0;
        bool isAsked = false;
        bool isIndexing = true; //!< As far as the list told; where none is read nobody knows, and all are asked.
        bool isFinal = false; //!< The status said so; how the server shows the document now is still to be read.
    };

    bool isEmpty() const { return m_documents.empty(); }
    Watched *find(const QString &documentId);
    void add(const DocumentRef &ref, const QString &batch, qint64 now);
    bool remove(const DocumentRef &ref);

    //! The dataset whose list is to be read (on); empty when none.
    QString listToAsk(qint64 now, qint64 pauseNow) const;
    //! The one to ask for its status; null when none is due.
    Watched *documentToAsk(qint64 now, qint64 pauseNow, const std::function<bool(const DocumentRef &)> &isVisible);

    //! The page of the list to ask for now.
    int askPage(const QString &datasetId);
    //! That page has been read and has shown the documents \a met.
    void pageRead(const QString &datasetId, const QSet<QString> &met, bool isLast, qint64 now);
    //! That page did not come; the list is read from its beginning, later.
    void pageFailed(const QString &datasetId, qint64 now);

    //! What an answer means for the bar.
    Progress progressAfter(Watched &watched, const IndexingStatus &status, qint64 now);

    const DocumentsApi *api = nullptr;
    int pause = 250; //!< Between two requests.
    qint64 nextAt = 0;
    int asked = 0; //!< Requests without an answer so far.
    bool wasListLast = false;

private:
    struct Group
    {
        QSet<QString> missing; //!< Ids not met so far by this reading of the list.
        qint64 readAt = 0;
        int page = 0; //!< The page to ask for; 0 between two readings.
        bool isAsked = false;
        int size = 0; //!< Watched documents.
    };

    bool hasList(const DocumentRef &ref) const { return m_groups.at(ref.datasetId).size >= manyDocuments; }

    qint64 m_changedAt = 0; //!< When any document came forward.
    std::unordered_map<QString, Watched> m_documents; //!< By id.
    std::unordered_map<QString, Group> m_groups; //!< By dataset id.
};
