// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/indexing/indexfollower.h"

#include "app/engine/store/crashpoint.h"
#include "app/engine/store/indexqueue.h"
#include "app/engine/store/storeerror.h"
#include "app/log.h"

#include <QSet>

namespace {

// An edit waits for at most this much of bulk work: a slice to be applied, and a commit of so many chunks.
constexpr int sliceSize = 250;
constexpr int commitSize = 2'000;
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
{ }

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
        m_applied = m_committed = m_index.revision();
        // A greater revision than the last: the store lost writes that the index has (the power failed).
        if (anew || m_index.wasDamaged() || m_committed < m_cleared || m_committed > last)
            rebuild();
        applyQueued();
        commitApplied();
    });
}

void IndexFollower::apply()
{
    const std::lock_guard turn(m_turn);
    guarded([&] {
        applyQueued();
        if (m_uncommitted >= commitSize)
            commitApplied();
    });
}

void IndexFollower::commit()
{
    const qint64 wanted = IndexQueue(ReadTransaction(m_store).db()).last();
    const std::lock_guard turn(m_turn);
    if (m_committed >= wanted)
        return;
    guarded([&] {
        applyQueued();
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
        const auto changes = IndexQueue(reading.db()).searchableAfter(row, sliceSize);
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

void IndexFollower::applyQueued()
{
    for (;;) {
        const auto changes = IndexQueue(ReadTransaction(m_store).db()).changesAfter(m_applied, sliceSize);
        if (changes.isEmpty())
            return;
        put(changes);
        m_applied = changes.constLast().revision;
    }
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
