// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/indexing/indexfollower.h"

#include "app/engine/store/crashpoint.h"
#include "app/engine/store/indexqueue.h"
#include "app/engine/store/storeerror.h"
#include "app/log.h"

#include <QSet>

namespace {

using namespace std::chrono_literals;

// An edit waits for at most this much of bulk work: a slice to be applied, and a commit of so many chunks.
constexpr int sliceSize = 200;
constexpr int commitSize = 2'000;
constexpr qint64 followDistance = 500; // so much may bulk work be ahead
constexpr auto idleTime = 300ms; // after which what was applied is committed
// The queue keeps this many changes that the index has, rather than to be shortened with every edit.
constexpr qint64 queueSize = 1'000;

SearchEntry entry(const IndexChange &change)
{
    SearchEntry entry;
    entry.chunkRow = change.chunk;
    entry.datasetId = QString::number(change.dataset);
    entry.documentId = QString::number(change.document);
    entry.text = change.content;
    for (const QString &part : {change.answer, change.keywords.join(u'\n')}) {
        if (!part.isEmpty())
            entry.text += u'\n' + part;
    }
    entry.language = change.language;
    return entry;
}

} // namespace

IndexFollower::IndexFollower(Store &store, SearchIndex &index)
    : m_store(store)
    , m_index(index)
    , m_thread([this] { work(); })
{ }

IndexFollower::~IndexFollower()
{
    {
        const std::lock_guard lock(m_wakingMutex);
        m_isStopping = true;
    }
    m_waking.notify_all();
    m_thread.join();
}

void IndexFollower::catchUp(bool anew)
{
    const std::lock_guard turn(m_turn);
    qint64 last = 0;
    {
        const ReadTransaction reading(m_store);
        m_cleared = IndexQueue(reading.db()).cleared();
        last = IndexQueue(reading.db()).last();
    }
    guarded([&] {
        m_committed = m_index.revision();
        m_applied = m_committed;
        // A greater revision than the last: the store lost writes that the index has (the power failed).
        if (anew || m_index.wasDamaged() || m_committed < m_cleared || m_committed > last)
            rebuild();
        while (applySlice()) { }
        commitApplied();
    });
}

void IndexFollower::wake()
{
    {
        const std::lock_guard lock(m_wakingMutex);
        m_isWanted = true;
    }
    m_waking.notify_all();
}

void IndexFollower::follow()
{
    wake();
    const qint64 last = IndexQueue(ReadTransaction(m_store).db()).last();
    std::unique_lock lock(m_wakingMutex);
    m_waking.wait(lock, [&] { return m_isStopping || !m_isWanted || last - m_applied < followDistance; });
}

void IndexFollower::work()
{
    const auto isCalled = [this] { return m_isWanted || m_isStopping; };
    bool isOpen = false; // something is applied and not committed
    std::unique_lock lock(m_wakingMutex);
    for (;;) {
        // A commit is shared by what comes until nothing has come for a while.
        bool isIdle = false;
        if (isOpen)
            isIdle = !m_waking.wait_for(lock, idleTime, isCalled);
        else
            m_waking.wait(lock, isCalled);
        if (m_isStopping)
            return;
        m_isWanted = false;
        lock.unlock();
        const bool hasMore = workOnce(isIdle, &isOpen);
        lock.lock();
        m_isWanted = m_isWanted || hasMore;
        m_waking.notify_all();
    }
}

bool IndexFollower::workOnce(bool isIdle, bool *isOpen)
{
    bool hasMore = false;
    const std::lock_guard turn(m_turn);
    try {
        guarded([&] {
            hasMore = applySlice();
            if (m_uncommitted >= commitSize || isIdle)
                commitApplied();
        });
    } catch (const StoreError &error) {
        qCWarning(lcEngine).noquote() << error.message();
    }
    *isOpen = m_uncommitted > 0;
    return hasMore;
}

void IndexFollower::commit()
{
    const qint64 wanted = IndexQueue(ReadTransaction(m_store).db()).last();
    for (bool isDone = false; !isDone;) {
        const std::lock_guard turn(m_turn); // again for each slice, so that edits come in between
        guarded([&] {
            isDone = m_committed >= wanted || !applySlice() || m_applied >= wanted;
            if (m_committed < wanted && (isDone || m_uncommitted >= commitSize))
                commitApplied();
        });
    }
}

void IndexFollower::commitFirst(const QList<qint64> &chunks)
{
    const std::lock_guard turn(m_turn);
    guarded([&] {
        // With a long queue they are applied now, and once more when it is their turn, which changes nothing.
        if (applySlice())
            put(IndexQueue(ReadTransaction(m_store).db()).changesOf(chunks, commitSize));
        commitApplied();
    });
}

//! Revision 0 is committed until all is in it, so that a crash in between begins again.
void IndexFollower::rebuild()
{
    qCInfo(lcEngine, "Building the search index anew");
    m_index.clear();
    const ReadTransaction reading(m_store);
    const qint64 last = IndexQueue(reading.db()).last();
    qint64 row = 0;
    for (;;) {
        const auto changes = IndexQueue(reading.db()).allAfter(row, sliceSize);
        if (changes.isEmpty())
            break;
        put(changes);
        row = changes.constLast().chunk;
        if (m_uncommitted >= commitSize) {
            m_index.commit(0);
            m_uncommitted = 0;
            crashPoint("index-half-rebuilt");
        }
    }
    m_applied = last;
    ++m_uncommitted;
}

//! Returns whether there may be more.
bool IndexFollower::applySlice()
{
    const auto changes = IndexQueue(ReadTransaction(m_store).db()).changesAfter(m_applied, sliceSize);
    if (changes.isEmpty())
        return false;
    put(changes);
    m_applied = changes.constLast().revision;
    return changes.size() == sliceSize;
}

void IndexFollower::commitApplied()
{
    if (m_uncommitted == 0)
        return;
    m_index.commit(m_applied);
    m_committed = m_applied;
    m_uncommitted = 0;
    crashPoint("index-committed");
    if (m_committed - m_cleared < queueSize)
        return;
    WriteTransaction writing(m_store);
    IndexQueue(writing.db()).clear(m_committed);
    writing.commit();
    m_cleared = m_committed;
}

void IndexFollower::put(const QList<IndexChange> &changes)
{
    QSet<qint64> removed;
    QList<SearchEntry> entries;
    entries.reserve(changes.size());
    for (const auto &change : changes) {
        if (change.isSearchable)
            entries.append(entry(change));
        else
            removed.insert(change.chunk);
    }
    m_index.remove(removed.values());
    m_index.put(entries);
    m_uncommitted += int(changes.size());
}

template <typename Function>
void IndexFollower::guarded(Function function)
{
    try {
        function();
    } catch (const SearchError &error) {
        // What was given since the last commit may be lost: it is given again next time.
        m_applied = m_committed;
        m_uncommitted = 0;
        throw StoreError(
            StoreError::Kind::Io,
            QStringLiteral("The search index cannot be written (%1).").arg(QString::fromUtf8(error.what())));
    }
}
