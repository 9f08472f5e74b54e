// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/extract/formats.h"

#include "app/engine/extract/odtstyles.h"
#include "app/engine/extract/officetext.h"
#include "app/engine/extract/xmlparts.h"
#include "app/engine/extract/zippackage.h"

#include <QSet>

using namespace Qt::Literals::StringLiterals;

namespace {

//! Reads the body of an OpenDocument text into lines.
class OdtBody
{
public:
    OdtBody(QIODevice &content, OdtStyles &styles)
        : m_xml(&content)
        , m_styles(styles)
    { }

    QStringList lines()
    {
        QStringList out;
        if (nextElement(m_xml))
            readBlocks(out);
        return out;
    }

    QString error() const { return xmlError(m_xml); }

private:
    static constexpr int deepest = 60;

    bool is(QLatin1StringView name) const { return m_xml.name() == name; }

    bool isLeftOut() const
    {
        static const QSet<QStringView> names{u"tracked-changes", u"annotation",      u"forms",
                                             u"sequence-decls",  u"variable-decls",  u"note-citation",
                                             u"scripts",         u"font-face-decls", u"user-field-decls",
                                             u"ruby-text",       u"event-listeners"};
        return names.contains(m_xml.name());
    }

    void readBlocks(QStringList &out)
    {
        if (++m_depth > deepest)
            m_xml.skipCurrentElement();
        else
            while (nextChild(m_xml))
                readBlock(out);
        --m_depth;
    }

    void readBlock(QStringList &out)
    {
        if (isLeftOut())
            m_xml.skipCurrentElement();
        else if (is("automatic-styles"_L1))
            m_styles.read(m_xml);
        else if (is("p"_L1) || is("h"_L1))
            readParagraph(out);
        else if (is("list"_L1))
            readList(out);
        else if (is("table"_L1))
            readTable(out);
        else
            readBlocks(out);
    }

    void readParagraph(QStringList &out)
    {
        const QString number = std::exchange(m_number, {});
        QString text;
        QStringList boxes;
        readInline(text, boxes, Script::Plain);
        text = text.trimmed();
        out.append(number.isEmpty() || text.isEmpty() ? text : number + u' ' + text);
        out.append(boxes);
    }

    void readInline(QString &text, QStringList &boxes, Script script)
    {
        if (++m_depth > deepest) {
            m_xml.skipCurrentElement();
            --m_depth;
            return;
        }
        while (nextToken(m_xml) && !m_xml.isEndElement()) {
            if (m_xml.isCharacters())
                addCharacters(text, script);
            else
                readInlineElement(text, boxes, script);
        }
        --m_depth;
    }

    //! White space is one space, as in HTML.
    void addCharacters(QString &text, Script script)
    {
        const QStringView raw = m_xml.text();
        if (raw.isEmpty())
            return; // An empty CDATA section.
        const bool hasSpaceBefore = raw.front().isSpace() && !text.endsWith(u' ');
        const QString words = raw.toString().simplified();
        if (hasSpaceBefore || words.isEmpty())
            text += text.endsWith(u' ') ? QString() : u" "_s;
        appendInScript(text, words, script);
        if (!words.isEmpty() && raw.back().isSpace())
            text += u' ';
    }

    void readInlineElement(QString &text, QStringList &boxes, Script script)
    {
        if (isLeftOut()) {
            m_xml.skipCurrentElement();
        } else if (is("s"_L1)) {
            text += QString(qBound(1, attributeOf(m_xml, "c"_L1).toInt(), 100), u' ');
            m_xml.skipCurrentElement();
        } else if (is("tab"_L1) || is("line-break"_L1)) {
            text += is("tab"_L1) ? u'\t' : u'\n';
            m_xml.skipCurrentElement();
        } else if (is("note-body"_L1) || is("text-box"_L1)) {
            readBlocks(boxes);
        } else if (is("a"_L1)) {
            readLink(text, boxes, script);
        } else {
            const Script own = is("span"_L1) ? m_styles.scriptOf(attributeOf(m_xml, "style-name"_L1)) : Script::Plain;
            readInline(text, boxes, own == Script::Plain ? script : own);
        }
    }

    void readLink(QString &text, QStringList &boxes, Script script)
    {
        const QString target = attributeOf(m_xml, "href"_L1);
        QString inner;
        readInline(inner, boxes, script);
        const bool isExternal = target.contains(u':') && !inner.trimmed().isEmpty();
        text += isExternal ? u"[%1](%2)"_s.arg(inner, target) : inner;
    }

    void readList(QStringList &out)
    {
        m_styles.beginList(attributeOf(m_xml, "style-name"_L1),
                           attributeOf(m_xml, "continue-numbering"_L1) == "true"_L1
                               || !attributeOf(m_xml, "continue-list"_L1).isEmpty());
        if (++m_depth > deepest)
            m_xml.skipCurrentElement();
        else
            while (nextChild(m_xml)) {
                if (is("list-item"_L1))
                    m_number = m_styles.nextItem(attributeOf(m_xml, "start-value"_L1));
                readBlocks(out);
                m_number.clear();
            }
        --m_depth;
        m_styles.endList();
    }

    void readTable(QStringList &out)
    {
        QList<QStringList> rows;
        readRows(rows);
        out.append(markdownTable(rows));
    }

    //! Of a table, or of whatever stands between it and its cells.
    void readRows(QList<QStringList> &rows)
    {
        if (++m_depth > deepest)
            m_xml.skipCurrentElement();
        else
            while (nextChild(m_xml)) {
                if (is("table-row"_L1)) {
                    rows.emplaceBack();
                    readRows(rows);
                } else if (is("table-cell"_L1) && !rows.isEmpty()) {
                    QStringList cell;
                    readBlocks(cell);
                    rows.last().append(cell.join(u' ').simplified());
                } else {
                    readRows(rows);
                }
            }
        --m_depth;
    }

    QXmlStreamReader m_xml;
    OdtStyles &m_styles;
    QString m_number; //!< Of the list item whose first paragraph comes next.
    int m_depth = 0;
};

//! Behind a password every part is encrypted but the list of parts, which says so.
bool isEncrypted(ZipPackage &package)
{
    const auto device = package.open(u"META-INF/manifest.xml"_s);
    return device && device->readAll().contains("encryption-data");
}

} // namespace

Extraction extractOdt(const QString &path)
{
    ZipPackage package(path);
    if (isEncrypted(package))
        return {{}, u"The file is password-protected."_s};
    const auto content = package.open(u"content.xml"_s);
    if (!content)
        return {{},
                package.error().isEmpty() ? u"This is not an OpenDocument text: the archive holds no text."_s
                                          : package.error()};
    OdtStyles styles;
    if (const auto device = package.open(u"styles.xml"_s)) {
        QXmlStreamReader xml(device.get());
        while (nextElement(xml)) {
            if (xml.name() == "styles"_L1 || xml.name() == "automatic-styles"_L1)
                styles.read(xml);
        }
    }
    OdtBody body(*content, styles);
    const QString text = body.lines().join(u'\n').trimmed();
    const QString error = package.error().isEmpty() ? body.error() : package.error();
    if (!error.isEmpty())
        return {{}, error};
    return {text.isEmpty() ? QStringList() : QStringList(text), {}};
}
