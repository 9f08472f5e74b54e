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

#include <QMessageBox>
#include <QPushButton>

using namespace Qt::Literals::StringLiterals;

void ChunkPane::add()
{
    leave([this] {
        m_view->setCurrentIndex({});
        m_message->say({});
        m_editor->openNew(m_place.hasAnswers);
    });
}

void ChunkPane::save(const std::function<void()> &then)
{
    if (!m_editor->isModified())
        return then ? then() : void();
    if (!m_server || m_isSaving)
        return saveFailed(m_isSaving ? tr("The chunk is being saved.") : tr("The document is not open any more."));
    m_isSaving = true;
    m_editor->setLocked(true);
    updateActions();
    const ChunksApi &api = m_server->chunks();
    if (m_editor->isNew()) {
        api.create(m_place.datasetId, m_place.documentId, {m_editor->draft()})
            ->then(this, [this, then](const Result<QList<Chunk>> &result) {
                if (!result)
                    return saveFailed(viewutil::sentence(result.error()));
                if (result->isEmpty())
                    return saveFailed(tr("The server did not store the chunk."));
                saved(result->first(), then);
            });
        return;
    }
    api.update(m_place.datasetId, m_place.documentId, m_editor->chunkId(), m_editor->changes())
        ->then(this, [this, then](const Result<Chunk> &result) {
            if (result)
                saved(result.value(), then);
            else
                saveFailed(viewutil::sentence(result.error()));
        });
}

void ChunkPane::saved(const Chunk &chunk, const std::function<void()> &then)
{
    m_isSaving = false;
    m_editor->setLocked(false);
    m_message->say({});
    m_editor->open(chunk, m_place.hasAnswers);
    m_model.put(chunk);
    select(chunk.id);
    updateActions();
    if (then)
        then();
}

void ChunkPane::saveFailed(const QString &message)
{
    m_isSaving = false;
    m_editor->setLocked(false);
    m_message->say(tr("Not saved: %1").arg(message));
    updateActions();
}

void ChunkPane::saveAndNext()
{
    save([this] {
        const QModelIndex current = m_model.indexOf(m_editor->chunkId());
        const QModelIndex next = current.siblingAtRow(current.row() + 1);
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
    const Chunk *chunk = m_model.chunk(m_view->currentIndex());
    if (!chunk)
        return;
    dialogs::ask(this, tr("Delete chunk %1?").arg(format::count(chunk->position)), tr("This cannot be undone."),
                 tr("Delete"), [this, id = chunk->id] { remove(id); });
}

void ChunkPane::remove(const QString &chunkId)
{
    if (!m_server)
        return;
    const QString documentId = m_place.documentId;
    m_server->chunks()
        .remove(m_place.datasetId, documentId, chunkId)
        ->then(this, [this, documentId, chunkId](const Result<Done> &result) {
            if (documentId != m_place.documentId)
                return;
            if (!result)
                return m_message->say(viewutil::sentence(result.error()));
            m_message->say({});
            if (m_editor->chunkId() == chunkId)
                m_editor->clear();
            m_model.remove(chunkId);
        });
}

void ChunkPane::leave(const std::function<void()> &then, const std::function<void()> &onStay)
{
    if (!hasUnsavedText())
        return then();
    if (m_isAsking)
        return;
    m_isAsking = true;
    auto *box = new QMessageBox(QMessageBox::Question, tr("Loredesk"), tr("The chunk has changes that are not saved."),
                                QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setObjectName(u"unsavedQuestion"_s);
    box->button(QMessageBox::Cancel)->setText(tr("Go on editing"));
    box->setDefaultButton(QMessageBox::Save);
    connect(box, &QMessageBox::finished, this, [this, then, onStay](int button) {
        m_isAsking = false;
        if (button == QMessageBox::Save)
            return save(then);
        if (button == QMessageBox::Discard) {
            m_editor->clear();
            return then();
        }
        if (onStay)
            onStay();
    });
    box->open();
}

bool ChunkPane::hasUnsavedText() const
{
    return m_editor->isModified();
}
