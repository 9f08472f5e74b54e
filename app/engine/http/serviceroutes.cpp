// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/http/answers.h"
#include "app/engine/http/routes.h"

#include <QCoreApplication>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace http {

void addServiceRoutes(Router &router)
{
    router.add(
        "GET", u"/health",
        [](const Request &) {
            return json({{u"pid"_s, QCoreApplication::applicationPid()},
                         {u"status"_s, u"ok"_s},
                         {u"version"_s, QString::fromLatin1(apiVersion)}});
        },
        Router::Key::NotAsked);
    router.add(
        "GET", u"/v1", [](const Request &request) { return redirect("http://" + request.host + "/v1/"); },
        Router::Key::NotAsked);
}

} // namespace http
