// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/extract/docxnumbering.h"

#include "app/engine/extract/xmlparts.h"
#include "app/engine/extract/zippackage.h"

using namespace Qt::Literals::StringLiterals;

namespace {

QString valueOf(const QXmlStreamReader &xml)
{
    return attributeOf(xml, "val"_L1);
}

NumberStyle styleNamed(const QString &name)
{
    static const QHash<QString, NumberStyle> styles{
        {u"lowerLetter"_s, NumberStyle::LowerLetter},
        {u"upperLetter"_s, NumberStyle::UpperLetter},
        {u"lowerRoman"_s, NumberStyle::LowerRoman},
        {u"upperRoman"_s, NumberStyle::UpperRoman},
        {u"none"_s, NumberStyle::None},
    };
    return styles.value(name, NumberStyle::Decimal);
}

} // namespace

void readNumberProperties(QXmlStreamReader &xml, DocxNumbering::Place &place)
{
    while (nextChild(xml)) {
        if (xml.name() == "ilvl"_L1)
            place.level = valueOf(xml).toInt();
        else if (xml.name() == "numId"_L1)
            place.list = valueOf(xml);
        xml.skipCurrentElement();
    }
}

DocxNumbering::DocxNumbering(ZipPackage &package, const QString &document)
{
    const QString numbering = package.related(document, "numbering"_L1, {});
    if (numbering.isEmpty())
        return;
    if (const auto device = package.open(numbering)) {
        QXmlStreamReader xml(device.get());
        if (nextElement(xml))
            readNumbering(xml);
    }
    if (const auto device = package.open(package.related(document, "styles"_L1, {}))) {
        QXmlStreamReader xml(device.get());
        if (nextElement(xml))
            readStyles(xml);
    }
}

void DocxNumbering::readNumbering(QXmlStreamReader &xml)
{
    while (nextChild(xml)) {
        if (xml.name() == "abstractNum"_L1)
            readDefinition(xml);
        else if (xml.name() == "num"_L1)
            readList(xml);
        else
            xml.skipCurrentElement();
    }
}

void DocxNumbering::readDefinition(QXmlStreamReader &xml)
{
    Definition &definition = m_definitions[attributeOf(xml, "abstractNumId"_L1)];
    while (nextChild(xml)) {
        if (xml.name() == "lvl"_L1)
            readLevel(xml, definition);
        else
            xml.skipCurrentElement();
    }
}

void DocxNumbering::readLevel(QXmlStreamReader &xml, Definition &definition)
{
    const int number = attributeOf(xml, "ilvl"_L1).toInt();
    if (number < 0 || number >= levels)
        return xml.skipCurrentElement();
    Level &level = definition.at[number];
    while (nextChild(xml)) {
        if (xml.name() == "start"_L1) {
            level.start = valueOf(xml).toInt();
        } else if (xml.name() == "numFmt"_L1) {
            level.isBullet = valueOf(xml) == "bullet"_L1;
            level.style = styleNamed(valueOf(xml));
        } else if (xml.name() == "lvlText"_L1) {
            level.text = valueOf(xml);
        } else if (xml.name() == "pStyle"_L1) {
            definition.levelOfStyle[valueOf(xml)] = number;
        }
        xml.skipCurrentElement();
    }
}

void DocxNumbering::readList(QXmlStreamReader &xml)
{
    List &list = m_lists[attributeOf(xml, "numId"_L1)];
    while (nextChild(xml)) {
        if (xml.name() == "abstractNumId"_L1)
            list.definition = valueOf(xml);
        if (xml.name() != "lvlOverride"_L1) {
            xml.skipCurrentElement();
            continue;
        }
        const int level = attributeOf(xml, "ilvl"_L1).toInt();
        while (nextChild(xml)) {
            if (xml.name() == "startOverride"_L1)
                list.starts[level] = valueOf(xml).toInt();
            xml.skipCurrentElement();
        }
    }
}

void DocxNumbering::readStyles(QXmlStreamReader &xml)
{
    while (nextChild(xml)) {
        if (xml.name() == "style"_L1 && attributeOf(xml, "type"_L1) == "paragraph"_L1)
            readStyle(xml);
        else
            xml.skipCurrentElement();
    }
}

void DocxNumbering::readStyle(QXmlStreamReader &xml)
{
    Place &style = m_styles[attributeOf(xml, "styleId"_L1)];
    while (nextChild(xml)) {
        if (xml.name() == "basedOn"_L1)
            style.style = valueOf(xml);
        if (xml.name() != "pPr"_L1) {
            xml.skipCurrentElement();
            continue;
        }
        while (nextChild(xml)) {
            if (xml.name() == "numPr"_L1)
                readNumberProperties(xml, style);
            else
                xml.skipCurrentElement();
        }
    }
}

//! With what the styles say where the paragraph says nothing.
DocxNumbering::Place DocxNumbering::resolved(Place place) const
{
    QString style = place.style;
    for (int i = 0; i < 20 && !style.isEmpty() && place.list.isEmpty(); ++i) {
        const Place inherited = m_styles.value(style);
        place.list = inherited.list;
        if (place.level < 0)
            place.level = inherited.level;
        if (!place.list.isEmpty() && place.level < 0)
            place.level = m_definitions.value(m_lists.value(place.list).definition).levelOfStyle.value(style, 0);
        style = inherited.style;
    }
    place.level = qBound(0, place.level, levels - 1);
    return place;
}

void DocxNumbering::count(Definition &definition, List &list, int level)
{
    if (const auto start = list.starts.constFind(level); start != list.starts.cend()) {
        definition.at[level].start = *start;
        definition.hasBegun[level] = false;
        list.starts.erase(start);
    }
    for (int i = 0; i <= level; ++i) {
        if (!definition.hasBegun[i])
            definition.count[i] = definition.at[i].start;
        else if (i == level)
            ++definition.count[i];
        definition.hasBegun[i] = true;
    }
    std::fill(definition.hasBegun + level + 1, definition.hasBegun + levels, false);
}

QString DocxNumbering::next(const Place &given)
{
    const Place place = resolved(given);
    const auto list = m_lists.find(place.list);
    const auto definition = list == m_lists.end() ? m_definitions.end() : m_definitions.find(list->definition);
    if (definition == m_definitions.end())
        return {};
    count(*definition, *list, place.level);
    const Level &level = definition->at[place.level];
    if (level.isBullet || level.style == NumberStyle::None)
        return {};
    QString text = level.text;
    for (int i = 0; i <= place.level; ++i)
        text.replace(u'%' + QString::number(i + 1), numeral(definition->count[i], definition->at[i].style));
    return text;
}
