// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QUrl>

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
        QString path; //!< Empty: no such part.
        QString fileName;
        QByteArray data; //!< JSON; empty: no such part.
    };

    QByteArray verb;
    QString path{}; //!< Not encoded, from '/'.
    Query query{};
    QByteArray json{};
    std::optional<Upload> upload{};
    Priority priority = Priority::Interactive;
    QUrl url{}; //!< Instead of `path`: a signed address that a server handed out. It gets no key.
    QString saveAs{}; //!< Where the answer goes on disk, as it arrives; else it is kept in memory.
    QString refusal{}; //!< Why it is not sent at all, as a sentence for people.

    bool isRead() const { return verb == "GET"; }
};
