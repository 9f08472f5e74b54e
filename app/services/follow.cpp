// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/follow.h"

#include "app/models/documentsmodel.h"
#include "app/services/indexingwatcher.h"
#include "app/services/transferqueue.h"

void follow(DocumentsModel &model, TransferQueue &queue, IndexingWatcher &watcher)
{
    const auto isShown = [&model](const DocumentRef &document) {
        return document.serverId == model.serverId() && document.datasetId == model.datasetId();
    };
    QObject::connect(&queue, &TransferQueue::created, &model,
                     [=, &model](const DocumentRef &ref, const Document &document) {
                         if (isShown(ref))
                             model.put(document);
                     });
    QObject::connect(&queue, &TransferQueue::deleted, &model, [=, &model](const DocumentRef &ref) {
        if (isShown(ref))
            model.remove(ref.documentId);
    });
    QObject::connect(&watcher, &IndexingWatcher::progressed, &model,
                     [=, &model](const DocumentRef &ref, const Progress &progress) {
                         if (isShown(ref))
                             model.setProgress(ref.documentId, progress);
                     });
    QObject::connect(&watcher, &IndexingWatcher::settled, &model,
                     [=, &model](const DocumentRef &ref, const Document &document) {
                         if (isShown(ref))
                             model.put(document);
                     });
    QObject::connect(&watcher, &IndexingWatcher::gone, &model, [=, &model](const DocumentRef &ref) {
        if (isShown(ref))
            model.remove(ref.documentId);
    });
    // Sent by somebody else, or before this program was started: nobody here knows their batch.
    QObject::connect(&model, &DocumentsModel::foundBeingIndexed, &watcher, [&](const QStringList &documentIds) {
        for (const QString &id : documentIds) {
            const DocumentRef ref{model.serverId(), model.datasetId(), id};
            if (!watcher.isWatched(ref))
                watcher.watch(ref);
        }
    });
}
