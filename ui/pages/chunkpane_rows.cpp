// SPDX-License-Identifier: GPL-3.0-or-later
// Which chunk of the pane's tree is chosen, and what of it is shown.
#include "app/models/chunksmodel.h"
#include "ui/pages/chunkpane.h"
#include "ui/widgets/treeview.h"

ChunkRef ChunkPane::refOf(const QModelIndex &index) const
{
    const Chunk *chunk = m_model.chunk(index);
    const ChildChunk *child = m_model.childChunk(index);
    return {chunk ? chunk->id : QString(), child ? child->id : QString()};
}

QModelIndex ChunkPane::indexOf(const ChunkRef &ref) const
{
    return ref.childId.isEmpty() ? m_model.indexOf(ref.chunkId) : m_model.indexOfChild(ref.chunkId, ref.childId);
}

QString ChunkPane::numberOf(const ChunkRef &ref) const
{
    return indexOf(ref).data(ChunksModel::NumberRole).toString();
}

void ChunkPane::onCurrentChanged(const QModelIndex &current)
{
    updateActions();
    const ChunkRef ref = refOf(current);
    if (ref.chunkId.isEmpty() || (!m_editor->isNew() && ref == m_editor->ref()))
        return;
    leave([this, ref] { show(ref); }, [this] { select(m_editor->ref()); });
}

void ChunkPane::onChanged(const QModelIndex &first, const QModelIndex &last)
{
    updateActions();
    const QModelIndex shown = m_editor->isNew() ? QModelIndex() : indexOf(m_editor->ref());
    const bool touched = shown.isValid() && shown.parent() == first.parent() && shown.row() >= first.row()
                         && shown.row() <= last.row();
    if (touched && !m_editor->isModified())
        edit(shown);
}

void ChunkPane::show(const ChunkRef &ref)
{
    const QModelIndex index = indexOf(ref);
    if (!index.isValid())
        return m_editor->clear();
    edit(index);
    if (m_view->currentIndex() != index)
        select(ref);
    updateActions();
}

void ChunkPane::edit(const QModelIndex &index)
{
    const Chunk *chunk = m_model.chunk(index);
    if (const ChildChunk *child = m_model.childChunk(index))
        m_editor->openChild(chunk->id, *child);
    else
        m_editor->open(*chunk, hasAnswers());
}

void ChunkPane::chooseWanted()
{
    if (m_place.chunkId.isEmpty() || !m_model.indexOf(m_place.chunkId).isValid())
        return;
    select({std::exchange(m_place.chunkId, {}), {}});
}

void ChunkPane::select(const ChunkRef &ref)
{
    const QModelIndex index = indexOf(ref);
    if (!index.isValid())
        return;
    m_view->setCurrentIndex(index);
    m_view->scrollTo(index, QAbstractItemView::PositionAtCenter);
}

//! Where the whole document is one chunk, what there is to see are its children.
void ChunkPane::openLoneChunk()
{
    if (hasChildren() && m_model.state() == LoadState::Complete && m_model.total() == 1)
        m_view->expand(m_model.index(0, 0));
}

//! The view asks for more chunks by itself, but not for more children of a chunk.
void ChunkPane::fetchVisibleChildren()
{
    const QModelIndex last = m_view->indexAt(m_view->viewport()->rect().bottomLeft() + QPoint(1, -1));
    const QModelIndex parent = last.isValid() ? last.parent() : QModelIndex();
    if (parent.isValid() && last.row() + 1 >= m_model.rowCount(parent) && m_model.canFetchMore(parent))
        m_model.fetchMore(parent);
}
