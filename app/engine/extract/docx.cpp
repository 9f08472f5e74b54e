// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/extract/formats.h"

#include "app/engine/extract/xmlparts.h"
#include "app/engine/extract/zippackage.h"

using namespace Qt::Literals::StringLiterals;

namespace {

//! 10² must not become 102. Text that has no such forms stays as it is.
QString shifted(const QString &text, const QString &verticalAlign)
{
    static const QString plain = u"0123456789+-=()"_s;
    const QString forms = verticalAlign == "superscript"_L1 ? u"⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾"_s
                          : verticalAlign == "subscript"_L1 ? u"₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎"_s
                                                            : QString();
    QString out;
    for (const QChar c : text) {
        const qsizetype at = plain.indexOf(c);
        if (at < 0 || forms.isEmpty())
            return text;
        out += forms[at];
    }
    return out;
}

//! Reads one part (the document, its notes) into lines.
class DocxPart
{
public:
    DocxPart(ZipPackage &package, const QString &part)
        : m_device(package.open(part))
        , m_xml(m_device.get())
        , m_relationships(package.relationships(part))
    { }

    QStringList lines()
    {
        QStringList out;
        if (m_device && nextElement(m_xml))
            readBlocks(out);
        return out;
    }

    QString error() const { return xmlError(m_xml); }

private:
    static constexpr int deepest = 60; // Tables in tables, boxes in boxes: no person nests deeper.

    bool is(QLatin1StringView name) const { return m_xml.name() == name; }

    //! Moves to the next child of the current element; false at its end.
    bool nextChild()
    {
        while (nextToken(m_xml)) {
            if (!m_xml.isCharacters())
                return m_xml.isStartElement();
        }
        return false;
    }

    //! Deleted text, properties, field codes, the second form of the same drawing, notes that only separate.
    bool isLeftOut() const
    {
        static constexpr QLatin1StringView names[] = {
            "del"_L1,      "moveFrom"_L1, "pPr"_L1,     "tblPr"_L1,    "trPr"_L1,         "tcPr"_L1,
            "sectPr"_L1,   "tblGrid"_L1,  "sdtPr"_L1,   "sdtEndPr"_L1, "instrText"_L1,    "delText"_L1,
            "Fallback"_L1, "rt"_L1,       "tblPrEx"_L1, "binData"_L1,  "delInstrText"_L1,
        };
        if (std::any_of(std::begin(names), std::end(names), [this](QLatin1StringView name) { return is(name); }))
            return true;
        return (is("footnote"_L1) || is("endnote"_L1)) && attributeOf(m_xml, "type"_L1).contains("eparator"_L1);
    }

    void readBlocks(QStringList &out)
    {
        if (++m_depth > deepest)
            m_xml.skipCurrentElement();
        else
            while (nextChild()) {
                if (isLeftOut())
                    m_xml.skipCurrentElement();
                else if (is("p"_L1))
                    readParagraph(out);
                else if (is("tbl"_L1))
                    readTable(out);
                else
                    readBlocks(out);
            }
        --m_depth;
    }

    void readParagraph(QStringList &out)
    {
        QString text;
        QStringList boxes;
        readInline(text, boxes);
        out.append(text.trimmed());
        out.append(boxes);
    }

    void readInline(QString &text, QStringList &boxes)
    {
        if (++m_depth > deepest)
            m_xml.skipCurrentElement();
        else
            while (nextChild()) {
                if (isLeftOut())
                    m_xml.skipCurrentElement();
                else
                    readInlineElement(text, boxes);
            }
        --m_depth;
    }

    void readInlineElement(QString &text, QStringList &boxes)
    {
        if (is("t"_L1)) {
            text += shifted(m_xml.readElementText(QXmlStreamReader::SkipChildElements), m_verticalAlign);
        } else if (is("r"_L1)) {
            m_verticalAlign.clear();
            readInline(text, boxes);
        } else if (is("rPr"_L1)) {
            readRunProperties();
        } else if (is("hyperlink"_L1)) {
            readHyperlink(text, boxes);
        } else if (is("txbxContent"_L1)) {
            readBlocks(boxes);
        } else if (const QString stands = standIn(); !stands.isEmpty()) {
            text += stands;
            m_xml.skipCurrentElement();
        } else {
            readInline(text, boxes);
        }
    }

    void readRunProperties()
    {
        while (nextChild()) {
            if (is("vertAlign"_L1))
                m_verticalAlign = attributeOf(m_xml, "val"_L1);
            m_xml.skipCurrentElement();
        }
    }

    //! The characters that an element stands for.
    QString standIn() const
    {
        if (is("tab"_L1) || is("ptab"_L1))
            return u"\t"_s;
        if (is("br"_L1) || is("cr"_L1))
            return u"\n"_s;
        if (is("noBreakHyphen"_L1))
            return u"-"_s;
        if (is("docPr"_L1))
            return attributeOf(m_xml, "descr"_L1);
        if (is("sym"_L1)) {
            const uint code = attributeOf(m_xml, "char"_L1).toUInt(nullptr, 16);
            const bool isPrivate = code >= 0xE000 && code < 0xF900; // Means something in its font only.
            return isPrivate || code == 0 || code > 0xFFFF ? QString() : QString(QChar(ushort(code)));
        }
        return {};
    }

    void readHyperlink(QString &text, QStringList &boxes)
    {
        const auto target = m_relationships.value(attributeOf(m_xml, "id"_L1));
        QString inner;
        readInline(inner, boxes);
        text += target.isExternal && !inner.trimmed().isEmpty() ? u"[%1](%2)"_s.arg(inner, target.target) : inner;
    }

    void readTable(QStringList &out)
    {
        QList<QStringList> rows;
        readRows(rows);
        qsizetype width = 0;
        for (const QStringList &row : rows)
            width = qMax(width, row.size());
        for (qsizetype i = 0; i < rows.size() && width > 0; ++i) {
            out.append(u"| "_s + rows[i].join(" | "_L1) + u" |"_s + u"  |"_s.repeated(width - rows[i].size()));
            if (i == 0)
                out.append(u"|"_s + u" --- |"_s.repeated(width));
        }
    }

    //! Of a table, or of whatever stands between it and its rows.
    void readRows(QList<QStringList> &rows)
    {
        if (++m_depth > deepest)
            m_xml.skipCurrentElement();
        else
            while (nextChild()) {
                if (isLeftOut())
                    m_xml.skipCurrentElement();
                else if (is("tr"_L1))
                    readCells(rows.emplaceBack());
                else
                    readRows(rows);
            }
        --m_depth;
    }

    void readCells(QStringList &row)
    {
        if (++m_depth > deepest)
            m_xml.skipCurrentElement();
        else
            while (nextChild()) {
                if (isLeftOut()) {
                    m_xml.skipCurrentElement();
                } else if (is("tc"_L1)) {
                    QStringList cell;
                    readBlocks(cell);
                    row.append(cell.join(u' ').simplified());
                } else {
                    readCells(row);
                }
            }
        --m_depth;
    }

    std::unique_ptr<QIODevice> m_device;
    QXmlStreamReader m_xml;
    QHash<QString, ZipPackage::Relationship> m_relationships;
    QString m_verticalAlign; //!< Of the run that is being read.
    int m_depth = 0;
};

} // namespace

Extraction extractDocx(const QString &path)
{
    ZipPackage package(path);
    const QString document = package.related({}, "officeDocument"_L1, u"word/document.xml"_s);
    if (package.error().isEmpty() && !package.contains(document))
        return {{}, u"This is not a Word document: the archive holds no document."_s};

    QStringList lines;
    QString error;
    for (const QString &part :
         {document, package.related(document, "footnotes"_L1, {}), package.related(document, "endnotes"_L1, {})}) {
        if (part.isEmpty() || !error.isEmpty())
            continue;
        DocxPart reader(package, part);
        lines.append(reader.lines());
        error = package.error().isEmpty() ? reader.error() : package.error();
    }
    if (error.isEmpty())
        error = package.error();
    if (!error.isEmpty())
        return {{}, error};
    const QString text = lines.join(u'\n').trimmed();
    return {text.isEmpty() ? QStringList() : QStringList(text), {}};
}
