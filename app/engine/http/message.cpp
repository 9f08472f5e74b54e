// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/http/message.h"

#include <QFile>

using namespace Qt::Literals::StringLiterals;

namespace http {

Request::~Request()
{
    removeFiles();
}

void Request::removeFiles()
{
    for (Part &part : parts) {
        if (!part.path.isEmpty())
            QFile::remove(part.path);
        part.path.clear();
    }
}

bool Request::isJson() const
{
    const QByteArray type = contentType.split(';').constFirst().trimmed().toLower();
    return type == "application/json" || (type.startsWith("application/") && type.endsWith("+json"));
}

std::optional<QString> Request::query(QStringView name) const
{
    const QStringList all = queries(name);
    return all.isEmpty() ? std::nullopt : std::optional(all.last());
}

QStringList Request::queries(QStringView name) const
{
    QStringList values;
    for (const auto &[key, value] : queryItems) {
        if (key == name)
            values.append(value);
    }
    return values;
}

FileBody::FileBody(const QString &path, Afterwards afterwards)
    : m_file(path)
    , m_afterwards(afterwards)
{
    std::ignore = m_file.open(QFile::ReadOnly);
}

FileBody::~FileBody()
{
    m_file.close();
    if (m_afterwards == Afterwards::Remove)
        m_file.remove();
}

qint64 FileBody::read(qint64 position, char *data, qint64 size)
{
    return m_file.seek(position) ? m_file.read(data, size) : -1;
}

} // namespace http
