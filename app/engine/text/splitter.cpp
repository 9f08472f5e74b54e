// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/text/splitter.h"

#include "app/engine/text/cleaner.h"
#include "app/engine/text/recursivesplitter.h"
#include "app/engine/text/separator.h"

#include <QCryptographicHash>
#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int leastLength = 50;
constexpr int greatestLength = 4'000;
constexpr int automaticLength = 500;
constexpr int automaticOverlap = 50;

QString validateSegmentation(const Segmentation &segmentation)
{
    if (segmentation.maxTokens < leastLength || segmentation.maxTokens > greatestLength)
        return u"Custom segment length should be between %1 and %2."_s.arg(leastLength).arg(greatestLength);
    if (segmentation.chunkOverlap > segmentation.maxTokens)
        return u"Got a larger chunk overlap (%1) than chunk size (%2), should be smaller."_s
            .arg(segmentation.chunkOverlap)
            .arg(segmentation.maxTokens);
    return {};
}

RecursiveSplitter splitterFor(const Segmentation &segmentation, RecursiveSplitter::Emit emitPart)
{
    return {segmentation.maxTokens, segmentation.chunkOverlap, std::move(emitPart)};
}

bool isSymbol(char16_t c)
{
    return (c >= 0x2000 && c <= 0x2025) || (c >= 0x2027 && c <= 0x206F) || (c >= 0x2E00 && c <= 0x2E7F)
           || (c >= 0x3000 && c <= 0x300F) || (c >= 0x3012 && c <= 0x303F)
           || QStringView(u"\"#$%&'()*+,./:;<=>?@^_`~").contains(QChar(c));
}

//! Keeps the bracket of a Markdown link.
QStringView withoutLeadingSymbols(QStringView chunk)
{
    static const QRegularExpression link(uR"(\A\[[^\]]+\]\(https?://[^)]+\))"_s);
    if (chunk.startsWith(u'[') && link.match(chunk.toString()).hasMatch())
        return chunk;
    const auto *begin = std::find_if_not(chunk.cbegin(), chunk.cend(), [](QChar c) { return isSymbol(c.unicode()); });
    return chunk.sliced(begin - chunk.cbegin());
}

bool finishChunk(QStringView chunk, const TakeChunk &take)
{
    if (chunk.trimmed().isEmpty())
        return true;
    const QString text = withoutLeadingSymbols(chunk).trimmed().toString();
    if (text.isEmpty())
        return true;
    const QByteArray hash = QCryptographicHash::hash(QByteArray(chunk.toUtf8() + "None"), QCryptographicHash::Sha256);
    return take({text, QString::fromLatin1(hash.toHex())});
}

//! The parts of a hierarchical rule lose a full stop at their start, and only with it the space around them.
QStringList partsOf(const QString &text, const Segmentation &segmentation)
{
    QStringList parts;
    splitterFor(segmentation, [&parts](QStringView part) {
        if (part.trimmed().isEmpty())
            return true;
        if (part.startsWith(u'.') || part.startsWith(u'。'))
            part = part.sliced(1).trimmed();
        if (!part.isEmpty())
            parts.append(part.toString());
        return true;
    }).splitAt(decodedSeparator(segmentation.separator), text);
    return parts;
}

} // namespace

QString validate(const ProcessRule &rule)
{
    if (rule.mode == ProcessRule::Mode::Automatic)
        return {};
    const bool isHierarchical = rule.mode == ProcessRule::Mode::Hierarchical;
    const bool splitsParents = !isHierarchical || rule.parentMode == ProcessRule::ParentMode::Paragraph;
    const QString error = splitsParents ? validateSegmentation(rule.segmentation) : QString();
    return error.isEmpty() && isHierarchical ? validateSegmentation(rule.subchunkSegmentation) : error;
}

QString splitIntoChunks(const QString &piece, const ProcessRule &rule, const TakeChunk &take)
{
    const QString text = cleaned(piece, rule);
    const auto emitPart = [&take](QStringView part) { return finishChunk(part, take); };
    if (rule.mode == ProcessRule::Mode::Automatic) {
        RecursiveSplitter(automaticLength, automaticOverlap, emitPart).split(text);
        return {};
    }
    RecursiveSplitter splitter = splitterFor(rule.segmentation, emitPart);
    splitter.splitAt(decodedSeparator(rule.segmentation.separator), text);
    return splitter.hasFailed() ? u"Chunk overlap should not be negative."_s : QString();
}

QStringList parentsOf(const QStringList &pieces, const ProcessRule &rule)
{
    if (rule.parentMode == ProcessRule::ParentMode::FullDoc)
        return {pieces.join(u'\n')};
    QStringList parents;
    for (const QString &piece : pieces)
        parents += partsOf(cleaned(piece, rule), rule.segmentation);
    return parents;
}

QStringList childrenOf(const QString &parent, const ProcessRule &rule)
{
    return partsOf(parent, rule.subchunkSegmentation);
}
