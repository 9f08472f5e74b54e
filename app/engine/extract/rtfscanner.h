// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <optional>

//! Cuts RTF into what it consists of: braces, control words and symbols, and bytes of text.
class RtfScanner
{
public:
    enum class Kind { End, Open, Close, Word, Symbol, HexByte, Text };

    struct Token
    {
        Kind kind = Kind::End;
        QByteArrayView word; //!< Without the backslash and the number; the symbol; the bytes of text.
        std::optional<int> number;
        char byte = 0; //!< Of a HexByte.
    };

    explicit RtfScanner(QByteArrayView bytes)
        : m_bytes(bytes)
    { }

    Token next();

private:
    Token control();
    Token word();
    Token hexByte();

    QByteArrayView m_bytes;
    qsizetype m_at = 0;
};
