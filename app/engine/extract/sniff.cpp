// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/extract/sniff.h"

#include <QFile>

using namespace Qt::Literals::StringLiterals;

namespace {

struct Magic
{
    QByteArrayView bytes;
    QLatin1StringView name;
};

const Magic magics[] = {
    {"%PDF-", "a PDF file"_L1},
    {"PK\x03\x04", "a ZIP archive"_L1},
    {"PK\x05\x06", "an empty ZIP archive"_L1},
    {"\xD0\xCF\x11\xE0", "an older Office file"_L1},
    {"{\\rtf", "RTF"_L1},
    {"\x89PNG", "a PNG image"_L1},
    {"\xFF\xD8\xFF", "a JPEG image"_L1},
    {"GIF8", "a GIF image"_L1},
    {"\x7F"
     "ELF",
     "a program"_L1},
    {"MZ", "a program"_L1},
    {"\x1F\x8B", "a gzip archive"_L1},
    {"7z\xBC\xAF", "a 7-Zip archive"_L1},
    {"Rar!", "a RAR archive"_L1},
    {"SQLite format 3", "a SQLite database"_L1},
};

bool isBinary(QByteArrayView head)
{
    return std::any_of(head.begin(), head.end(), [](char byte) { return byte >= 0 && byte < 7; });
}

bool holdsEncryptedPackage(const QString &path)
{
    QFile file(path);
    const QString stream = u"EncryptedPackage"_s;
    const QByteArray name(reinterpret_cast<const char *>(stream.utf16()), stream.size() * 2);
    // The directory of such a file can be anywhere; it is rarely bigger than this.
    return file.open(QIODevice::ReadOnly) && file.read(64 << 20).contains(name);
}

} // namespace

QString looksLike(QByteArrayView head, const QString &otherwise)
{
    for (const Magic &magic : magics) {
        if (head.startsWith(magic.bytes))
            return magic.name;
    }
    const QByteArray start = head.first(qMin<qsizetype>(head.size(), 512)).toByteArray().trimmed().toLower();
    if (start.startsWith("<!doctype html") || start.startsWith("<html") || start.contains("<html"))
        return u"HTML"_s;
    if (start.startsWith("<?xml"))
        return u"XML"_s;
    return otherwise;
}

QString lookAlikeInsteadOf(QLatin1StringView extension, QByteArrayView head, const QString &path)
{
    const QString otherwise = isBinary(head) ? u"binary data"_s : u"plain text"_s;
    if (extension == "pdf"_L1) // Readers accept garbage before the header.
        return head.contains("%PDF-") ? QString() : looksLike(head, otherwise);
    if (extension == "rtf"_L1)
        return head.startsWith("{\\rtf") ? QString() : looksLike(head, otherwise);
    if (extension == "eml"_L1)
        return looksLike(head, isBinary(head) ? otherwise : QString());
    if (head.startsWith("\xD0\xCF\x11\xE0") && holdsEncryptedPackage(path))
        return encryptedOffice;
    const bool isOlder = extension == "doc"_L1 || extension == "xls"_L1; // Often something else, which is read too.
    return isOlder || head.startsWith("PK") ? QString() : looksLike(head, otherwise);
}
