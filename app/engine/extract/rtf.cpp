// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/extract/formats.h"

#include "app/engine/extract/charsets.h"
#include "app/engine/extract/officetext.h"
#include "app/engine/extract/rtfscanner.h"

#include <QFile>
#include <QHash>
#include <QSet>

#include <vector>

using namespace Qt::Literals::StringLiterals;

namespace {

//! The encoding that a font's \fcharset stands for; empty for those of symbols and for the document's own.
QString charsetOfFont(int number)
{
    static const QHash<int, QString> charsets{
        {77, u"macintosh"_s},     {128, u"windows-31j"_s},  {129, u"windows-949"_s},  {134, u"GB18030"_s},
        {136, u"Big5-HKSCS"_s},   {161, u"windows-1253"_s}, {162, u"windows-1254"_s}, {163, u"windows-1258"_s},
        {177, u"windows-1255"_s}, {178, u"windows-1256"_s}, {186, u"windows-1257"_s}, {204, u"windows-1251"_s},
        {222, u"windows-874"_s},  {238, u"windows-1250"_s}, {255, u"IBM437"_s}};
    return charsets.value(number);
}

QString charsetOfCodePage(int number)
{
    static const QHash<int, QString> charsets{{932, u"windows-31j"_s}, {936, u"GB18030"_s},     {949, u"windows-949"_s},
                                              {950, u"Big5-HKSCS"_s},  {10000, u"macintosh"_s}, {65001, u"UTF-8"_s},
                                              {874, u"windows-874"_s}};
    const QString known = charsets.value(number);
    if (!known.isEmpty())
        return known;
    return number < 1000 ? u"IBM%1"_s.arg(number, 3, 10, QChar(u'0')) : u"windows-%1"_s.arg(number);
}

//! Groups that hold no text of the document. (A group that begins with \* is left out unless it is known.)
bool isNoText(QByteArrayView word)
{
    static const QSet<QByteArray> words{
        "colortbl",  "stylesheet", "info",      "pict",      "objdata",    "header",
        "headerl",   "headerr",    "headerf",   "footer",    "footerl",    "footerr",
        "footerf",   "fldinst",    "datafield", "themedata", "listtable",  "listoverridetable",
        "rsidtbl",   "revtbl",     "xmlnstbl",  "filetbl",   "nonshppict", "sp",
        "ftnsep",    "ftnsepc",    "ftncn",     "aftnsep",   "aftnsepc",   "aftncn",
        "bkmkstart", "bkmkend",    "private",   "template",  "tc",         "xe"};
    return words.contains(word.toByteArray());
}

bool isTextInSpite(QByteArrayView word)
{
    return word == "shpinst" || word == "shptxt" || word == "footnote";
}

//! The characters that a control word stands for.
QString standIn(QByteArrayView word)
{
    static const QHash<QByteArray, QString> characters{
        {"par", u"\n"_s},      {"line", u"\n"_s},   {"sect", u"\n"_s},   {"page", u"\n"_s},      {"tab", u"\t"_s},
        {"nestrow", u"\n"_s},  {"row", u"\n"_s},    {"cell", u" | "_s},  {"nestcell", u" | "_s}, {"emdash", u"—"_s},
        {"endash", u"–"_s},    {"bullet", u"•"_s},  {"lquote", u"‘"_s},  {"rquote", u"’"_s},     {"ldblquote", u"“"_s},
        {"rdblquote", u"”"_s}, {"emspace", u" "_s}, {"enspace", u" "_s}, {"qmspace", u" "_s},    {"zwj", u"\u200D"_s},
        {"zwnj", u"\u200C"_s}};
    return characters.value(word.toByteArray());
}

class RtfText
{
public:
    explicit RtfText(QByteArrayView bytes)
        : m_scanner(bytes)
    { }

    QString text()
    {
        for (RtfScanner::Token token = m_scanner.next(); token.kind != RtfScanner::Kind::End; token = m_scanner.next())
            read(token);
        flush();
        return tidied();
    }

private:
    struct Group
    {
        int font = -1;
        ushort skippedAfterUnicode = 1;
        Script script = Script::Plain;
        bool isLeftOut = false;
        bool isHidden = false; //!< Or deleted.
        bool isFontTable = false;
    };

    void read(const RtfScanner::Token &token)
    {
        using Kind = RtfScanner::Kind;
        const bool isFirst = std::exchange(m_isFirstInGroup, token.kind == Kind::Open);
        switch (token.kind) {
        case Kind::Open:
            flush();
            m_outer.push_back(m_group);
            m_skipped = 0;
            break;
        case Kind::Close:
            flush();
            if (!m_outer.empty()) {
                m_group = m_outer.back();
                m_outer.pop_back();
            }
            m_skipped = 0;
            break;
        case Kind::Word:
            readWord(token, isFirst);
            break;
        case Kind::Symbol:
            readSymbol(token.word[0], isFirst);
            break;
        case Kind::HexByte:
            if (token.byte != 0)
                addBytes(QByteArrayView(&token.byte, 1));
            break;
        case Kind::Text:
            addBytes(token.word);
            break;
        case Kind::End:
            break;
        }
    }

    void readSymbol(char symbol, bool isFirst)
    {
        if (symbol == '*' && isFirst)
            m_isOptional = true;
        else if (symbol == '~')
            addText(u" "_s);
        else if (symbol == '_')
            addText(u"-"_s);
        else if (symbol == '\n' || symbol == '\r')
            addText(u"\n"_s);
        else if (symbol == '\\' || symbol == '{' || symbol == '}')
            addBytes(QByteArrayView(&symbol, 1));
        m_isFirstInGroup = m_isOptional;
    }

    void readWord(const RtfScanner::Token &token, bool isFirst)
    {
        const bool isOptional = std::exchange(m_isOptional, false);
        if (token.word == "u") {
            readUnicode(token.number.value_or(0));
        } else if (token.word == "fonttbl") {
            m_group.isFontTable = m_group.isLeftOut = true;
        } else if (isFirst && (isNoText(token.word) || (isOptional && !isTextInSpite(token.word)))) {
            m_group.isLeftOut = true;
        } else if (token.word == "footnote") {
            addText(u"\n"_s);
        } else if (const QString stands = standIn(token.word); !stands.isEmpty()) {
            addText(stands);
        } else {
            readFormat(token);
        }
    }

    void readUnicode(int code)
    {
        const QChar c = QChar(ushort(code));
        const bool isPrivate = c.unicode() >= 0xE000 && c.unicode() < 0xF900; // Means something in its font only.
        addText(isPrivate || c.isNull() ? QString() : QString(c));
        m_skipped = m_group.skippedAfterUnicode;
    }

    void readFormat(const RtfScanner::Token &token)
    {
        const QByteArrayView word = token.word;
        const int number = token.number.value_or(1);
        if (word == "f" || word == "deff")
            setFont(token.number.value_or(0), word == "deff");
        else if (word == "fcharset" && m_group.isFontTable)
            m_fonts[m_group.font] = charsetOfFont(number);
        else if (word == "ansicpg")
            m_charset = charsetOfCodePage(number);
        else if (word == "mac")
            m_charset = u"macintosh"_s;
        else if (word == "pc" || word == "pca")
            m_charset = u"IBM850"_s;
        else if (word == "uc")
            m_group.skippedAfterUnicode = ushort(qBound(0, number, 100));
        else
            readStyle(word, number != 0);
    }

    void readStyle(QByteArrayView word, bool isOn)
    {
        flush();
        if (word == "super")
            m_group.script = isOn ? Script::Raised : Script::Plain;
        else if (word == "sub")
            m_group.script = isOn ? Script::Lowered : Script::Plain;
        else if (word == "nosupersub")
            m_group.script = Script::Plain;
        else if (word == "v" || word == "deleted")
            m_group.isHidden = isOn;
        else if (word == "plain")
            m_group = {m_defaultFont, m_group.skippedAfterUnicode, Script::Plain, m_group.isLeftOut,
                       false,         m_group.isFontTable};
    }

    void setFont(int font, bool isDefault)
    {
        flush();
        m_group.font = font;
        if (isDefault)
            m_defaultFont = font;
    }

    //! What stands in for a character that was given as \u is left out.
    void addBytes(QByteArrayView bytes)
    {
        const qsizetype skipped = qMin<qsizetype>(m_skipped, bytes.size());
        m_skipped -= ushort(skipped);
        if (!m_group.isLeftOut && !m_group.isHidden)
            m_bytes.append(bytes.sliced(skipped));
    }

    void addText(const QString &text)
    {
        flush();
        m_skipped = 0;
        if (!m_group.isLeftOut && !m_group.isHidden)
            m_text += text;
    }

    void flush()
    {
        if (m_bytes.isEmpty())
            return;
        const QString own = m_fonts.value(m_group.font);
        appendInScript(m_text, decodeAs(own.isEmpty() ? m_charset : own, m_bytes), m_group.script);
        m_bytes.clear();
    }

    //! Without the mark of the last cell of a row and spaces at the ends of lines.
    QString tidied() const
    {
        QStringList lines = m_text.split(u'\n');
        for (QString &line : lines) {
            line = line.trimmed();
            if (line.endsWith(u'|'))
                line = line.chopped(1).trimmed();
        }
        return lines.join(u'\n').trimmed();
    }

    RtfScanner m_scanner;
    Group m_group;
    std::vector<Group> m_outer;
    QHash<int, QString> m_fonts; //!< Their encodings.
    QString m_charset = u"windows-1252"_s;
    int m_defaultFont = -1;
    ushort m_skipped = 0;
    bool m_isFirstInGroup = false;
    bool m_isOptional = false;
    QByteArray m_bytes; //!< In the encoding of the group's font.
    QString m_text;
};

} // namespace

Extraction extractRtf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {{}, u"The file cannot be opened: %1."_s.arg(file.errorString())};
    const QByteArray bytes = file.readAll();
    const QString text = RtfText(bytes).text();
    return {text.isEmpty() ? QStringList() : QStringList(text), {}};
}
