// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/extract/extraction.h"

#include "app/engine/extract/encoding.h"
#include "app/engine/extract/formats.h"
#include "app/engine/extract/sniff.h"

#include <QFile>

#include <exception>

using namespace Qt::Literals::StringLiterals;

namespace {

using FromText = Extraction (*)(const QString &text);
using FromFile = Extraction (*)(const QString &path);

struct Format
{
    QLatin1StringView extension;
    QLatin1StringView name; //!< As in "This is not …".
    FromText fromText;
    FromFile fromFile;
    bool isPlain;
};

constexpr Format formats[] = {
    {"txt"_L1, "a text file"_L1, extractPlain, nullptr, true},
    {"md"_L1, "a Markdown file"_L1, extractMarkdown, nullptr, true},
    {"markdown"_L1, "a Markdown file"_L1, extractMarkdown, nullptr, true},
    {"mdx"_L1, "a Markdown file"_L1, extractMarkdown, nullptr, true},
    {"html"_L1, "an HTML file"_L1, extractHtml, nullptr, false},
    {"htm"_L1, "an HTML file"_L1, extractHtml, nullptr, false},
    {"csv"_L1, "a CSV file"_L1, extractCsv, nullptr, false},
    {"xlsx"_L1, "an Excel workbook"_L1, nullptr, extractXlsx, false},
    {"docx"_L1, "a Word document"_L1, nullptr, extractDocx, false},
    {"pptx"_L1, "a PowerPoint presentation"_L1, nullptr, extractPptx, false},
    {"pdf"_L1, "a PDF file"_L1, nullptr, extractPdf, false},
    {"odt"_L1, "an OpenDocument text"_L1, nullptr, extractOdt, false},
    {"rtf"_L1, "an RTF document"_L1, nullptr, extractRtf, false},
    {"epub"_L1, "an EPUB book"_L1, nullptr, extractEpub, false},
    {"eml"_L1, "an e-mail"_L1, nullptr, extractEml, false},
    {"doc"_L1, "a Word document"_L1, nullptr, extractDoc, false},
    {"xls"_L1, "an Excel workbook"_L1, nullptr, extractXls, false},
    {"xml"_L1, "an XML file"_L1, extractXml, nullptr, false},
    {"json"_L1, "a JSON file"_L1, extractJson, nullptr, false},
    {"vtt"_L1, "a subtitle file"_L1, extractPlain, nullptr, true},
    {"properties"_L1, "a properties file"_L1, extractPlain, nullptr, true},
};

const Format *formatOf(const QString &extension)
{
    for (const Format &format : formats) {
        if (extension.compare(format.extension, Qt::CaseInsensitive) == 0)
            return &format;
    }
    return nullptr;
}

Extraction failed(const QString &sentence)
{
    return {{}, sentence};
}

Extraction readText(const Format &format, const QByteArray &bytes)
{
    const bool declares = format.fromText == extractHtml || format.fromText == extractXml;
    const QString declared = declares ? declaredEncoding(bytes) : QString();
    const auto text = decodeText(bytes, declared);
    if (!text)
        return failed(u"This is not %1: it looks like %2."_s.arg(format.name, looksLike(bytes, u"binary data"_s)));
    return format.fromText(*text);
}

Extraction read(const Format &format, const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failed(u"The file cannot be opened: %1."_s.arg(file.errorString()));
    if (file.size() == 0)
        return failed(u"The file is empty."_s);
    if (format.fromText)
        return readText(format, file.readAll());

    const QByteArray head = file.read(sniffedBytes);
    file.close();
    if (const QString other = lookAlikeInsteadOf(format.extension, head, path); !other.isEmpty())
        return failed(other == encryptedOffice ? u"The file is password-protected."_s
                                               : u"This is not %1: it looks like %2."_s.arg(format.name, other));
    return format.fromFile(path);
}

} // namespace

QStringList supportedExtensions()
{
    QStringList all;
    for (const Format &format : formats)
        all.append(format.extension);
    return all;
}

bool isSupported(const QString &extension)
{
    return formatOf(extension) != nullptr;
}

bool isPlainText(const QString &extension)
{
    const Format *format = formatOf(extension);
    return format && format->isPlain;
}

Extraction extractFile(const QString &path, const QString &extension)
{
    const Format *format = formatOf(extension);
    if (!format)
        return failed(u"Files of the kind .%1 cannot be read."_s.arg(extension.toLower()));
    try {
        return read(*format, path);
    } catch (const std::bad_alloc &) {
        return failed(u"Reading the file takes too much memory."_s);
    } catch (const std::exception &) {
        return failed(u"The file is damaged and cannot be read."_s);
    }
}
