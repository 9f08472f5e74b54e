// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/http/router.h"

using namespace Qt::Literals::StringLiterals;

namespace http {

namespace {

bool fits(const QStringList &pattern, const QStringList &segments, QStringList *arguments)
{
    if (pattern.size() != segments.size())
        return false;
    arguments->clear();
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        if (pattern[i] == "{id}"_L1) {
            if (!isUuid(segments[i]))
                return false;
            arguments->append(segments[i].toLower());
        } else if (pattern[i] == "{text}"_L1) {
            if (segments[i].isEmpty())
                return false;
            arguments->append(segments[i]);
        } else if (pattern[i] != segments[i]) {
            return false;
        }
    }
    return true;
}

} // namespace

bool isUuid(QStringView text)
{
    if (text.size() != 36)
        return false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
        const char16_t c = text[i].unicode();
        const bool hex = (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F');
        if (dash ? c != u'-' : !hex)
            return false;
    }
    return true;
}

void Router::add(const QByteArray &method, QStringView pattern, const Handler &handler, Key key, Pace pace)
{
    m_routes.append({method, pattern.toString().split(u'/'), handler, key, pace});
}

Router::Match Router::match(const QByteArray &method, const QString &path) const
{
    const QStringList segments = path.split(u'/');
    const QByteArray wanted = method == "HEAD" ? QByteArray("GET") : method;
    Match match;
    for (const Route &route : m_routes) {
        QStringList arguments;
        if (!fits(route.segments, segments, &arguments))
            continue;
        match.methods.append(route.method);
        if (route.method == wanted && !match.handler) {
            match.handler = &route.handler;
            match.arguments = arguments;
            match.key = route.key;
            match.pace = route.pace;
        }
    }
    return match;
}

QStringList Router::routes() const
{
    QStringList routes;
    for (const Route &route : m_routes)
        routes.append(QString::fromLatin1(route.method) + u' ' + route.segments.join(u'/'));
    return routes;
}

} // namespace http
