// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/extract/encoding.h"

#include "app/engine/extract/charsets.h"
#include "app/engine/extract/plausibility.h"

#include <uchardet.h>

#include <QStringDecoder>

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype judgedBytes = 16 * 1024; //!< Enough to tell encodings apart.

constexpr double leastPlausible = -11; //!< For a character, on average.

struct Mark
{
    QByteArrayView bytes;
    QLatin1StringView charset;
};

const Mark marks[] = {
    // The longer ones first: a mark of UTF-32LE begins like one of UTF-16LE.
    {QByteArrayView("\xFF\xFE\0\0", 4), "UTF-32LE"_L1},
    {QByteArrayView("\0\0\xFE\xFF", 4), "UTF-32BE"_L1},
    {"\xEF\xBB\xBF", "UTF-8"_L1},
    {"\xFF\xFE", "UTF-16LE"_L1},
    {"\xFE\xFF", "UTF-16BE"_L1},
    {"\x84\x31\x95\x33", "GB18030"_L1},
};

struct Utf8Count
{
    qsizetype good = 0; //!< Characters of two bytes or more.
    qsizetype bad = 0; //!< Bytes that are part of none.
};

Utf8Count countUtf8(QByteArrayView bytes)
{
    Utf8Count count;
    for (qsizetype i = 0; i < bytes.size();) {
        const auto lead = uchar(bytes[i]);
        const int length = lead < 0x80 ? 1 : lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0;
        bool isGood = length > 0;
        for (int j = 1; isGood && j < length; ++j)
            isGood = i + j < bytes.size() && (uchar(bytes[i + j]) & 0xC0) == 0x80;
        count.good += isGood && length > 1;
        count.bad += !isGood;
        i += isGood ? length : 1;
    }
    return count;
}

//! Encodings that switch between alphabets by escape sequences and have no byte above 0x7F.
QString escapedCharset(QByteArrayView bytes)
{
    const QByteArrayView sample = bytes.first(qMin(bytes.size(), judgedBytes * 16));
    if (sample.contains("\x1b$)C"))
        return u"ISO-2022-KR"_s;
    if (sample.contains("\x1b$)A") || sample.contains("\x1b$)G"))
        return u"ISO-2022-CN"_s;
    if (sample.contains("\x1b$B") || sample.contains("\x1b$@") || sample.contains("\x1b(J"))
        return u"ISO-2022-JP"_s;
    return sample.contains("~{") && sample.contains("~}")
                   && !decodeAs(u"HZ"_s, bytes).contains(QChar::ReplacementCharacter)
               ? u"HZ"_s
               : QString();
}

QString guessOfUchardet(const QByteArray &bytes)
{
    const std::unique_ptr<uchardet, decltype(&uchardet_delete)> detector(uchardet_new(), &uchardet_delete);
    uchardet_handle_data(detector.get(), bytes.constData(), size_t(bytes.size()));
    uchardet_data_end(detector.get());
    return usualCharset(QString::fromLatin1(uchardet_get_charset(detector.get())));
}

//! UTF-16 and UTF-32 without a mark. \a plain is how plausible the bytes are as anything else.
QString wideCharset(QByteArrayView bytes, double plain)
{
    QString best;
    for (const auto &charset : {u"UTF-32LE"_s, u"UTF-32BE"_s, u"UTF-16LE"_s, u"UTF-16BE"_s}) {
        const int unit = charset.startsWith("UTF-32"_L1) ? 4 : 2;
        if (bytes.size() % unit != 0)
            continue;
        const QString text = decodeAs(charset, bytes.first(qMin(bytes.size(), judgedBytes)));
        const double score = plausibility(text);
        // Binary data is anything but text, and as two-byte characters still no text.
        if (score > plain && score > leastPlausible * double(text.size())) {
            plain = score;
            best = charset;
        }
    }
    return best;
}

//! The part of a long text that has the most to say about its encoding: from its first byte above ASCII on.
QByteArray tellingPart(const QByteArray &bytes)
{
    if (bytes.size() <= judgedBytes)
        return bytes;
    const auto first = std::find_if(bytes.begin(), bytes.end(), [](char byte) { return byte < 0; });
    const qsizetype start = bytes.lastIndexOf('\n', first - bytes.begin()) + 1;
    return bytes.sliced(qMin(start, bytes.size() - judgedBytes), judgedBytes);
}

QString legacyCharset(const QByteArray &bytes, const QString &declared)
{
    QStringList candidates{u"GB18030"_s,      u"Big5-HKSCS"_s,   u"windows-31j"_s,  u"EUC-JP"_s,
                           u"windows-949"_s,  u"windows-1252"_s, u"windows-1250"_s, u"windows-1251"_s,
                           u"windows-1253"_s, u"windows-1254"_s, u"windows-1255"_s, u"windows-1256"_s,
                           u"windows-1257"_s, u"windows-874"_s,  u"KOI8-R"_s,       u"IBM866"_s,
                           u"ISO-8859-2"_s,   u"ISO-8859-5"_s,   u"ISO-8859-7"_s};
    const QByteArray sample = tellingPart(bytes);
    const QString guess = guessOfUchardet(bytes);
    for (const QString &other : {guess, declared}) {
        if (!other.isEmpty() && !candidates.contains(other) && isCharsetKnown(other))
            candidates.append(other);
    }
    const auto high = double(std::count_if(sample.begin(), sample.end(), [](char byte) { return byte < 0; }));
    QString best;
    double bestScore = 0;
    for (const QString &charset : candidates) {
        double score = plausibility(decodeAs(charset, sample, false));
        if (charset == "windows-1252"_L1)
            score += 3; // By far the most common where nothing speaks for another.
        if (charset == guess)
            score += 2 + 0.15 * high;
        if (charset == declared)
            score += 6 + 0.8 * high;
        if (best.isEmpty() || score > bestScore) {
            best = charset;
            bestScore = score;
        }
    }
    return best;
}

//! Whether \a text has more control characters and undecodable bytes than a text with a few accidents.
bool isBinary(QStringView text)
{
    const QStringView sample = text.first(qMin<qsizetype>(text.size(), 64 * 1024));
    const auto odd = std::count_if(sample.begin(), sample.end(), [](QChar c) {
        const bool isControl = c.category() == QChar::Other_Control && !c.isSpace() && c != u'\x1B';
        return (isControl && !c.isNull()) || c == QChar::ReplacementCharacter;
    });
    const auto nulls = sample.count(QChar::Null);
    return odd * 20 > sample.size() || (nulls > 3 && nulls * 4 > sample.size()) || odd + nulls > 1000;
}

} // namespace

QString detectEncoding(const QByteArray &bytes, const QString &declared)
{
    for (const Mark &mark : marks) {
        if (bytes.startsWith(mark.bytes))
            return mark.charset;
    }
    const Utf8Count utf8 = countUtf8(bytes);
    const bool isUtf8 = utf8.bad == 0 || utf8.good > utf8.bad * 20;
    const bool hasNull = bytes.contains('\0');
    if (isUtf8 && !hasNull) {
        const QString escaped = utf8.good == 0 ? escapedCharset(bytes) : QString();
        return escaped.isEmpty() ? u"UTF-8"_s : escaped;
    }
    const QString narrow = isUtf8 ? u"UTF-8"_s : legacyCharset(bytes, usualCharset(declared));
    const QByteArrayView sample = QByteArrayView(bytes).first(qMin(bytes.size(), judgedBytes));
    const QString wide = wideCharset(bytes, plausibility(decodeAs(narrow, sample, false)));
    return wide.isEmpty() ? narrow : wide;
}

std::optional<QString> decodeText(const QByteArray &bytes, const QString &declared)
{
    const QString charset = detectEncoding(bytes, declared);
    QString text = charset == "UTF-8"_L1 ? QString::fromUtf8(bytes) : decodeAs(charset, bytes);
    if (isBinary(text))
        return {};
    if (text.startsWith(QChar::ByteOrderMark))
        text.remove(0, 1);
    text.remove(QChar::Null);
    if (text.contains(u'\r')) {
        text.replace("\r\n"_L1, "\n"_L1);
        text.replace(u'\r', u'\n');
    }
    return text;
}

QString declaredEncoding(const QByteArray &bytes)
{
    // Also where every other byte is a NUL; such a file is not asked for its opinion.
    const QByteArray head = bytes.left(4096).toLower();
    for (const QByteArrayView key : {QByteArrayView("charset="), QByteArrayView("encoding=")}) {
        qsizetype at = head.indexOf(key);
        if (at < 0)
            continue;
        at += key.size();
        while (at < head.size() && (head[at] == '"' || head[at] == '\'' || head[at] == ' '))
            ++at;
        qsizetype end = at;
        while (end < head.size() && (std::isalnum(uchar(head[end])) || head[end] == '-' || head[end] == '_'))
            ++end;
        return QString::fromLatin1(head.sliced(at, end - at));
    }
    return {};
}
