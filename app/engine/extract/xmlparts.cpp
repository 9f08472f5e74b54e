// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/extract/xmlparts.h"

using namespace Qt::Literals::StringLiterals;

bool nextToken(QXmlStreamReader &xml)
{
    while (!xml.atEnd()) {
        switch (xml.readNext()) {
        case QXmlStreamReader::StartElement:
        case QXmlStreamReader::EndElement:
        case QXmlStreamReader::Characters:
            return true;
        case QXmlStreamReader::DTD:
            if (!xml.text().contains("<!ENTITY"_L1))
                break;
            xml.raiseError(u"it declares XML entities, which is not allowed in it"_s);
            return false;
        default:
            break;
        }
    }
    return false;
}

bool nextChild(QXmlStreamReader &xml)
{
    while (nextToken(xml)) {
        if (!xml.isCharacters())
            return xml.isStartElement();
    }
    return false;
}

bool nextElement(QXmlStreamReader &xml)
{
    while (nextToken(xml)) {
        if (xml.isStartElement())
            return true;
    }
    return false;
}

QString attributeOf(const QXmlStreamReader &xml, QLatin1StringView name)
{
    for (const QXmlStreamAttribute &attribute : xml.attributes()) {
        if (attribute.name() == name)
            return attribute.value().toString();
    }
    return {};
}

QString xmlError(const QXmlStreamReader &xml)
{
    if (!xml.hasError())
        return {};
    return xml.error() == QXmlStreamReader::CustomError ? u"The file is refused: %1."_s.arg(xml.errorString())
                                                        : u"The file is damaged: its XML is broken or cut off."_s;
}
