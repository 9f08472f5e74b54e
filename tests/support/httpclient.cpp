// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/httpclient.h"

#include <QJsonDocument>

namespace {

constexpr int patience = 60'000; // ms

bool has(const HttpClient::Headers &headers, const QByteArray &name)
{
    return std::any_of(headers.cbegin(), headers.cend(),
                       [&](const auto &header) { return header.first.compare(name, Qt::CaseInsensitive) == 0; });
}

} // namespace

QJsonObject HttpAnswer::json() const
{
    return QJsonDocument::fromJson(body).object();
}

HttpClient::HttpClient(const QUrl &base, const QString &key)
    : m_base(base)
    , m_authorization(key.isEmpty() ? QByteArray() : "Bearer " + key.toUtf8())
{ }

HttpAnswer HttpClient::send(const QByteArray &method, const QByteArray &target, const QByteArray &body,
                            const Headers &headers)
{
    QByteArray message = method + ' ' + target + " HTTP/1.1\r\n";
    if (!has(headers, "Host"))
        message += "Host: " + m_base.authority().toLatin1() + "\r\n";
    if (!m_authorization.isEmpty() && !has(headers, "Authorization"))
        message += "Authorization: " + m_authorization + "\r\n";
    if (!body.isEmpty() || method == "POST" || method == "PATCH" || method == "PUT")
        message += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
    for (const auto &[name, value] : headers)
        message += name + ": " + value + "\r\n";
    message += "\r\n";
    if (!open() || !write(message) || !write(body))
        return {};
    return read(method != "HEAD");
}

HttpAnswer HttpClient::sendJson(const QByteArray &method, const QByteArray &target, const QJsonObject &body)
{
    return send(method, target, QJsonDocument(body).toJson(QJsonDocument::Compact),
                {{"Content-Type", "application/json"}});
}

bool HttpClient::open()
{
    if (m_socket.state() == QAbstractSocket::ConnectedState)
        m_socket.waitForReadyRead(0); // notices when the server has closed it
    if (m_socket.state() == QAbstractSocket::ConnectedState)
        return true;
    m_socket.abort();
    m_buffer.clear();
    ++m_connections;
    m_socket.connectToHost(m_base.host(), static_cast<quint16>(m_base.port()));
    return m_socket.waitForConnected(patience);
}

bool HttpClient::write(const QByteArray &bytes)
{
    m_socket.write(bytes);
    while (m_socket.bytesToWrite() > 0) {
        if (!m_socket.waitForBytesWritten(patience))
            return m_socket.bytesAvailable() > 0; // it has answered before it had read everything
    }
    return true;
}

bool HttpClient::fill()
{
    if (m_socket.bytesAvailable() == 0 && !m_socket.waitForReadyRead(patience))
        return false;
    m_buffer += m_socket.readAll();
    return true;
}

HttpAnswer HttpClient::read(bool withBody)
{
    qsizetype end = -1;
    while ((end = m_buffer.indexOf("\r\n\r\n")) < 0) {
        if (!fill())
            return {};
    }
    const QByteArrayList lines = m_buffer.left(end).split('\n');
    m_buffer.remove(0, end + 4);
    HttpAnswer answer;
    answer.status = lines.first().split(' ').value(1).toInt();
    for (const QByteArray &line : lines.mid(1)) {
        const auto colon = line.indexOf(':');
        answer.headers.insert(line.left(colon).toLower(), line.mid(colon + 1).trimmed());
    }
    if (answer.status == 100)
        return read(withBody);
    const qsizetype length = withBody ? answer.headers.value("content-length").toLongLong() : 0;
    while (m_buffer.size() < length) {
        if (!fill())
            return {};
    }
    answer.body = m_buffer.left(length);
    m_buffer.remove(0, length);
    return answer;
}

QByteArray formBody(const QList<FormPart> &parts)
{
    QByteArray body;
    for (const FormPart &part : parts) {
        body += "--boundary\r\nContent-Disposition: form-data; name=\"" + part.name + '"';
        if (part.fileName)
            body += "; filename=\"" + *part.fileName + '"';
        if (!part.contentType.isEmpty())
            body += "\r\nContent-Type: " + part.contentType;
        body += "\r\n\r\n" + part.value + "\r\n";
    }
    return body + "--boundary--\r\n";
}
