// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/extract/charsets.h"

#include <unicode/ucnv.h>

#include <QHash>

using namespace Qt::Literals::StringLiterals;

namespace {

struct CloseConverter
{
    void operator()(UConverter *converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

Converter converterFor(const QString &charset)
{
    UErrorCode status = U_ZERO_ERROR;
    Converter converter(ucnv_open(charset.toLatin1().constData(), &status));
    return U_SUCCESS(status) ? std::move(converter) : nullptr;
}

//! ISO-8859-16 (Romanian and its neighbours), 0xA0 to 0xFF: the one of its family that ICU leaves out.
constexpr QStringView latin10 = u"\u00A0ĄąŁ€„Š§š©Ș«Ź\u00ADźŻ°±ČłŽ”¶·žčș»ŒœŸżÀÁÂĂÄĆÆÇÈÉÊËÌÍÎÏĐŃÒÓÔŐÖŚŰÙÚÛÜĘȚß"
                                u"àáâăäćæçèéêëìíîïđńòóôőöśűùúûüęțÿ";
static_assert(latin10.size() == 96);

bool isLatin10(const QString &charset)
{
    return charset.compare("ISO-8859-16"_L1, Qt::CaseInsensitive) == 0;
}

QString decodeLatin10(QByteArrayView bytes)
{
    QString text = QString::fromLatin1(bytes);
    for (QChar &c : text) {
        if (c.unicode() >= 0xA0)
            c = latin10[c.unicode() - 0xA0];
    }
    return text;
}

} // namespace

QString decodeAs(const QString &charset, QByteArrayView bytes, bool isWhole)
{
    if (isLatin10(charset))
        return decodeLatin10(bytes);
    const Converter converter = converterFor(charset);
    if (!converter)
        return {};

    QString text;
    const char *source = bytes.begin();
    std::vector<UChar> buffer(size_t(qMin<qsizetype>(bytes.size() + 16, 1 << 16)));
    UErrorCode status = U_BUFFER_OVERFLOW_ERROR;
    while (status == U_BUFFER_OVERFLOW_ERROR) {
        status = U_ZERO_ERROR;
        UChar *target = buffer.data();
        ucnv_toUnicode(converter.get(), &target, buffer.data() + buffer.size(), &source, bytes.end(), nullptr, isWhole,
                       &status);
        text.append(reinterpret_cast<const QChar *>(buffer.data()), target - buffer.data());
    }
    return text;
}

bool isCharsetKnown(const QString &charset)
{
    return isLatin10(charset) || converterFor(charset);
}

QString usualCharset(const QString &name)
{
    static const QHash<QString, QString> usual{{u"ISO-8859-1"_s, u"windows-1252"_s},
                                               {u"ISO8859-1"_s, u"windows-1252"_s},
                                               {u"LATIN1"_s, u"windows-1252"_s},
                                               {u"US-ASCII"_s, u"windows-1252"_s},
                                               {u"ASCII"_s, u"windows-1252"_s},
                                               {u"ISO-8859-9"_s, u"windows-1254"_s},
                                               {u"ISO-8859-11"_s, u"windows-874"_s},
                                               {u"TIS-620"_s, u"windows-874"_s},
                                               {u"GB2312"_s, u"GB18030"_s},
                                               {u"GBK"_s, u"GB18030"_s},
                                               {u"X-GBK"_s, u"GB18030"_s},
                                               {u"BIG5"_s, u"Big5-HKSCS"_s},
                                               {u"SHIFT_JIS"_s, u"windows-31j"_s},
                                               {u"SHIFT-JIS"_s, u"windows-31j"_s},
                                               {u"X-SJIS"_s, u"windows-31j"_s},
                                               {u"EUC-KR"_s, u"windows-949"_s},
                                               {u"KS_C_5601-1987"_s, u"windows-949"_s},
                                               {u"MAC-CENTRALEUROPE"_s, u"x-mac-centraleurroman"_s},
                                               {u"MAC-CYRILLIC"_s, u"x-mac-cyrillic"_s},
                                               {u"HZ-GB-2312"_s, u"HZ"_s},
                                               {u"UHC"_s, u"windows-949"_s}};
    return usual.value(name.trimmed().toUpper(), name.trimmed());
}
