// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/text/cleaner.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

bool isControl(char16_t c)
{
    return c <= 0x08 || c == 0x0B || c == 0x0C || (c >= 0x0E && c <= 0x1F) || c == 0x7F || c == 0xFFFE;
}

//! What a run of which becomes one space; line feeds are none.
bool isBlank(char16_t c)
{
    return c == u'\t' || c == u'\r' || c == u' ' || c == 0xA0 || c == 0x1680 || c == 0x180E
           || (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x205F || c == 0x3000;
}

bool isAsciiLetterOrNumber(QChar c)
{
    return c.unicode() < 0x80 && c.isLetterOrNumber();
}

QString withoutControls(QString text)
{
    text.replace("<|"_L1, "<"_L1).replace("|>"_L1, ">"_L1);
    text.removeIf([](QChar c) { return isControl(c.unicode()); });
    return text;
}

QString withoutExtraSpaces(const QString &text)
{
    QString result;
    result.reserve(text.size());
    for (qsizetype at = 0; at < text.size();) {
        qsizetype end = at;
        if (text[at] == u'\n') {
            while (end < text.size() && text[end] == u'\n')
                ++end;
            result += QStringView(u"\n\n").first(std::min<qsizetype>(end - at, 2));
        } else {
            while (end < text.size() && isBlank(text[end].unicode()))
                ++end;
            if (end - at >= 2)
                result += u' ';
            else
                result += text[at];
        }
        at = std::max(end, at + 1);
    }
    return result;
}

QString withoutEmails(const QString &text)
{
    const auto isLocal
        = [](QChar c) { return isAsciiLetterOrNumber(c) || c == u'_' || c == u'.' || c == u'+' || c == u'-'; };
    const auto isDomain = [](QChar c) { return isAsciiLetterOrNumber(c) || c == u'-' || c == u'.'; };

    QString result;
    qsizetype done = 0;
    for (qsizetype at = text.indexOf(u'@'); at >= 0; at = text.indexOf(u'@', at + 1)) {
        qsizetype from = at;
        while (from > done && isLocal(text[from - 1]))
            --from;
        qsizetype dot = at + 1;
        while (dot < text.size() && text[dot] != u'.' && isDomain(text[dot]))
            ++dot;
        qsizetype end = dot + 1;
        while (end < text.size() && isDomain(text[end]))
            ++end;
        if (from == at || dot == at + 1 || dot >= text.size() || text[dot] != u'.' || end == dot + 1)
            continue;
        result += QStringView(text).mid(done, from - done);
        done = end;
    }
    return result + QStringView(text).mid(done);
}

bool isWebAddressAt(const QString &text, qsizetype at)
{
    const QStringView rest = QStringView(text).mid(at, 9);
    const qsizetype scheme = rest.startsWith("https://"_L1) ? 8 : rest.startsWith("http://"_L1) ? 7 : 0;
    return scheme > 0 && rest.size() > scheme && !rest[scheme].isSpace();
}

//! The Markdown link or image with a web address, `[text](http…)`, that a place which only ever grows is in or before.
class LinkFinder
{
public:
    explicit LinkFinder(const QString &text)
        : m_text(text)
    {
        advance(0);
    }

    qsizetype from() const { return m_from; } //!< Behind the text when there is none.
    qsizetype end() const { return m_end; }

    void moveTo(qsizetype at)
    {
        while (m_end <= at && m_from < m_text.size())
            advance(m_end);
    }

private:
    void advance(qsizetype at)
    {
        m_from = m_end = m_text.size();
        qsizetype opening = -1;
        for (; at < m_text.size(); ++at) {
            if (m_text[at] == u'[' && opening < 0)
                opening = at;
            if (m_text[at] != u']')
                continue;
            const bool hasAddress = opening >= 0 && at + 1 < m_text.size() && m_text[at + 1] == u'('
                                    && QStringView(m_text).mid(at + 2).startsWith("http"_L1)
                                    && isWebAddressAt(m_text, at + 2);
            const qsizetype closing = hasAddress ? m_text.indexOf(u')', at) : -1;
            if (closing >= 0) {
                m_from = opening;
                m_end = closing + 1;
                return;
            }
            if (hasAddress)
                return; // no closing bracket to the end: nor is there for any that follows
            opening = -1;
        }
    }

    const QString &m_text;
    qsizetype m_from = 0;
    qsizetype m_end = 0;
};

//! Addresses run to the next space, whatever else that takes along; links and images stay whole.
QString withoutWebAddresses(const QString &text)
{
    QString result;
    LinkFinder link(text);
    qsizetype done = 0;
    for (qsizetype at = text.indexOf("http"_L1); at >= 0; at = text.indexOf("http"_L1, at)) {
        link.moveTo(at);
        if (link.from() <= at || !isWebAddressAt(text, at)) {
            ++at;
            continue;
        }
        result += QStringView(text).mid(done, at - done);
        while (at < text.size() && !text[at].isSpace()) {
            link.moveTo(at);
            at = link.from() == at ? link.end() : at + 1;
        }
        done = at;
    }
    return result + QStringView(text).mid(done);
}

} // namespace

QString cleaned(const QString &piece, const ProcessRule &rule)
{
    QString text = withoutControls(piece);
    if (rule.removeExtraSpaces)
        text = withoutExtraSpaces(text);
    if (rule.removeUrlsEmails)
        text = withoutWebAddresses(withoutEmails(text));
    return text;
}
