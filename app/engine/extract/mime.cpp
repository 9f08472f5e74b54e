// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/extract/mime.h"

#include "app/engine/extract/charsets.h"
#include "app/engine/extract/encoding.h"

#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray quotedPrintable(QByteArrayView text, bool isInWord)
{
    QByteArray out;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (isInWord && text[i] == '_') {
            out += ' ';
        } else if (text[i] != '=') {
            out += text[i];
        } else if (text.sliced(i + 1).startsWith("\r\n")) {
            i += 2;
        } else if (text.sliced(i + 1).startsWith('\n')) {
            i += 1;
        } else {
            bool isHex = false;
            const auto digits = text.sliced(i + 1, qMin<qsizetype>(2, text.size() - i - 1)).toByteArray();
            const int byte = digits.toInt(&isHex, 16);
            out += isHex ? char(byte) : '=';
            i += isHex ? digits.size() : 0;
        }
    }
    return out;
}

QString decoded(const QByteArray &bytes, const QString &charset)
{
    const QString usual = usualCharset(charset);
    if (!charset.isEmpty() && isCharsetKnown(usual))
        return decodeAs(usual, bytes);
    return decodeText(bytes).value_or(QString());
}

//! A parameter of a structured field, quoted or not; of RFC 2231's forms the one in a single piece.
QString parameter(const QByteArray &field, const QString &name)
{
    const QRegularExpression form(
        u";\\s*%1(\\*(?:0\\*?)?)?\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^;\\s]*))"_s.arg(name),
        QRegularExpression::CaseInsensitiveOption);
    const auto match = form.match(QString::fromLatin1(field));
    if (!match.hasMatch())
        return {};
    const QByteArray value = (match.captured(2) + match.captured(3)).toLatin1();
    if (!match.captured(1).endsWith(u'*') || value.count('\'') < 2)
        return decodedWords(value);
    const auto charsetEnd = value.indexOf('\'');
    const auto languageEnd = value.indexOf('\'', charsetEnd + 1);
    return decoded(QByteArray::fromPercentEncoding(value.sliced(languageEnd + 1)),
                   QString::fromLatin1(value.first(charsetEnd)));
}

QByteArrayView lineAt(QByteArrayView bytes, qsizetype at)
{
    const qsizetype end = bytes.indexOf('\n', at);
    return bytes.sliced(at, (end < 0 ? bytes.size() : end + 1) - at);
}

} // namespace

QString decodedWords(const QByteArray &field)
{
    static const QRegularExpression word(u"=\\?([^?\\s]*)\\?([bBqQ])\\?([^?]*)\\?="_s);
    const QString latin = QString::fromLatin1(field); // A character for each byte.
    QString out;
    QByteArray bytes; // Of words in a row, which may share a character.
    QString charset;
    qsizetype at = 0;
    for (auto words = word.globalMatch(latin); words.hasNext();) {
        const auto match = words.next();
        const QByteArray between = field.mid(at, match.capturedStart() - at);
        const QString itsCharset = match.captured(1).section(u'*', 0, 0);
        if (!between.trimmed().isEmpty() || itsCharset != charset) {
            out += decoded(std::exchange(bytes, {}), charset);
            out += between.trimmed().isEmpty() && at > 0 ? QString() : decoded(between, {});
        }
        charset = itsCharset;
        const QByteArray encoded = match.captured(3).toLatin1();
        bytes += match.captured(2).toLower() == u'b' ? QByteArray::fromBase64(encoded) : quotedPrintable(encoded, true);
        at = match.capturedEnd();
    }
    out += decoded(bytes, charset) + decoded(field.mid(at), {});
    return out.simplified();
}

MimePart::MimePart(QByteArrayView bytes)
{
    qsizetype at = bytes.startsWith("From ") ? lineAt(bytes, 0).size() : 0; // The mark of a mailbox file.
    QByteArray last;
    while (at < bytes.size()) {
        const QByteArrayView line = lineAt(bytes, at);
        const qsizetype colon = line.indexOf(':');
        const bool isFolded = (line[0] == ' ' || line[0] == '\t') && !last.isEmpty() && !line.trimmed().isEmpty();
        if (!isFolded && colon < 1)
            break;
        at += line.size();
        if (isFolded) {
            m_fields[last] += ' ' + line.trimmed().toByteArray();
            continue;
        }
        last = line.first(colon).trimmed().toByteArray().toLower();
        if (m_fields.contains(last))
            last += '+'; // Of the first alone what follows in the next line.
        m_fields.insert(last, line.sliced(colon + 1).trimmed().toByteArray());
    }
    const QByteArrayView rest = bytes.sliced(at);
    m_body = rest.startsWith("\r\n") || rest.startsWith('\n') ? rest.sliced(rest[0] == '\r' ? 2 : 1) : rest;
}

QString MimePart::text(const QByteArray &name) const
{
    return decodedWords(field(name));
}

QByteArray MimePart::type() const
{
    const QByteArray type = field("content-type").split(';').constFirst().trimmed().toLower();
    return type.contains('/') ? type : QByteArray("text/plain");
}

bool MimePart::isAttachment() const
{
    return field("content-disposition").trimmed().toLower().startsWith("attachment");
}

QString MimePart::fileName() const
{
    const QString name = parameter(field("content-disposition"), u"filename"_s);
    return name.isEmpty() ? parameter(field("content-type"), u"name"_s) : name;
}

QList<MimePart> MimePart::parts() const
{
    const QByteArray mark = "--" + parameter(field("content-type"), u"boundary"_s).toLatin1();
    const QByteArray lastMark = mark + "--";
    QList<MimePart> all;
    qsizetype start = -1;
    for (qsizetype at = 0; mark.size() > 2 && at < m_body.size();) {
        const QByteArrayView line = lineAt(m_body, at);
        const bool isMark = line.startsWith(mark) && line.trimmed() == mark;
        if (isMark || (line.startsWith(lastMark) && line.trimmed() == lastMark)) {
            if (start >= 0)
                all.append(MimePart(m_body.sliced(start, at - start)));
            start = isMark ? at + line.size() : -1;
        }
        at += line.size();
    }
    if (start >= 0) // The last mark is missing.
        all.append(MimePart(m_body.sliced(start)));
    return all;
}

QByteArray MimePart::content() const
{
    const QByteArray encoding = field("content-transfer-encoding").trimmed().toLower();
    if (encoding == "base64")
        return QByteArray::fromBase64(m_body.toByteArray());
    return encoding == "quoted-printable" ? quotedPrintable(m_body, false) : m_body.toByteArray();
}

QString MimePart::contentText() const
{
    const QByteArray bytes = content();
    const QString charset = usualCharset(parameter(field("content-type"), u"charset"_s));
    // What mailers call US-ASCII is often none: the bytes have their say.
    return decodeText(bytes, charset).value_or(QString());
}
