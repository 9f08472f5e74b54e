// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/engine/extract/packages.h"

#include <QFile>

#include <zip.h>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto officeRelationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

QByteArray relationships(const QByteArray &inner)
{
    return "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>" + inner
           + "</Relationships>";
}

} // namespace

void packages::write(const QString &path, const Parts &parts)
{
    QFile::remove(path);
    zip_t *archive = zip_open(QFile::encodeName(path).constData(), ZIP_CREATE, nullptr);
    if (!archive)
        qFatal("no archive can be made");
    for (const auto &[name, bytes] : parts) {
        zip_source_t *source = zip_source_buffer(archive, bytes.constData(), zip_uint64_t(bytes.size()), 0);
        zip_file_add(archive, name.toUtf8().constData(), source, ZIP_FL_ENC_UTF_8);
    }
    if (zip_close(archive) != 0)
        qFatal("the archive cannot be written");
}

void packages::writeDocx(const QString &path, const QByteArray &body, const Parts &more)
{
    const QByteArray document
        = "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main' xmlns:r='"
          + QByteArray(officeRelationships) + "' xmlns:mc='mc' xmlns:wps='wps' xmlns:wp='wp'><w:body>" + body
          + "</w:body></w:document>";
    write(path, Parts{{u"word/document.xml"_s, document}} + more);
}

void packages::writeXlsx(const QString &path, const QList<QPair<QString, QByteArray>> &sheets, const Parts &more)
{
    QByteArray names;
    QByteArray links;
    Parts parts;
    for (const auto &[name, rows] : sheets) {
        const QByteArray number = QByteArray::number(parts.size() + 1);
        names += "<sheet name='" + name.toUtf8() + "' sheetId='" + number + "' r:id='rId" + number + "'/>";
        links
            += "<Relationship Id='rId" + number + "' Type='x/worksheet' Target='worksheets/sheet" + number + ".xml'/>";
        parts.append(
            {u"xl/worksheets/sheet%1.xml"_s.arg(parts.size() + 1),
             "<worksheet xmlns:r='" + QByteArray(officeRelationships) + "'><sheetData>" + rows + "</worksheet>"});
    }
    parts.append({u"xl/workbook.xml"_s, "<workbook xmlns:r='" + QByteArray(officeRelationships) + "'><sheets>" + names
                                            + "</sheets></workbook>"});
    parts.append({u"xl/_rels/workbook.xml.rels"_s, relationships(links)});
    write(path, parts + more);
}
