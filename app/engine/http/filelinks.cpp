// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/http/filelinks.h"

#include "app/engine/http/access.h"
#include "app/engine/http/answers.h"
#include "app/engine/http/payload.h"
#include "app/engine/store/rows.h"

#include <QMessageAuthenticationCode>
#include <QRandomGenerator>

using namespace Qt::Literals::StringLiterals;

namespace http {

namespace {

constexpr qint64 secondsValid = 300;

QByteArray randomBytes()
{
    std::array<quint32, 8> numbers{};
    QRandomGenerator::system()->fillRange(numbers.data(), numbers.size());
    return {reinterpret_cast<const char *>(numbers.data()), sizeof numbers};
}

} // namespace

FileLinks::FileLinks(Clock clock)
    : m_now(clock)
    , m_secret(randomBytes())
{ }

QString FileLinks::link(const QByteArray &host, const QString &file, As as) const
{
    const QString timestamp = QString::number(m_now());
    const QString nonce = newId().remove(u'-');
    return u"http://%1/files/%2/file-preview?timestamp=%3&nonce=%4&sign=%5%6"_s.arg(
        QString::fromLatin1(host), file, timestamp, nonce,
        QString::fromLatin1(signature(file, timestamp, nonce).toPercentEncoding()),
        as == As::Attachment ? u"&as_attachment=true"_s : QString());
}

void FileLinks::requireSigned(const Request &request, const QString &file) const
{
    Payload query = Payload::ofQuery(u"FilePreviewQuery"_s, request, {u"timestamp"_s, u"nonce"_s, u"sign"_s});
    const auto timestamp = query.text("timestamp"_L1, Need::Required);
    const auto nonce = query.text("nonce"_L1, Need::Required);
    const auto sign = query.text("sign"_L1, Need::Required);
    query.check();
    const bool isFresh = m_now() - timestamp->toLongLong() <= secondsValid;
    if (!isFresh || !equalInConstantTime(sign->toUtf8(), signature(file, *timestamp, *nonce)))
        throw notFound(u"File not found or signature is invalid"_s);
}

QByteArray FileLinks::signature(const QString &file, const QString &timestamp, const QString &nonce) const
{
    const QByteArray text = u"file-preview|%1|%2|%3"_s.arg(file, timestamp, nonce).toUtf8();
    return QMessageAuthenticationCode::hash(text, m_secret, QCryptographicHash::Sha256)
        .toBase64(QByteArray::Base64UrlEncoding);
}

} // namespace http
