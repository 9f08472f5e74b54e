// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/http/answers.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace http {

Response json(const QJsonObject &object, int status)
{
    return {status, "application/json", QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n', {}};
}

Response jsonList(const QJsonArray &array)
{
    return {200, "application/json", QJsonDocument(array).toJson(QJsonDocument::Compact) + '\n', {}};
}

Response noContent()
{
    return {204, "application/json", {}, {}};
}

Response success()
{
    return json({{u"result"_s, u"success"_s}});
}

Response refusal(const Refusal &refusal)
{
    Response response = json({{u"code"_s, QString::fromLatin1(refusal.code)},
                              {u"message"_s, refusal.message},
                              {u"status"_s, refusal.status}},
                             refusal.status);
    if (refusal.status == 401)
        response.headers.emplaceBack("WWW-Authenticate", "Bearer realm=\"api\"");
    return response;
}

Response segmentsRefusal(const QString &message)
{
    return json({{u"error"_s, message}}, 400);
}

Response unknownPath()
{
    return {404,
            "text/html; charset=utf-8",
            "<!doctype html>\n<html lang=en>\n<title>404 Not Found</title>\n<h1>Not Found</h1>\n"
            "<p>The requested URL was not found on the server. If you entered the URL manually please check your "
            "spelling and try again.</p>\n",
            {}};
}

Response redirect(const QByteArray &location)
{
    const QByteArray shown = QString::fromLatin1(location).toHtmlEscaped().toLatin1();
    return {308,
            "text/html; charset=utf-8",
            "<!doctype html>\n<html lang=en>\n<title>Redirecting...</title>\n<h1>Redirecting...</h1>\n"
            "<p>You should be redirected automatically to the target URL: <a href=\""
                + shown + "\">" + shown + "</a>. If not, click the link.\n",
            {{"Location", location}}};
}

Refusal badParameter(const QString &message)
{
    return {400, "invalid_param", message};
}

Refusal notFound(const QString &message)
{
    return {404, "not_found", message};
}

Refusal notFound(const QString &message, const Request &request, const QStringList &meant)
{
    return notFound(u"%1 You have requested this URI [%2] but did you mean %3 ?"_s.arg(message, request.path,
                                                                                       meant.join(" or "_L1)));
}

Refusal unauthorized(const QString &message)
{
    return {401, "unauthorized", message};
}

} // namespace http
