// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/extract/formats.h"

#include "app/engine/extract/officetext.h"

#include <gumbo.h>

using namespace Qt::Literals::StringLiterals;

namespace {

enum class Break { None, Cell, Line, Paragraph };

Break breakAround(GumboTag tag)
{
    switch (tag) {
    case GUMBO_TAG_P:
    case GUMBO_TAG_H1:
    case GUMBO_TAG_H2:
    case GUMBO_TAG_H3:
    case GUMBO_TAG_H4:
    case GUMBO_TAG_H5:
    case GUMBO_TAG_H6:
    case GUMBO_TAG_UL:
    case GUMBO_TAG_OL:
    case GUMBO_TAG_DL:
    case GUMBO_TAG_TABLE:
    case GUMBO_TAG_PRE:
    case GUMBO_TAG_BLOCKQUOTE:
    case GUMBO_TAG_SECTION:
    case GUMBO_TAG_ARTICLE:
    case GUMBO_TAG_HEADER:
    case GUMBO_TAG_FOOTER:
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_ASIDE:
    case GUMBO_TAG_MAIN:
    case GUMBO_TAG_FIGURE:
    case GUMBO_TAG_HR:
    case GUMBO_TAG_TITLE:
    case GUMBO_TAG_FORM:
    case GUMBO_TAG_FIELDSET:
        return Break::Paragraph;
    case GUMBO_TAG_DIV:
    case GUMBO_TAG_LI:
    case GUMBO_TAG_TR:
    case GUMBO_TAG_DT:
    case GUMBO_TAG_DD:
    case GUMBO_TAG_BODY:
    case GUMBO_TAG_CAPTION:
    case GUMBO_TAG_FIGCAPTION:
    case GUMBO_TAG_ADDRESS:
    case GUMBO_TAG_OPTION:
    case GUMBO_TAG_SUMMARY:
    case GUMBO_TAG_DETAILS:
    case GUMBO_TAG_LEGEND:
    case GUMBO_TAG_CENTER:
    case GUMBO_TAG_FRAME:
        return Break::Line;
    case GUMBO_TAG_TD:
    case GUMBO_TAG_TH:
        return Break::Cell;
    default:
        return Break::None;
    }
}

bool isHeading(GumboTag tag)
{
    return tag >= GUMBO_TAG_H1 && tag <= GUMBO_TAG_H6;
}

bool isNeverShown(GumboTag tag)
{
    return tag == GUMBO_TAG_SCRIPT || tag == GUMBO_TAG_STYLE || tag == GUMBO_TAG_TEMPLATE || tag == GUMBO_TAG_IFRAME;
}

bool isShifted(GumboTag tag)
{
    return tag == GUMBO_TAG_SUP || tag == GUMBO_TAG_SUB;
}

//! The text of an element that has nothing else in it.
QString onlyText(const GumboElement &element)
{
    if (element.children.length != 1)
        return {};
    const auto *child = static_cast<const GumboNode *>(element.children.data[0]);
    return child->type == GUMBO_NODE_TEXT ? QString::fromUtf8(child->v.text.text).simplified() : QString();
}

//! Puts the text together: runs of white space are one space, breaks come between texts and never pile up.
class HtmlText
{
public:
    void breakLine(Break kind)
    {
        if (!m_isAfterHeading)
            m_pending = qMax(m_pending, kind);
    }

    //! What follows a heading belongs to it, and must not be cut off where paragraphs are.
    void breakAfterHeading()
    {
        m_isAfterHeading = m_pending == Break::None && !m_text.isEmpty();
        m_pending = m_isAfterHeading ? Break::Line : m_pending;
    }

    //! A line that stays even when it is empty.
    void breakHard()
    {
        if (m_pending <= Break::Cell && !m_text.isEmpty())
            m_text += u'\n';
        m_hasSpace = false;
    }

    void add(QStringView text, bool isPreformatted)
    {
        for (const QChar c : text) {
            if (!isPreformatted && c.isSpace() && c != QChar::Nbsp) {
                m_hasSpace = true;
                continue;
            }
            separate();
            m_text += c == QChar::Nbsp ? QChar(u' ') : c;
        }
    }

    void addInScript(const QString &text, Script script)
    {
        separate();
        appendInScript(m_text, text, script);
    }

    QString text() const { return m_text.trimmed(); }

private:
    void separate()
    {
        const bool isAtStart = m_text.isEmpty() || m_text.endsWith(u'\n');
        if (m_pending == Break::Paragraph && !m_text.isEmpty())
            m_text += m_text.endsWith(u'\n') ? u"\n"_s : u"\n\n"_s;
        else if (m_pending == Break::Line && !isAtStart)
            m_text += u'\n';
        else if (m_pending == Break::Cell && !isAtStart)
            m_text += u" | "_s;
        else if (m_pending == Break::None && m_hasSpace && !isAtStart)
            m_text += u' ';
        m_pending = Break::None;
        m_hasSpace = false;
        m_isAfterHeading = false;
    }

    QString m_text;
    Break m_pending = Break::None;
    bool m_hasSpace = false;
    bool m_isAfterHeading = false;
};

//! Walks the tree without recursion: a hostile page nests deeper than a stack.
class HtmlWalk
{
public:
    QString textOf(const GumboNode *root)
    {
        enter(root);
        while (!m_stack.isEmpty()) {
            Level &level = m_stack.last();
            if (level.next == level.children->length)
                leave();
            else
                enter(static_cast<const GumboNode *>(level.children->data[level.next++]));
        }
        return m_out.text();
    }

private:
    struct Level
    {
        const GumboVector *children;
        unsigned next;
        GumboTag tag;
    };

    void enter(const GumboNode *node)
    {
        switch (node->type) {
        case GUMBO_NODE_TEXT:
        case GUMBO_NODE_CDATA:
        case GUMBO_NODE_WHITESPACE:
            m_out.add(QString::fromUtf8(node->v.text.text), m_preformatted > 0);
            break;
        case GUMBO_NODE_DOCUMENT:
            m_stack.append({&node->v.document.children, 0, GUMBO_TAG_UNKNOWN});
            break;
        case GUMBO_NODE_ELEMENT:
            enterElement(node->v.element);
            break;
        default:
            break;
        }
    }

    void enterElement(const GumboElement &element)
    {
        if (isNeverShown(element.tag))
            return;
        if (element.tag == GUMBO_TAG_BR)
            return m_out.breakHard();
        if (const GumboAttribute *alt = gumbo_get_attribute(&element.attributes, "alt"))
            m_out.add(u" %1 "_s.arg(QString::fromUtf8(alt->value)), false);
        if (const QString raised = isShifted(element.tag) ? onlyText(element) : QString(); !raised.isEmpty())
            return m_out.addInScript(raised, element.tag == GUMBO_TAG_SUP ? Script::Raised : Script::Lowered);
        m_out.breakLine(breakAround(element.tag));
        m_preformatted += element.tag == GUMBO_TAG_PRE;
        m_stack.append({&element.children, 0, element.tag});
    }

    void leave()
    {
        const GumboTag tag = m_stack.takeLast().tag;
        if (isHeading(tag))
            m_out.breakAfterHeading();
        else
            m_out.breakLine(breakAround(tag));
        m_preformatted -= tag == GUMBO_TAG_PRE;
    }

    HtmlText m_out;
    QList<Level> m_stack;
    int m_preformatted = 0;
};

} // namespace

Extraction extractHtml(const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    GumboOutput *output = gumbo_parse_with_options(&kGumboDefaultOptions, utf8.constData(), size_t(utf8.size()));
    if (!output)
        return {{}, u"The file is too deeply nested to be read as HTML."_s};
    const QString shown = HtmlWalk().textOf(output->document);
    gumbo_destroy_output(&kGumboDefaultOptions, output);
    return {shown.isEmpty() ? QStringList() : QStringList(shown), {}};
}
