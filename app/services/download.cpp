// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/download.h"

#include "app/api/documentsapi.h"
#include "app/api/erroradvice.h"

#include <QFileInfo>

#include <algorithm>
#include <utility>

Download::Download(const DocumentsApi &api, const QString &datasetId, QObject *parent)
    : QObject(parent)
    , m_api(api)
    , m_datasetId(datasetId)
{ }

void Download::saveOne(const QString &documentId, const QString &path)
{
    m_parts = {{documentId}};
    m_paths = {path};
    m_api.originalUrl(m_datasetId, documentId)->then(this, [this](const Result<QUrl> &result) {
        if (!result)
            return emit failed(sentenceFor(result.error()));
        follow(m_api.download(result.value(), m_paths.first()));
    });
}

void Download::saveZips(const QStringList &documentIds, const QString &path)
{
    constexpr qsizetype most = DocumentsApi::maxDownloadsAtOnce;
    for (qsizetype first = 0; first < documentIds.size(); first += most)
        m_parts.append(documentIds.mid(first, most));
    const QFileInfo wanted(path);
    const QString stem = wanted.path() + u'/' + wanted.completeBaseName();
    for (qsizetype part = 1; part <= m_parts.size(); ++part) {
        m_paths.append(m_parts.size() == 1 ? path : tr("%1 (%2 of %3).zip").arg(stem).arg(part).arg(m_parts.size()));
        if (m_parts.size() > 1 && QFileInfo::exists(m_paths.last()))
            return emit failed(tr("“%1” is there already.").arg(m_paths.last()));
    }
    next();
}

void Download::next()
{
    if (m_done == m_parts.size())
        return emit finished();
    follow(m_api.downloadZip(m_datasetId, m_parts.at(m_done), m_paths.at(m_done)));
}

void Download::follow(Call<Done> *call)
{
    connect(call, &CallBase::received, this, [this](qint64 bytes, qint64 total) {
        m_bytes = bytes;
        m_bytesTotal = total;
        emit progressed();
    });
    call->then(this, [this](const Result<Done> &result) { answered(result); });
}

void Download::answered(const Result<Done> &result)
{
    if (!result)
        return emit failed(sentenceFor(result.error()));
    ++m_done;
    m_bytesDone += std::exchange(m_bytes, 0);
    m_bytesTotal = -1;
    emit progressed();
    next();
}

double Download::fraction() const
{
    const double part = m_bytesTotal > 0 ? static_cast<double>(m_bytes) / static_cast<double>(m_bytesTotal) : 0;
    return m_parts.isEmpty() ? 0 : (m_done + std::min(1., part)) / static_cast<double>(m_parts.size());
}
