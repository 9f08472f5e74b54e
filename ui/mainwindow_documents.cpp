// SPDX-License-Identifier: GPL-3.0-or-later
// Which document's chunks the window shows.
#include "app/services/servers.h"
#include "ui/mainwindow.h"
#include "ui/pages/chunkpane.h"

namespace {

ChunkStructure::Form formOf(const QString &docForm)
{
    return chunkFormFromString(docForm).value_or(ChunkStructure::Form::General);
}

} // namespace

void MainWindow::openDocument(const Document &document)
{
    if (!m_shown)
        return;
    const Server *server = m_backend.servers.find(m_shown->serverId);
    m_chunks->open(*server, {.datasetId = m_shown->dataset.id,
                             .documentId = document.id,
                             .documentName = document.name,
                             .form = formOf(document.docForm),
                             .chunkId = {},
                             .problem = document.error});
}

void MainWindow::openHit(const Hit &hit)
{
    if (!m_shown)
        return;
    const Server *server = m_backend.servers.find(m_shown->serverId);
    m_chunks->open(*server, {.datasetId = m_shown->dataset.id,
                             .documentId = hit.chunk.documentId,
                             .documentName = hit.documentName,
                             .form = formOf(m_shown->dataset.docForm),
                             .chunkId = hit.chunk.id,
                             .problem = {}});
    if (!m_isNarrow)
        setChunksShown(true);
}
