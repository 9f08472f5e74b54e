// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/text/recursivesplitter.h"

#include <algorithm>
#include <array>
#include <deque>

namespace {

// The best place to cut comes first; the empty one is between any two characters.
constexpr std::array<QStringView, 5> allSeparators{u"\n\n", u"。", u". ", u" ", u""};

qsizetype codePoints(QStringView text)
{
    return text.size() - std::count_if(text.cbegin(), text.cend(), [](QChar c) { return c.isLowSurrogate(); });
}

//! The automatic splitter looks for its separators as regular expressions: the dot of ". " is any character.
bool isFoundAsPattern(QStringView separator, QStringView text)
{
    if (separator != u". ")
        return text.contains(separator);
    for (qsizetype at = text.indexOf(u' ', 1); at > 0; at = text.indexOf(u' ', at + 1)) {
        if (text[at - 1] != u'\n')
            return true;
    }
    return false;
}

qsizetype characterLength(QStringView text, qsizetype at)
{
    return text[at].isHighSurrogate() && at + 1 < text.size() ? 2 : 1;
}

//! Calls \a take with each part, until it returns false. With an empty separator, that is each character.
template <typename Take>
bool forEachPart(QStringView text, QStringView separator, bool keepsSeparator, Take take)
{
    qsizetype at = 0;
    while (at < text.size()) {
        const qsizetype found = separator.isEmpty() ? at + characterLength(text, at) : text.indexOf(separator, at);
        const qsizetype end = found < 0 ? text.size() : found;
        const qsizetype next = found < 0 ? end : found + separator.size();
        const QStringView part = text.mid(at, (keepsSeparator ? next : end) - at);
        if (!part.isEmpty() && part != u"\n" && !take(part))
            return false;
        at = next;
    }
    return true;
}

} // namespace

//! Joins parts as long as they fit; the last ones of a chunk are repeated in the next, as far as the overlap allows.
class RecursiveSplitter::Merger
{
public:
    explicit Merger(RecursiveSplitter &splitter)
        : m_splitter(splitter)
    { }

    bool add(QStringView part, qsizetype length)
    {
        if (m_length + length > m_splitter.m_size && !m_parts.empty()) {
            if (!flush() || !shortenFor(length))
                return false;
        }
        m_parts.push_back({part, length});
        m_length += length;
        return true;
    }

    bool finish()
    {
        const bool goesOn = flush();
        m_parts.clear();
        m_length = 0;
        return goesOn;
    }

private:
    struct Part
    {
        QStringView text;
        qsizetype length;
    };

    bool flush()
    {
        QString joined;
        for (const Part &part : m_parts)
            joined += part.text;
        joined = joined.trimmed();
        return joined.isEmpty() || m_splitter.m_emit(joined);
    }

    bool shortenFor(qsizetype length)
    {
        while (m_length > m_splitter.m_overlap || (m_length + length > m_splitter.m_size && m_length > 0)) {
            if (m_parts.empty()) {
                m_splitter.m_hasFailed = true;
                return false;
            }
            m_length -= m_parts.front().length;
            m_parts.pop_front();
        }
        return true;
    }

    RecursiveSplitter &m_splitter;
    std::deque<Part> m_parts;
    qsizetype m_length = 0;
};

RecursiveSplitter::RecursiveSplitter(qsizetype size, qsizetype overlap, Emit emitPart)
    : m_size(size)
    , m_overlap(overlap)
    , m_emit(std::move(emitPart))
{ }

bool RecursiveSplitter::split(QStringView text)
{
    return splitRecursively(text, allSeparators);
}

bool RecursiveSplitter::splitAt(const QString &separator, QStringView text)
{
    return forEachPart(text, separator, false, [this](QStringView part) {
        return codePoints(part) > m_size ? splitLongPart(part) : m_emit(part);
    });
}

bool RecursiveSplitter::splitRecursively(QStringView text, Separators separators)
{
    const auto it = std::find_if(separators.begin(), separators.end(),
                                 [text](QStringView separator) { return isFoundAsPattern(separator, text); });
    return cutAt(*it, text, separators.subspan(it - separators.begin() + 1), true);
}

bool RecursiveSplitter::splitLongPart(QStringView text)
{
    const Separators separators = allSeparators;
    const auto it = std::find_if(separators.begin(), separators.end(),
                                 [text](QStringView separator) { return text.contains(separator); });
    if (it->isEmpty())
        return cutAnywhere(text);
    return cutAt(*it, text, separators.subspan(it - separators.begin() + 1), *it != u" ");
}

bool RecursiveSplitter::cutAt(QStringView separator, QStringView text, Separators remaining, bool keepsSeparator)
{
    Merger merger(*this);
    return forEachPart(text, separator, keepsSeparator,
                       [&](QStringView part) {
                           const qsizetype length = codePoints(part);
                           if (length < m_size)
                               return merger.add(part, length);
                           return merger.finish()
                                  && (remaining.empty() ? m_emit(part) : splitRecursively(part, remaining));
                       })
           && merger.finish();
}

//! Without any separator the overlap is what was added last, within its length.
bool RecursiveSplitter::cutAnywhere(QStringView text)
{
    qsizetype from = 0; // of the current part
    qsizetype length = 0;
    qsizetype overlapFrom = 0;
    qsizetype overlapLength = 0;
    for (qsizetype at = 0; at < text.size(); at += characterLength(text, at)) {
        if (length + 1 > m_size) {
            if (!m_emit(text.mid(from, at - from)))
                return false;
            from = overlapLength > 0 ? overlapFrom : at;
            length = overlapLength + 1;
            overlapLength = 0;
            continue;
        }
        if (++length > m_size - m_overlap && overlapLength++ == 0)
            overlapFrom = at;
    }
    return m_emit(text.mid(from));
}
