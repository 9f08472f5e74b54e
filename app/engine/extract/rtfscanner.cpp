// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/extract/rtfscanner.h"

#include <QByteArray>

namespace {

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

} // namespace

RtfScanner::Token RtfScanner::next()
{
    while (m_at < m_bytes.size() && (m_bytes[m_at] == '\r' || m_bytes[m_at] == '\n' || m_bytes[m_at] == '\0'))
        ++m_at;
    if (m_at >= m_bytes.size())
        return {};
    switch (m_bytes[m_at]) {
    case '{':
        ++m_at;
        return {Kind::Open, {}, {}, 0};
    case '}':
        ++m_at;
        return {Kind::Close, {}, {}, 0};
    case '\\':
        return control();
    default:
        break;
    }
    const qsizetype start = m_at;
    constexpr QByteArrayView ends = "{}\\\r\n";
    while (m_at < m_bytes.size() && !ends.contains(m_bytes[m_at]) && m_bytes[m_at] != '\0')
        ++m_at;
    return {Kind::Text, m_bytes.sliced(start, m_at - start), {}, 0};
}

RtfScanner::Token RtfScanner::control()
{
    ++m_at;
    if (m_at >= m_bytes.size())
        return {};
    if (isLetter(m_bytes[m_at]))
        return word();
    if (m_bytes[m_at] == '\'')
        return hexByte();
    return {Kind::Symbol, m_bytes.sliced(m_at++, 1), {}, 0};
}

RtfScanner::Token RtfScanner::word()
{
    Token token{Kind::Word, {}, {}, 0};
    const qsizetype start = m_at;
    while (m_at < m_bytes.size() && isLetter(m_bytes[m_at]))
        ++m_at;
    token.word = m_bytes.sliced(start, m_at - start);
    const qsizetype number = m_at;
    if (m_at + 1 < m_bytes.size() && m_bytes[m_at] == '-' && isDigit(m_bytes[m_at + 1]))
        ++m_at;
    while (m_at < m_bytes.size() && isDigit(m_bytes[m_at]))
        ++m_at;
    if (m_at > number)
        token.number = m_bytes.sliced(number, m_at - number).toByteArray().toInt(); // 0 for more than an int
    if (m_at < m_bytes.size() && m_bytes[m_at] == ' ')
        ++m_at;
    if (token.word == "bin" && token.number.value_or(0) > 0)
        m_at = qMin(m_bytes.size(), m_at + *token.number);
    return token;
}

RtfScanner::Token RtfScanner::hexByte()
{
    const QByteArray digits
        = m_bytes.sliced(m_at + 1).first(qMin<qsizetype>(2, m_bytes.size() - m_at - 1)).toByteArray();
    m_at += 1 + digits.size();
    return {Kind::HexByte, {}, {}, char(digits.toInt(nullptr, 16))};
}
