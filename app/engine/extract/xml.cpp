// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/extract/formats.h"

#include <QXmlStreamReader>

#include <vector>

using namespace Qt::Literals::StringLiterals;

namespace {

//! Entities of a document type that is not read (&nbsp;, &ouml; of some other file) are a space.
class NoEntities : public QXmlStreamEntityResolver
{
public:
    QString resolveUndeclaredEntity(const QString &) override { return u" "_s; }
};

//! Puts the text together: a line for each element, but none inside an element that has text of its own.
class XmlText
{
public:
    void enter()
    {
        breakLine();
        m_hasText.push_back(false);
    }

    void leave()
    {
        m_hasText.pop_back();
        breakLine();
    }

    void add(QStringView text)
    {
        if (text.trimmed().isEmpty()) {
            m_hasSpace = true;
            return;
        }
        if (m_hasBreak) {
            m_text = std::move(m_text).trimmed();
            if (!m_text.isEmpty())
                m_text += u'\n';
            const auto isSpace = [](QChar c) { return c.isSpace(); };
            text = text.sliced(std::find_if_not(text.begin(), text.end(), isSpace) - text.begin());
        } else if (m_hasSpace) {
            m_text += u' ';
        }
        m_hasBreak = m_hasSpace = false;
        m_text += text;
        if (!m_hasText.empty())
            m_hasText.back() = true;
    }

    QString text() const { return m_text.trimmed(); }

private:
    void breakLine()
    {
        const bool isInline = !m_hasText.empty() && m_hasText.back();
        m_hasBreak = m_hasBreak || !isInline;
    }

    QString m_text;
    std::vector<bool> m_hasText; //!< Of the elements that are open.
    bool m_hasBreak = false;
    bool m_hasSpace = false;
};

} // namespace

Extraction extractXml(const QString &text)
{
    NoEntities noEntities;
    QXmlStreamReader xml(text);
    xml.setEntityResolver(&noEntities);
    XmlText out;
    while (!xml.atEnd()) {
        const QXmlStreamReader::TokenType token = xml.readNext();
        if (token == QXmlStreamReader::StartElement)
            out.enter();
        else if (token == QXmlStreamReader::EndElement)
            out.leave();
        else if (token == QXmlStreamReader::Characters)
            out.add(xml.text());
    }
    if (xml.hasError())
        return {{}, u"The file is damaged: its XML is broken or cut off, in line %1."_s.arg(xml.lineNumber())};
    const QString shown = out.text();
    return {shown.isEmpty() ? QStringList() : QStringList(shown), {}};
}
