// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/extract/formats.h"

#include <QHash>

using namespace Qt::Literals::StringLiterals;

namespace {

struct Section
{
    QString header;
    QString body;
    bool hasHeader = false;
};

bool isHeader(QStringView line)
{
    const auto text = std::find_if(line.begin(), line.end(), [](QChar c) { return c != u'#'; });
    return text != line.begin() && text != line.end() && text->isSpace();
}

//! The marks that open a code block: three or more of ` or ~, at most three spaces in. Empty for any other line.
QStringView fenceOf(QStringView line)
{
    qsizetype start = 0;
    while (start < line.size() && start < 4 && line[start] == u' ')
        ++start;
    qsizetype end = start;
    while (end < line.size() && line[end] == line[start])
        ++end;
    const bool isFence = start < 4 && end - start >= 3 && (line[start] == u'`' || line[start] == u'~');
    return isFence ? line.sliced(start, end - start) : QStringView();
}

//! Whether \a line ends the code block that \a fence has opened.
bool closes(QStringView line, QStringView fence)
{
    const QStringView marks = fenceOf(line);
    return marks.startsWith(fence) && line.trimmed().size() == marks.size();
}

//! Where the run of backticks that starts at \a at ends.
qsizetype endOfBackticks(QStringView line, qsizetype at)
{
    while (at < line.size() && line[at] == u'`')
        ++at;
    return at;
}

//! Where the `code` that opens at \a at ends; the end of the backticks themselves when nothing closes it.
//! \a lastRun says where the last run of each length starts, so that no search is in vain.
qsizetype endOfCode(QStringView line, qsizetype at, const QHash<qsizetype, qsizetype> &lastRun)
{
    qsizetype end = endOfBackticks(line, at);
    const qsizetype length = end - at;
    if (lastRun.value(length) <= at)
        return end;
    while (true) {
        const qsizetype start = line.indexOf(u'`', end);
        end = endOfBackticks(line, start);
        if (end - start == length)
            return end;
    }
}

QHash<qsizetype, qsizetype> lastRuns(QStringView line)
{
    QHash<qsizetype, qsizetype> runs;
    for (qsizetype at = line.indexOf(u'`'); at >= 0;) {
        const qsizetype end = endOfBackticks(line, at);
        runs[end - at] = at;
        at = line.indexOf(u'`', end);
    }
    return runs;
}

//! Where the HTML tag that opens at \a at ends; \a at when it is none, as in 1 < 2 or <https://example.com>.
qsizetype endOfTag(QStringView line, qsizetype at)
{
    const auto isIn = [&](qsizetype i) { return i < line.size(); };
    qsizetype i = at + 1;
    if (isIn(i) && line[i] == u'/')
        ++i;
    if (!isIn(i) || !line[i].isLetter())
        return at;
    while (isIn(i) && (line[i].isLetterOrNumber() || line[i] == u'-' || line[i] == u'.'))
        ++i;
    if (!isIn(i) || !(line[i].isSpace() || line[i] == u'/' || line[i] == u'>'))
        return at;
    while (isIn(i) && line[i] != u'<' && line[i] != u'>')
        ++i;
    return isIn(i) && line[i] == u'>' ? i + 1 : at;
}

//! Without HTML tags; those inside `code` are text.
QString withoutTags(QStringView line)
{
    if (!line.contains(u'<'))
        return line.toString();
    const QHash<qsizetype, qsizetype> lastRun = lastRuns(line);
    QString out;
    for (qsizetype at = 0; at < line.size();) {
        const bool isTag = line[at] == u'<';
        const qsizetype end = isTag ? endOfTag(line, at) : line[at] == u'`' ? endOfCode(line, at, lastRun) : at;
        if (!isTag || end == at)
            out += line.sliced(at, qMax<qsizetype>(end - at, 1));
        at = qMax(end, at + 1);
    }
    return out;
}

QList<Section> sections(const QString &text)
{
    QList<Section> all(1);
    QStringView fence;
    for (const QStringView line : QStringView(text).split(u'\n')) {
        if (!fence.isEmpty()) {
            if (closes(line, fence))
                fence = {};
            all.last().body += line + u'\n';
        } else if (isHeader(line)) {
            all.append({line.toString().remove(u'#').trimmed(), {}, true});
        } else {
            fence = fenceOf(line);
            all.last().body += (fence.isEmpty() ? withoutTags(line) : line.toString()) + u'\n';
        }
    }
    return all;
}

} // namespace

Extraction extractMarkdown(const QString &text)
{
    Extraction out;
    for (const Section &section : sections(text)) {
        const QString body = section.body.trimmed();
        if (section.hasHeader)
            out.pieces.append(u"\n\n"_s + section.header + u'\n' + body);
        else if (!body.isEmpty())
            out.pieces.append(body);
    }
    return out;
}
