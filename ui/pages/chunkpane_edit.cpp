// SPDX-License-Identifier: GPL-3.0-or-later
// What the chunk pane does to chunks.
#include "app/models/chunksmodel.h"
#include "app/models/format.h"
#include "app/services/server.h"
#include "ui/dialogs/ask.h"
#include "ui/pages/chunkpane.h"
#include "ui/viewutil.h"
#include "ui/widgets/chunkeditor.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/treeview.h"

using namespace Qt::Literals::StringLiterals;

void ChunkPane::add()
{
    leave([this] {
        m_view->setCurrentIndex({});
        m_message->say({});
        m_editor->openNew(hasAnswers());
    });
}

void ChunkPane::save(const std::function<void()> &then)
{
    if (!m_editor->isModified())
        return then ? then() : void();
    if (!m_server)
        return saveFailed(tr("The document is not open any more."));
    if (const QString problem = m_editor->problem(); !problem.isEmpty()) {
        m_editor->focusProblem();
        return saveFailed(problem);
    }
    if (m_editor->isChild())
        saveChild(then);
    else if (m_editor->isNew())
        create(then);
    else if (mustAskAboutChildren())
        askAboutChildren(then);
    else
        update(m_editor->changes(), then);
}

void ChunkPane::setSaving(bool saving)
{
    m_isSaving = saving;
    m_editor->setLocked(saving);
    updateActions();
}

void ChunkPane::create(const std::function<void()> &then)
{
    setSaving(true);
    m_server->chunks()
        .create(m_place.datasetId, m_place.documentId, {m_editor->draft()})
        ->then(this, [this, then, documentId = m_place.documentId](const Result<QList<Chunk>> &result) {
            if (documentId != m_place.documentId)
                return;
            if (!result)
                return saveFailed(viewutil::sentence(result.error()));
            if (result->isEmpty())
                return saveFailed(tr("The server did not store the chunk."));
            saved(result->first(), then);
        });
}

void ChunkPane::update(ChunkChanges changes, const std::function<void()> &then)
{
    setSaving(true);
    m_server->chunks()
        .update(m_place.datasetId, m_place.documentId, m_editor->ref().chunkId, changes)
        ->then(this, [this, then, documentId = m_place.documentId](const Result<Chunk> &result) {
            if (documentId != m_place.documentId)
                return;
            if (result)
                saved(result.value(), then);
            else
                saveFailed(viewutil::sentence(result.error()));
        });
}

void ChunkPane::saved(const Chunk &chunk, const std::function<void()> &then)
{
    m_message->say({});
    m_editor->open(chunk, hasAnswers());
    setSaving(false);
    m_model.put(chunk);
    select({chunk.id, {}});
    updateActions();
    if (then)
        then();
    goOn(true);
}

void ChunkPane::saveFailed(const QString &message)
{
    setSaving(false);
    m_message->say(tr("Not saved: %1").arg(message));
    goOn(false);
}

void ChunkPane::goOn(bool isSaved)
{
    const auto leaving = std::exchange(m_leaving, {});
    if (!leaving)
        return;
    if (const auto &next = isSaved ? leaving->then : leaving->stayed)
        next();
}

void ChunkPane::saveAndNext()
{
    save([this] {
        const QModelIndex next = m_view->indexBelow(indexOf(m_editor->ref()));
        if (!next.isValid())
            return;
        m_view->setCurrentIndex(next);
        m_editor->focusText();
    });
}

void ChunkPane::toggleEnabled()
{
    const Chunk *chunk = m_model.chunk(m_view->currentIndex());
    if (!chunk || !m_server)
        return;
    ChunkChanges changes(*chunk);
    changes.keywords = chunk->keywords;
    changes.enabled = !chunk->enabled;
    const QString documentId = m_place.documentId;
    m_server->chunks()
        .update(m_place.datasetId, documentId, chunk->id, changes)
        ->then(this, [this, documentId](const Result<Chunk> &result) {
            if (documentId != m_place.documentId)
                return;
            if (result)
                m_model.put(result.value());
            m_message->say(result ? QString() : viewutil::sentence(result.error()));
        });
}

void ChunkPane::askToDelete()
{
    const ChunkRef ref = refOf(m_view->currentIndex());
    if (ref.chunkId.isEmpty())
        return;
    const QString question = ref.childId.isEmpty() ? tr("Delete chunk %1?") : tr("Delete child chunk %1?");
    dialogs::ask(this, question.arg(numberOf(ref)), tr("This cannot be undone."), tr("Delete"),
                 [this, ref] { remove(ref); });
}

void ChunkPane::remove(const ChunkRef &ref)
{
    if (!m_server)
        return;
    const QString documentId = m_place.documentId;
    auto *call = ref.childId.isEmpty()
                     ? m_server->chunks().remove(m_place.datasetId, documentId, ref.chunkId)
                     : m_server->childChunks().remove({m_place.datasetId, documentId, ref.chunkId}, ref.childId);
    call->then(this, [this, documentId, ref](const Result<Done> &result) {
        if (documentId != m_place.documentId)
            return;
        m_message->say(result ? QString() : viewutil::sentence(result.error()));
        if (result)
            removed(ref);
    });
}

void ChunkPane::removed(const ChunkRef &ref)
{
    if (m_editor->ref() == ref || (ref.childId.isEmpty() && m_editor->ref().chunkId == ref.chunkId))
        m_editor->clear();
    if (ref.childId.isEmpty())
        m_model.remove(ref.chunkId);
    else
        m_model.removeChild(ref.chunkId, ref.childId);
}

void ChunkPane::leave(const std::function<void()> &then, const std::function<void()> &onStay)
{
    if (!hasUnsavedText())
        return then();
    if (m_isSaving) {
        m_leaving = {then, onStay};
        return;
    }
    if (m_isAsking)
        return;
    m_isAsking = true;
    const auto answered = [this](const std::function<void()> &next) {
        return [this, next] {
            m_isAsking = false;
            if (next)
                next();
        };
    };
    dialogs::askToSave(this, tr("The chunk has changes that are not saved."), {},
                       {.save = answered([this, then] { save(then); }),
                        .discard = answered([this, then] {
                            m_editor->clear();
                            then();
                        }),
                        .stay = answered(onStay)});
}

bool ChunkPane::hasUnsavedText() const
{
    return m_editor->isModified();
}
