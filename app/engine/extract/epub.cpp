// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/extract/formats.h"

#include "app/engine/extract/encoding.h"
#include "app/engine/extract/xmlparts.h"
#include "app/engine/extract/zippackage.h"

#include <QSet>
#include <QUrl>

using namespace Qt::Literals::StringLiterals;

namespace {

//! The names of the parts that META-INF/encryption.xml says are encrypted: fonts usually, the text when it is
//! protected.
QSet<QString> encryptedParts(ZipPackage &package)
{
    QSet<QString> parts;
    const auto device = package.open(u"META-INF/encryption.xml"_s);
    if (!device)
        return parts;
    QXmlStreamReader xml(device.get());
    while (nextElement(xml)) {
        if (xml.name() == "CipherReference"_L1)
            parts.insert(QUrl::fromPercentEncoding(attributeOf(xml, "URI"_L1).toUtf8()));
    }
    return parts;
}

//! The part that describes the book; empty when there is none.
QString packageDocument(ZipPackage &package, QString *error)
{
    const auto device = package.open(u"META-INF/container.xml"_s);
    if (!device)
        return {};
    QXmlStreamReader xml(device.get());
    while (nextElement(xml)) {
        const QString part = attributeOf(xml, "full-path"_L1);
        if (xml.name() == "rootfile"_L1 && package.contains(part))
            return part;
    }
    *error = xmlError(xml);
    return {};
}

//! The parts of the chapters in the order in which they are read.
QStringList chaptersOf(ZipPackage &package, const QString &book, QString *error)
{
    const auto device = package.open(book);
    if (!device)
        return {};
    QHash<QString, QString> byId;
    QStringList chapters;
    QXmlStreamReader xml(device.get());
    while (nextElement(xml)) {
        if (xml.name() == "item"_L1) {
            const QString address = attributeOf(xml, "href"_L1).section(u'#', 0, 0);
            byId.insert(attributeOf(xml, "id"_L1), resolvedPart(book, QUrl::fromPercentEncoding(address.toUtf8())));
        } else if (xml.name() == "itemref"_L1) {
            chapters.append(byId.value(attributeOf(xml, "idref"_L1)));
        }
    }
    *error = xmlError(xml);
    return chapters;
}

} // namespace

Extraction extractEpub(const QString &path)
{
    ZipPackage package(path);
    Extraction out;
    const QString book = packageDocument(package, &out.error);
    if (book.isEmpty() && package.error().isEmpty() && out.error.isEmpty())
        return {{}, u"This is not an EPUB book: the archive holds no book."_s};
    const QSet<QString> encrypted = encryptedParts(package);
    for (const QString &chapter : chaptersOf(package, book, &out.error)) {
        if (encrypted.contains(chapter))
            return {{}, u"The book is protected against copying."_s};
        const auto device = package.open(chapter);
        const QByteArray bytes = device ? device->readAll() : QByteArray();
        if (const auto text = decodeText(bytes, declaredEncoding(bytes)))
            out.pieces.append(extractHtml(*text).pieces);
    }
    if (!package.error().isEmpty())
        out.error = package.error();
    return out.error.isEmpty() ? out : Extraction{{}, out.error};
}
