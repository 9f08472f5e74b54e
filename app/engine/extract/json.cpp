// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/extract/formats.h"

using namespace Qt::Literals::StringLiterals;

namespace {

//! Takes the marks off JSON, JSON lines and JSON with comments. Broken JSON is still text: nothing is checked, and
//! nothing nests, so there is no depth to fear.
class JsonText
{
public:
    explicit JsonText(const QString &text)
        : m_text(text)
    { }

    QStringList pieces()
    {
        while (m_at < m_text.size())
            readOne();
        endPiece();
        return m_pieces;
    }

private:
    void readOne()
    {
        const QChar c = m_text[m_at];
        if (c == u'"') {
            m_piece += quoted();
            return;
        }
        ++m_at;
        if (c == u'{' || c == u'[') {
            m_isList = m_isList || (m_depth == 0 && c == u'[');
            ++m_depth;
            endLine();
        } else if (c == u'}' || c == u']') {
            endLine();
            m_depth = qMax(m_depth - 1, 0);
            // An object in the outermost list, or one of several objects that follow each other.
            if (c == u'}' && m_depth <= int(m_isList))
                endPiece();
        } else if (c == u',') {
            endLine();
        } else if (c == u':') {
            m_piece += u": "_s;
        } else if (!c.isSpace()) {
            m_piece += c;
        }
    }

    //! A string without its quotes and escapes; one that does not end goes to the end.
    QString quoted()
    {
        QString out;
        for (++m_at; m_at < m_text.size() && m_text[m_at] != u'"'; ++m_at)
            out += m_text[m_at] == u'\\' ? escaped() : m_text[m_at];
        ++m_at;
        return out;
    }

    //! The character that the escape at m_at stands for; m_at then is at the escape's end.
    QChar escaped()
    {
        static constexpr QStringView codes = u"bfnrt";
        static constexpr QStringView meant = u"  \n\n\t";
        if (++m_at >= m_text.size())
            return u'\\';
        const QChar c = m_text[m_at];
        if (c == u'u') {
            bool isCode = false;
            const ushort code = m_text.mid(m_at + 1, 4).toUShort(&isCode, 16);
            m_at += isCode ? 4 : 0;
            return isCode && code > 0 ? QChar(code) : QChar(u' ');
        }
        const qsizetype at = codes.indexOf(c);
        return at < 0 ? c : meant[at];
    }

    void endLine()
    {
        if (!m_piece.isEmpty() && !m_piece.endsWith(u'\n'))
            m_piece += u'\n';
    }

    void endPiece()
    {
        if (const QString piece = m_piece.trimmed(); !piece.isEmpty())
            m_pieces.append(piece);
        m_piece.clear();
    }

    QStringView m_text;
    qsizetype m_at = 0;
    int m_depth = 0;
    bool m_isList = false; //!< The outermost value is a list.
    QString m_piece;
    QStringList m_pieces;
};

} // namespace

Extraction extractJson(const QString &text)
{
    return {JsonText(text).pieces(), {}};
}
