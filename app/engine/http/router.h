// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/engine/http/message.h"

#include <functional>

namespace http {

//! As it is on the wire, in capitals or not.
bool isUuid(QStringView text);

//! A route: from request to response, on any thread; may throw Refusal.
using Handler = std::function<Response(const Request &)>;

//! Finds the route of a request.
class Router
{
public:
    enum class Key { Required, NotAsked };
    //! Whether a route may have to wait for somebody else, a model: then it takes no thread away from the others.
    enum class Pace { Quick, MayWait };

    //! \a pattern: a path, where `{id}` stands for a UUID and `{text}` for anything.
    void add(const QByteArray &method, QStringView pattern, const Handler &handler, Key key = Key::Required,
             Pace pace = Pace::Quick);

    struct Match
    {
        const Handler *handler = nullptr; //!< Not set if the path has no such method.
        QStringList arguments; //!< UUIDs in small letters.
        QByteArrayList methods; //!< All that the path has; empty if there is no such path.
        Key key = Key::Required;
        Pace pace = Pace::Quick;
    };
    //! HEAD is answered by the route of GET.
    Match match(const QByteArray &method, const QString &path) const;

    QStringList routes() const; //!< All, as "GET /v1/datasets/{id}".

private:
    struct Route
    {
        QByteArray method;
        QStringList segments;
        Handler handler;
        Key key;
        Pace pace;
    };
    QList<Route> m_routes;
};

} // namespace http
