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
    return text.isEmpty() || take({text, hashOf(chunk)});
}

//! The parts of a hierarchical rule lose a full stop at their start, and only with it the space around them.
bool finishPart(QStringView part, const TakeChunk &take)
{
    if (part.trimmed().isEmpty())
        return true;
    const QStringView text = part.startsWith(u'.') || part.startsWith(u'。') ? part.sliced(1).trimmed() : part;
    return text.isEmpty() || take({text.toString(), hashOf(part)});
}

QString splitBy(const Segmentation &segmentation, const QString &text, const RecursiveSplitter::Emit &emitPart)
{
    RecursiveSplitter splitter(segmentation.maxTokens, segmentation.chunkOverlap, emitPart);
    splitter.splitAt(decodedSeparator(segmentation.separator), text);
    return splitter.hasFailed() ? u"Chunk overlap should not be negative."_s : QString();
}

} // namespace

QString validate(const ProcessRule &rule)
{
    return rule.mode == ProcessRule::Mode::Automatic ? QString() : validateSegmentation(rule.segmentation);
}

QString validateParents(const ProcessRule &rule)
{
    QString error;
    if (rule.parentMode == ProcessRule::ParentMode::Paragraph)
        error = validateSegmentation(rule.segmentation);
    return error.isEmpty() ? validateSegmentation(rule.subchunkSegmentation) : error;
}

QString splitIntoChunks(const QString &piece, const ProcessRule &rule, const TakeChunk &take)
{
    const QString text = cleaned(piece, rule);
    const auto emitPart = [&take](QStringView part) { return finishChunk(part, take); };
    if (rule.mode != ProcessRule::Mode::Automatic)
        return splitBy(rule.segmentation, text, emitPart);
    RecursiveSplitter(automaticLength, automaticOverlap, emitPart).split(text);
    return {};
}

QString splitIntoParents(const QString &piece, const ProcessRule &rule, const TakeChunk &take)
{
    if (rule.parentMode == ProcessRule::ParentMode::Paragraph)
        return splitBy(rule.segmentation, cleaned(piece, rule),
                       [&take](QStringView part) { return finishPart(part, take); });
    if (!piece.isEmpty())
        take({piece, hashOf(piece)});
    return {};
}

QString splitIntoChildren(const QString &parent, const ProcessRule &rule, const TakeChunk &take)
{
    return splitBy(rule.subchunkSegmentation, parent, [&take](QStringView part) { return finishPart(part, take); });
}

QString hashOf(QStringView chunk)
{
    const QByteArray bytes = chunk.toUtf8() + "None";
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}
