// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/extract/formats.h"

#include "app/engine/extract/officetext.h"
#include "app/engine/extract/xmlparts.h"
#include "app/engine/extract/zippackage.h"

using namespace Qt::Literals::StringLiterals;

namespace {

//! Reads one part (a slide, its notes, a diagram) into lines.
class PptxPart
{
public:
    PptxPart(ZipPackage &package, const QString &part)
        : m_device(package.open(part))
        , m_xml(m_device.get())
    { }

    QStringList lines()
    {
        if (m_device && nextElement(m_xml))
            readShapes(m_lines);
        return m_lines;
    }

    QString error() const { return xmlError(m_xml); }

private:
    static constexpr int deepest = 60; // Groups in groups.

    bool is(QLatin1StringView name) const { return m_xml.name() == name; }

    void readShapes(QStringList &out)
    {
        if (++m_depth > deepest)
            m_xml.skipCurrentElement();
        else
            while (nextChild(m_xml)) {
                if (is("p"_L1))
                    readParagraph(out);
                else if (is("tbl"_L1))
                    readTable(out);
                else if (is("Fallback"_L1))
                    m_xml.skipCurrentElement(); // The same drawing for older readers.
                else
                    readShapes(out);
            }
        --m_depth;
    }

    void readParagraph(QStringList &out)
    {
        QString text;
        while (nextChild(m_xml)) {
            if (is("br"_L1)) {
                text += u'\n';
                m_xml.skipCurrentElement();
            } else if (is("r"_L1) || is("fld"_L1)) {
                readRun(text);
            } else {
                m_xml.skipCurrentElement();
            }
        }
        if (text = text.trimmed(); !text.isEmpty())
            out.append(text);
    }

    void readRun(QString &text)
    {
        Script script = Script::Plain;
        while (nextChild(m_xml)) {
            if (is("t"_L1)) {
                appendInScript(text, m_xml.readElementText(QXmlStreamReader::SkipChildElements), script);
                continue;
            }
            if (is("rPr"_L1)) {
                const int baseline = attributeOf(m_xml, "baseline"_L1).toInt();
                script = baseline > 0 ? Script::Raised : baseline < 0 ? Script::Lowered : Script::Plain;
            }
            m_xml.skipCurrentElement();
        }
    }

    void readTable(QStringList &out)
    {
        QList<QStringList> rows;
        while (nextChild(m_xml)) {
            if (!is("tr"_L1)) {
                m_xml.skipCurrentElement();
                continue;
            }
            QStringList &row = rows.emplaceBack();
            while (nextChild(m_xml)) {
                QStringList cell;
                if (is("tc"_L1))
                    readShapes(cell);
                else
                    m_xml.skipCurrentElement();
                row.append(cell.join(u' ').simplified());
            }
        }
        out.append(markdownTable(rows));
    }

    std::unique_ptr<QIODevice> m_device;
    QXmlStreamReader m_xml;
    QStringList m_lines;
    int m_depth = 0;
};

//! The parts of the slides in the order in which they are shown.
QStringList slidesOf(ZipPackage &package, const QString &presentation, QString *error)
{
    const auto relationships = package.relationships(presentation);
    const auto device = package.open(presentation);
    if (!device)
        return {};
    QStringList slides;
    QXmlStreamReader xml(device.get());
    while (nextElement(xml)) {
        if (xml.name() != "sldId"_L1)
            continue;
        // It has an id of its own beside the one of the relationship.
        for (const QXmlStreamAttribute &attribute : xml.attributes()) {
            const auto slide = relationships.value(attribute.value().toString());
            if (slide.type == "slide"_L1)
                slides.append(slide.target);
        }
    }
    *error = xmlError(xml);
    return slides;
}

//! The parts that are shown with a slide: itself, its diagrams, its notes.
QStringList partsOf(ZipPackage &package, const QString &slide)
{
    QStringList parts{slide};
    const auto relationships = package.relationships(slide);
    for (const QLatin1StringView type : {"diagramData"_L1, "notesSlide"_L1}) {
        QStringList ofType;
        for (const ZipPackage::Relationship &one : relationships) {
            if (one.type == type && !one.isExternal)
                ofType.append(one.target);
        }
        ofType.sort();
        parts.append(ofType);
    }
    return parts;
}

} // namespace

Extraction extractPptx(const QString &path)
{
    ZipPackage package(path);
    const QString presentation = package.related({}, "officeDocument"_L1, u"ppt/presentation.xml"_s);
    if (package.error().isEmpty() && !package.contains(presentation))
        return {{}, u"This is not a PowerPoint presentation: the archive holds no slides."_s};

    Extraction out;
    for (const QString &slide : slidesOf(package, presentation, &out.error)) {
        QStringList lines;
        for (const QString &part : partsOf(package, slide)) {
            PptxPart reader(package, part);
            lines.append(reader.lines());
            if (out.error.isEmpty())
                out.error = reader.error();
        }
        if (!lines.isEmpty())
            out.pieces.append(lines.join(u'\n'));
    }
    if (!package.error().isEmpty())
        out.error = package.error();
    return out.error.isEmpty() ? out : Extraction{{}, out.error};
}
