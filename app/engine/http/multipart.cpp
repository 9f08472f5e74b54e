// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/http/multipart.h"

#include "app/engine/http/answers.h"

#include <QTemporaryFile>

using namespace Qt::Literals::StringLiterals;

namespace http {

namespace {

constexpr qsizetype longestHeader = 16 * 1024;

Refusal malformed()
{
    return {400, "bad_request", u"The browser (or proxy) sent a request that this server could not understand."_s};
}

QString decoded(const QByteArray &text)
{
    const QString utf8 = QString::fromUtf8(text);
    return utf8.contains(QChar::ReplacementCharacter) ? QString::fromLatin1(text) : utf8;
}

//! Splits `a; b="c;d"; e*=f` at the semicolons outside quotes.
QByteArrayList parametersOf(const QByteArray &header)
{
    QByteArrayList parameters;
    QByteArray current;
    bool quoted = false;
    for (qsizetype i = 0; i < header.size(); ++i) {
        const char c = header[i];
        if (quoted && c == '\\' && i + 1 < header.size() && header[i + 1] == '"') {
            current += "\\\"";
            ++i;
            continue;
        }
        if (c == '"')
            quoted = !quoted;
        if (c == ';' && !quoted) {
            parameters.append(current.trimmed());
            current.clear();
        } else {
            current += c;
        }
    }
    parameters.append(current.trimmed());
    return parameters;
}

//! Quoted pairs, and %22 as browsers write a quotation mark.
QByteArray unquoted(QByteArray value)
{
    if (value.size() >= 2 && value.startsWith('"') && value.endsWith('"')) {
        value = value.mid(1, value.size() - 2);
        value.replace("\\\\", "\\").replace("\\\"", "\"").replace("%22", "\"");
    }
    return value;
}

QByteArray headerValue(const QByteArray &headers, const QByteArray &name)
{
    for (const QByteArray &line : headers.split('\n')) {
        const auto colon = line.indexOf(':');
        if (colon > 0 && line.left(colon).trimmed().compare(name, Qt::CaseInsensitive) == 0)
            return line.mid(colon + 1).trimmed();
    }
    return {};
}

} // namespace

std::optional<QString> headerParameter(const QByteArray &header, const QByteArray &name)
{
    std::optional<QString> plain;
    for (const QByteArray &parameter : parametersOf(header)) {
        const auto equals = parameter.indexOf('=');
        if (equals < 0)
            continue;
        const QByteArray key = parameter.left(equals).trimmed().toLower();
        const QByteArray value = parameter.mid(equals + 1).trimmed();
        if (key == name + '*') { // RFC 5987: charset'language'percent-encoded
            const QByteArrayList pieces = value.split('\'');
            if (pieces.size() == 3)
                return decoded(QByteArray::fromPercentEncoding(pieces[2]));
        } else if (key == name && !plain) {
            plain = decoded(unquoted(value));
        }
    }
    return plain;
}

MultipartReader::MultipartReader(const QByteArray &contentType, const QString &folder, const Limits &limits)
    : m_limits(limits)
    , m_folder(folder)
{
    const QByteArray boundary = headerParameter(contentType, "boundary").value_or(QString()).toLatin1();
    if (boundary.isEmpty() || boundary.size() > 200)
        throw malformed();
    m_delimiter = "\r\n--" + boundary;
    m_buffer = "\r\n"; // so that the first boundary begins like the others
}

MultipartReader::~MultipartReader()
{
    m_file.close();
    for (const Part &part : std::as_const(m_parts)) {
        if (!part.path.isEmpty())
            QFile::remove(part.path);
    }
}

void MultipartReader::feed(const char *data, qsizetype size)
{
    m_buffer.append(data, size);
    while (step()) { }
}

QList<Part> MultipartReader::take()
{
    if (m_state != State::Epilogue)
        throw malformed();
    return std::exchange(m_parts, {});
}

//! Returns false when more data is needed.
bool MultipartReader::step()
{
    switch (m_state) {
    case State::Preamble:
        return skipPreamble();
    case State::Headers:
        return readHeaders();
    case State::Body:
        return readBody();
    case State::Epilogue:
        m_buffer.clear();
        return false;
    }
    Q_UNREACHABLE();
}

bool MultipartReader::skipPreamble()
{
    const auto found = m_buffer.indexOf(m_delimiter);
    if (found < 0) {
        m_buffer = m_buffer.right(m_delimiter.size() - 1);
        return false;
    }
    m_buffer.remove(0, found + m_delimiter.size());
    m_state = State::Headers;
    return true;
}

bool MultipartReader::readHeaders()
{
    if (m_buffer.size() < 2)
        return false;
    if (m_buffer.startsWith("--")) {
        m_state = State::Epilogue;
        return true;
    }
    const auto end = m_buffer.indexOf("\r\n\r\n");
    if (end > longestHeader || (end < 0 && m_buffer.size() > longestHeader))
        throw malformed();
    if (end < 0)
        return false;
    beginPart(m_buffer.left(end));
    m_buffer.remove(0, end + 4);
    m_state = State::Body;
    return true;
}

bool MultipartReader::readBody()
{
    const auto found = m_buffer.indexOf(m_delimiter);
    if (found < 0) {
        const auto certain = m_buffer.size() - (m_delimiter.size() - 1);
        if (certain > 0) {
            append(m_buffer.constData(), certain);
            m_buffer.remove(0, certain);
        }
        return false;
    }
    append(m_buffer.constData(), found);
    endPart();
    m_buffer.remove(0, found + m_delimiter.size());
    m_state = State::Headers;
    return true;
}

void MultipartReader::beginPart(const QByteArray &headers)
{
    const QByteArray disposition = headerValue(headers, "content-disposition");
    Part part;
    part.name = headerParameter(disposition, "name").value_or(QString());
    part.fileName = headerParameter(disposition, "filename");
    part.contentType = QString::fromLatin1(headerValue(headers, "content-type"));
    if (m_parts.size() >= m_limits.parts)
        throw Refusal{413, "request_entity_too_large", u"The data value transmitted exceeds the capacity limit."_s};
    if (part.fileName) {
        QTemporaryFile unique(m_folder + u"/upload-XXXXXX"_s);
        unique.setAutoRemove(false);
        if (!unique.open())
            throw Refusal{507, "insufficient_storage", u"The upload cannot be stored: %1."_s.arg(unique.errorString())};
        part.path = unique.fileName();
    }
    m_parts.append(part);
    if (part.fileName) {
        m_file.setFileName(part.path);
        if (!m_file.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
            throw Refusal{507, "insufficient_storage", u"The upload cannot be stored: %1."_s.arg(m_file.errorString())};
    }
}

void MultipartReader::append(const char *data, qsizetype size)
{
    Part &part = m_parts.last();
    if (!part.fileName) {
        m_fieldBytes += size;
        if (m_fieldBytes > m_limits.fields)
            throw Refusal{413, "request_entity_too_large", u"The data value transmitted exceeds the capacity limit."_s};
        part.value.append(data, size);
        return;
    }
    const qint64 stored = std::min<qint64>(size, m_limits.file + 1 - part.size);
    if (stored > 0 && m_file.write(data, stored) != stored)
        throw Refusal{507, "insufficient_storage", u"The upload cannot be stored: %1."_s.arg(m_file.errorString())};
    part.size += size;
}

void MultipartReader::endPart()
{
    m_file.close();
}

} // namespace http
