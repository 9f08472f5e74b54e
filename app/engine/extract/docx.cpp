// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/extract/formats.h"

#include "app/engine/extract/docxnumbering.h"
#include "app/engine/extract/xmlparts.h"
#include "app/engine/extract/zippackage.h"

using namespace Qt::Literals::StringLiterals;

namespace {

//! Reads one part (the document, its notes) into lines.
class DocxPart
{
public:
    DocxPart(ZipPackage &package, const QString &part, DocxNumbering &numbering)
        : m_device(package.open(part))
        , m_xml(m_device.get())
        , m_relationships(package.relationships(part))
        , m_numbering(numbering)
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

    //! Deleted text, properties, field codes, the second form of the same drawing, notes that only separate.
    bool isLeftOut() const
    {
        static const QSet<QStringView> names{
            u"del",      u"moveFrom",  u"tblPr",   u"trPr",     u"tcPr", u"sectPr",  u"tblGrid", u"sdtPr",
            u"sdtEndPr", u"instrText", u"delText", u"Fallback", u"rt",   u"tblPrEx", u"binData", u"delInstrText"};
        if (names.contains(m_xml.name()))
            return true;
        return (is("footnote"_L1) || is("endnote"_L1)) && attributeOf(m_xml, "type"_L1).contains("eparator"_L1);
    }

    void readBlocks(QStringList &out)
    {
        if (++m_depth > deepest)
            m_xml.skipCurrentElement();
        else
            while (nextChild(m_xml)) {
                if (is("p"_L1)) // The most frequent first: they are millions in a long document.
                    readParagraph(out);
                else if (isLeftOut())
                    m_xml.skipCurrentElement();
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
        const QString outer = std::exchange(m_number, {});
        readInline(text, boxes);
        const QString number = std::exchange(m_number, outer);
        text = text.trimmed();
        out.append(number.isEmpty() || text.isEmpty() ? text : number + u' ' + text);
        out.append(boxes);
    }

    void readInline(QString &text, QStringList &boxes)
    {
        if (++m_depth > deepest)
            m_xml.skipCurrentElement();
        else
            while (nextChild(m_xml)) {
                readInlineElement(text, boxes);
            }
        --m_depth;
    }

    void readInlineElement(QString &text, QStringList &boxes)
    {
        if (is("t"_L1)) {
            appendInScript(text, m_xml.readElementText(QXmlStreamReader::SkipChildElements), m_script);
        } else if (is("r"_L1)) {
            m_script = Script::Plain;
            readInline(text, boxes);
        } else if (isLeftOut()) {
            m_xml.skipCurrentElement();
        } else if (is("pPr"_L1)) {
            readParagraphProperties();
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

    void readParagraphProperties()
    {
        DocxNumbering::Place place;
        while (nextChild(m_xml)) {
            if (is("numPr"_L1)) {
                readNumberProperties(m_xml, place);
                continue;
            }
            if (is("pStyle"_L1))
                place.style = attributeOf(m_xml, "val"_L1);
            m_xml.skipCurrentElement();
        }
        m_number = m_numbering.next(place);
    }

    void readRunProperties()
    {
        while (nextChild(m_xml)) {
            if (is("vertAlign"_L1)) {
                const QString align = attributeOf(m_xml, "val"_L1);
                m_script = align == "superscript"_L1 ? Script::Raised
                           : align == "subscript"_L1 ? Script::Lowered
                                                     : Script::Plain;
            }
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
        out.append(markdownTable(rows));
    }

    //! Of a table, or of whatever stands between it and its rows.
    void readRows(QList<QStringList> &rows)
    {
        if (++m_depth > deepest)
            m_xml.skipCurrentElement();
        else
            while (nextChild(m_xml)) {
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
            while (nextChild(m_xml)) {
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
    DocxNumbering &m_numbering;
    Script m_script = Script::Plain; //!< Of the run that is being read.
    QString m_number; //!< Of the paragraph that is being read.
    int m_depth = 0;
};

} // namespace

Extraction extractDocx(const QString &path)
{
    ZipPackage package(path);
    const QString document = package.related({}, "officeDocument"_L1, u"word/document.xml"_s);
    if (package.error().isEmpty() && !package.contains(document))
        return {{}, u"This is not a Word document: the archive holds no document."_s};

    DocxNumbering numbering(package, document);
    QStringList lines;
    QString error;
    for (const QString &part :
         {document, package.related(document, "footnotes"_L1, {}), package.related(document, "endnotes"_L1, {})}) {
        if (part.isEmpty() || !error.isEmpty())
            continue;
        DocxPart reader(package, part, numbering);
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
