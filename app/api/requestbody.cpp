// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/requestbody.h"

#include <QUuid>

namespace {

//! A name for Content-Disposition as browsers write it and servers read it: UTF-8, quotes and line breaks escaped.
QByteArray quoted(const QString &fileName)
{
    QByteArray name = fileName.toUtf8();
    name.replace('"', "%22").replace('\r', "%0D").replace('\n', "%0A");
    return '"' + name + '"';
}

} // namespace

RequestBody::RequestBody(const ApiRequest &request, QObject *parent)
    : QIODevice(parent)
    , m_contentType("application/json")
    , m_head(request.json)
{
    if (request.upload)
        addFile(*request.upload);
    open(ReadOnly | Unbuffered);
}

void RequestBody::addFile(const ApiRequest::Upload &upload)
{
    const QByteArray boundary = "--loredesk-" + QUuid::createUuid().toByteArray(QUuid::Id128);
    m_contentType = "multipart/form-data; boundary=" + boundary.mid(2);
    if (!upload.data.isEmpty())
        m_head = boundary + "\r\nContent-Disposition: form-data; name=\"data\"\r\n\r\n" + upload.data + "\r\n";
    m_tail = boundary + "--\r\n";
    if (upload.path.isEmpty())
        return;
    m_head += boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=" + quoted(upload.fileName)
              + "\r\nContent-Type: application/octet-stream\r\n\r\n";
    m_tail.prepend("\r\n");
    m_isReady = false;
    m_file = std::make_unique<FileReader>(upload.path);
    connect(m_file.get(), &FileReader::readyRead, this, &RequestBody::readyRead);
    connect(m_file.get(), &FileReader::opened, this, [this] {
        m_fileSize = m_file->size();
        m_isReady = true;
        emit ready();
    });
}

qint64 RequestBody::readData(char *data, qint64 max)
{
    if (!problem().isEmpty())
        return -1;
    if (max == 0 || atEnd())
        return 0;
    const qint64 fileEnd = m_head.size() + m_fileSize;
    qint64 count = 0;
    if (m_position >= m_head.size() && m_position < fileEnd) {
        count = m_file->read(data, max);
    } else {
        const QByteArray piece
            = m_position < m_head.size() ? m_head.mid(m_position, max) : m_tail.mid(m_position - fileEnd, max);
        memcpy(data, piece.constData(), static_cast<size_t>(piece.size()));
        count = piece.size();
    }
    if (count > 0)
        m_position += count;
    return count;
}
