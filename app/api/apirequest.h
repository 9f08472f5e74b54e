// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>
#include <utility>

//! A request as it waits in the queue; below the base URL and without the key, which are the server's.
struct ApiRequest
{
    enum class Priority { Interactive, Poll, Transfer }; //!< A person waits; a timer asked; a file goes up.
    using Query = QList<std::pair<QString, QString>>; //!< Not encoded.

    //! A file that is streamed from disk as the part `file` of a multipart body; `data` is its other part.
    struct Upload
    {
        QString path;
        QString fileName;
        QByteArray data; //!< JSON.
    };

    QByteArray verb;
    QString path; //!< Not encoded, from '/'.
    Query query{};
    QByteArray json{};
    std::optional<Upload> upload{};
    Priority priority = Priority::Interactive;

    bool isRead() const { return verb == "GET"; }
};
