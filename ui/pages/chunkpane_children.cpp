// SPDX-License-Identifier: GPL-3.0-or-later
// What the chunk pane does to child chunks.
#include "app/models/chunksmodel.h"
#include "app/services/server.h"
#include "ui/dialogs/ask.h"
#include "ui/pages/chunkpane.h"
#include "ui/viewutil.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/treeview.h"

#include <QMessageBox>
#include <QPushButton>

using namespace Qt::Literals::StringLiterals;

void ChunkPane::addChild()
{
    const QString chunkId = refOf(m_view->currentIndex()).chunkId;
    if (chunkId.isEmpty())
        return;
    leave([this, chunkId] {
        m_message->say({});
        m_view->expand(m_model.indexOf(chunkId));
        m_editor->openChild(chunkId, {});
    });
}

void ChunkPane::saveChild(const std::function<void()> &then)
{
    setSaving(true);
    const ChildChunksApi &api = m_server->childChunks();
    const ChunkRef ref = m_editor->ref();
    const ChildChunksApi::Parent parent{m_place.datasetId, m_place.documentId, ref.chunkId};
    auto *call
        = m_editor->isNew() ? api.create(parent, m_editor->text()) : api.update(parent, ref.childId, m_editor->text());
    call->then(this, [this, then, documentId = parent.documentId](const Result<ChildChunk> &result) {
        if (documentId != m_place.documentId)
            return;
        if (result)
            childSaved(result.value(), then);
        else
            saveFailed(viewutil::sentence(result.error()));
    });
}

void ChunkPane::childSaved(const ChildChunk &child, const std::function<void()> &then)
{
    const QString chunkId = m_editor->ref().chunkId;
    m_message->say({});
    m_editor->openChild(chunkId, child);
    setSaving(false);
    m_model.putChild(chunkId, child);
    select({chunkId, child.id});
    updateActions();
    if (then)
        then();
    goOn(true);
}

//! The search reads the children: changing their parent's text alone leaves it finding the old one.
bool ChunkPane::mustAskAboutChildren() const
{
    return canHaveChildren() && m_editor->isTextModified() && m_model.childCount(m_editor->ref().chunkId) != 0;
}

void ChunkPane::askAboutChildren(const std::function<void()> &then)
{
    const ChunkChanges changes = m_editor->changes();
    QMessageBox *box = dialogs::ask(
        this, tr("Make the child chunks of chunk %1 anew?").arg(numberOf(m_editor->ref())),
        tr("The search reads them. Made anew they follow the new text, and what was written into them by hand is lost. "
           "Kept as they are, the search goes on finding the old text."),
        tr("Make anew"), [this, changes, then] {
            ChunkChanges anew = changes;
            anew.regenerateChildren = true;
            update(anew, then);
        });
    QPushButton *keep = box->addButton(tr("Keep them"), QMessageBox::ActionRole);
    keep->setObjectName(u"questionKeep"_s);
    connect(keep, &QPushButton::clicked, this, [this, changes, then] { update(changes, then); });
}

void ChunkPane::askToRegenerate()
{
    const Chunk *chunk = m_model.chunk(m_view->currentIndex());
    if (!chunk)
        return;
    if (hasUnsavedText())
        return m_message->say(tr("Save the chunk first."));
    dialogs::ask(this, tr("Make the child chunks of chunk %1 anew?").arg(numberOf({chunk->id, {}})),
                 tr("They are cut from the text of the chunk. What was written into them by hand is lost."),
                 tr("Make anew"), [this, asked = *chunk] { regenerate(asked); });
}

void ChunkPane::regenerate(const Chunk &chunk)
{
    if (!m_server)
        return;
    const QString documentId = m_place.documentId;
    ChunkChanges changes(chunk);
    changes.regenerateChildren = true;
    m_server->chunks()
        .update(m_place.datasetId, documentId, chunk.id, changes)
        ->then(this, [this, documentId](const Result<Chunk> &result) {
            if (documentId != m_place.documentId)
                return;
            m_message->say(result ? QString() : viewutil::sentence(result.error()));
            if (!result)
                return;
            m_model.put(result.value());
            m_model.reloadChildren(result->id);
        });
}
