// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QTcpSocket>
#include <QUrl>

//! An answer as it came over the wire; status 0 if none came.
struct HttpAnswer
{
    int status = 0;
    QHash<QByteArray, QByteArray> headers; //!< Names in small letters.
    QByteArray body;

    QJsonObject json() const; //!< Empty if the body is no JSON object.
};

//! Speaks HTTP/1.1 over one connection as plainly as it is written, so that a test knows what is sent, and when.
//! Blocks. Opens the connection when it needs one, and again after the server closed it.
class HttpClient
{
public:
    using Headers = QList<std::pair<QByteArray, QByteArray>>;

    //! \a base: as the server says it, with /v1. Sends the key unless \a key is empty.
    explicit HttpClient(const QUrl &base, const QString &key = {});

    //! \a target: path and query, percent-encoded, from the root. Content-Length and Host are added, where not given.
    HttpAnswer send(const QByteArray &method, const QByteArray &target, const QByteArray &body = {},
                    const Headers &headers = {});
    HttpAnswer get(const QByteArray &target) { return send("GET", target); }
    HttpAnswer sendJson(const QByteArray &method, const QByteArray &target, const QJsonObject &body);

    int connections() const { return m_connections; } //!< How many were opened so far.

    // For those who send in pieces.
    bool open();
    bool write(const QByteArray &bytes);
    HttpAnswer read(bool withBody = true);
    QTcpSocket &socket() { return m_socket; }

private:
    bool fill();

    QUrl m_base;
    QByteArray m_authorization;
    QTcpSocket m_socket;
    QByteArray m_buffer;
    int m_connections = 0;
};

//! A part of a form: a file if it has a file name.
struct FormPart
{
    QByteArray name;
    QByteArray value;
    std::optional<QByteArray> fileName;
    QByteArray contentType;
};
//! The body of a multipart form with the boundary `boundary`.
QByteArray formBody(const QList<FormPart> &parts);
