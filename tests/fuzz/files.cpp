// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/files.h"

#include "app/engine/extract/extraction.h"
#include "app/engine/extract/formats.h"
#include "tests/engine/extract/packages.h"

#include <QFile>
#include <QHash>
#include <QTemporaryDir>

using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray links(const QByteArrayList &types)
{
    QByteArray all;
    for (const QByteArray &type : types)
        all += "<Relationship Id='" + type + "' Type='t/" + type + "' Target='" + type + ".xml'/>";
    return "<Relationships>" + all + "</Relationships>";
}

packages::Parts docx(const QByteArray &bytes)
{
    return {{u"word/document.xml"_s, bytes},
            {u"word/numbering.xml"_s, bytes},
            {u"word/styles.xml"_s, bytes},
            {u"word/_rels/document.xml.rels"_s, links({"numbering", "styles"})}};
}

packages::Parts xlsx(const QByteArray &bytes)
{
    return {
        {u"xl/workbook.xml"_s, "<workbook xmlns:r='r'><sheets><sheet name='a' r:id='worksheet'/></sheets></workbook>"},
        {u"xl/_rels/workbook.xml.rels"_s, links({"worksheet"})},
        {u"xl/worksheet.xml"_s, bytes},
        {u"xl/sharedStrings.xml"_s, bytes},
        {u"xl/styles.xml"_s, bytes}};
}

packages::Parts pptx(const QByteArray &bytes)
{
    return {{u"ppt/presentation.xml"_s, "<p xmlns:r='r'><sldId r:id='slide'/></p>"},
            {u"ppt/_rels/presentation.xml.rels"_s, links({"slide"})},
            {u"ppt/slide.xml"_s, bytes}};
}

packages::Parts odt(const QByteArray &bytes)
{
    return {{u"content.xml"_s, bytes}, {u"styles.xml"_s, bytes}};
}

packages::Parts epub(const QByteArray &bytes)
{
    return {{u"META-INF/container.xml"_s, "<container><rootfile full-path='b'/></container>"},
            {u"META-INF/encryption.xml"_s, bytes},
            {u"b"_s, bytes},
            {u"c"_s, bytes}};
}

using PartsOf = packages::Parts (*)(const QByteArray &);

using FromText = Extraction (*)(const QString &);

QByteArray currentExtension;

//! Formats that are text are read without guessing an encoding, which takes longer than all the rest; txt tries that.
FromText textReader()
{
    static const QHash<QByteArray, FromText> readers{{"csv", extractCsv},
                                                     {"html", extractHtml},
                                                     {"json", extractJson},
                                                     {"md", extractMarkdown},
                                                     {"xml", extractXml}};
    return readers.value(currentExtension);
}

void fuzzFile(const QByteArray &bytes)
{
    static const QHash<QByteArray, PartsOf> packed{
        {"docx", docx}, {"xlsx", xlsx}, {"pptx", pptx}, {"odt", odt}, {"epub", epub}};
    if (const FromText reader = textReader()) {
        std::ignore = reader(QString::fromUtf8(bytes));
        return;
    }
    static const QTemporaryDir folder;
    const QString path = folder.filePath(u"file"_s);
    const PartsOf partsOf = packed.value(currentExtension);
    if (partsOf && !bytes.startsWith("PK")) {
        packages::write(path, partsOf(bytes));
    } else {
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly))
            qFatal("no temporary file");
        file.write(bytes);
    }
    std::ignore = extractFile(path, QString::fromLatin1(currentExtension));
}

} // namespace

FuzzTarget fileTarget(const QByteArray &extension)
{
    currentExtension = extension;
    return isSupported(QString::fromLatin1(extension)) ? fuzzFile : nullptr;
}
