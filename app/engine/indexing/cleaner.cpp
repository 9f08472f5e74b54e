// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/indexing/cleaner.h"

#include "app/engine/indexing/indexfollower.h"
#include "app/engine/store/chunkstore.h"
#include "app/engine/store/crashpoint.h"
#include "app/engine/store/datasetstore.h"
#include "app/engine/store/documentstore.h"
#include "app/engine/store/store.h"
#include "app/engine/store/storeerror.h"
#include "app/engine/store/uploadfiles.h"
#include "app/log.h"

namespace {

constexpr int chunksAtOnce = 500;
constexpr int documentsAtOnce = 50;

} // namespace

Cleaner::Cleaner(Store &store, const UploadFiles &uploads, IndexFollower &index)
    : m_store(store)
    , m_uploads(uploads)
    , m_index(index)
    , m_thread([this] { run(); })
{ }

Cleaner::~Cleaner()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_changed.notify_all();
    m_thread.join();
}

void Cleaner::wake()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isWanted = true;
    }
    m_changed.notify_all();
}

void Cleaner::run()
{
    for (;;) {
        {
            std::unique_lock lock(m_mutex);
            m_changed.wait(lock, [this] { return m_isWanted || m_stopping; });
            if (m_stopping)
                return;
            m_isWanted = false;
        }
        try {
            while (!isStopping() && cleanSlice())
                m_index.follow();
        } catch (const StoreError &error) {
            qCWarning(lcEngine).noquote() << "What was deleted is cleaned up later:" << error.message();
        }
    }
}

bool Cleaner::isStopping()
{
    const std::lock_guard lock(m_mutex);
    return m_stopping;
}

//! Returns whether there may be more to clean.
bool Cleaner::cleanSlice()
{
    const auto documents = DocumentStore(ReadTransaction(m_store).db()).deleted(documentsAtOnce);
    QStringList uploads;
    {
        WriteTransaction writing(m_store);
        int chunks = 0;
        for (const qint64 document : documents) {
            const int removed = ChunkStore(writing.db()).removeSome(document, chunksAtOnce - chunks);
            chunks += removed;
            if (chunks == chunksAtOnce)
                break;
            uploads.append(DocumentStore(writing.db()).remove(document));
        }
        if (documents.isEmpty()) {
            const DatasetStore datasets(writing.db());
            for (const qint64 dataset : datasets.deleted())
                datasets.remove(dataset);
        }
        writing.commit();
    }
    if (!documents.isEmpty())
        crashPoint("cleaned");
    for (const QString &upload : std::as_const(uploads))
        m_uploads.remove(upload);
    return !documents.isEmpty();
}
