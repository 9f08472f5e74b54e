// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/http/access.h"

#include "app/engine/http/answers.h"

#include <QCryptographicHash>

using namespace Qt::Literals::StringLiterals;

namespace http {

namespace {

//! The name in a Host header, without port, brackets and final dot; empty if there is none.
QString nameOf(const QByteArray &host)
{
    QString name = QString::fromLatin1(host).trimmed().toLower();
    if (name.startsWith(u'[')) {
        name = name.mid(1, name.indexOf(u']') - 1);
    } else if (const auto colon = name.indexOf(u':'); colon >= 0) {
        name.truncate(colon);
    }
    if (name.endsWith(u'.'))
        name.chop(1);
    return name;
}

} // namespace

Access::Access(const QByteArray &key, const QStringList &hosts)
    : m_key(key)
    , m_hosts({u"localhost"_s, u"127.0.0.1"_s, u"::1"_s})
{
    for (const QString &host : hosts)
        m_hosts.append(nameOf(host.toLatin1()));
}

void Access::requireKey(const QByteArray &authorization) const
{
    const auto space = authorization.indexOf(' ');
    if (space < 0)
        throw unauthorized(u"Authorization header must be provided and start with 'Bearer'"_s);
    if (authorization.left(space).toLower() != "bearer")
        throw unauthorized(u"Authorization scheme must be 'Bearer'"_s);
    if (!equalInConstantTime(authorization.mid(space + 1).trimmed(), m_key))
        throw unauthorized(u"Access token is invalid"_s);
}

void Access::requireHost(const QByteArray &host) const
{
    const QString name = nameOf(host);
    if (!name.isEmpty() && m_hosts.contains(name))
        return;
    throw Refusal{403, "forbidden",
                  u"The host '%1' is not one of this server; it can be allowed with --allow-host."_s.arg(name)};
}

bool equalInConstantTime(const QByteArray &given, const QByteArray &expected)
{
    // Of equal length by hashing, so that the length of the key does not show either.
    const auto a = QCryptographicHash::hash(given, QCryptographicHash::Sha256);
    const auto b = QCryptographicHash::hash(expected, QCryptographicHash::Sha256);
    unsigned difference = 0;
    for (qsizetype i = 0; i < a.size(); ++i)
        difference |= static_cast<unsigned char>(a[i] ^ b[i]);
    return difference == 0;
}

} // namespace http
