// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/extract/odtstyles.h"

#include "app/engine/extract/xmlparts.h"

using namespace Qt::Literals::StringLiterals;

namespace {

NumberStyle styleNamed(const QString &format)
{
    if (format.isEmpty())
        return NumberStyle::None;
    switch (format[0].unicode()) {
    case u'a':
        return NumberStyle::LowerLetter;
    case u'A':
        return NumberStyle::UpperLetter;
    case u'i':
        return NumberStyle::LowerRoman;
    case u'I':
        return NumberStyle::UpperRoman;
    default:
        return NumberStyle::Decimal;
    }
}

//! "super 58%" or "33% 58%": above the line.
Script scriptFrom(const QString &position)
{
    const QString where = position.section(u' ', 0, 0);
    if (where == "super"_L1)
        return Script::Raised;
    const double percent = QString(where).remove(u'%').toDouble();
    if (where == "sub"_L1 || percent < 0)
        return Script::Lowered;
    return percent > 0 ? Script::Raised : Script::Plain;
}

QString placeOf(const QString &style, size_t level)
{
    return style + u'/' + QString::number(level);
}

} // namespace

void OdtStyles::read(QXmlStreamReader &xml)
{
    while (nextChild(xml)) {
        if (xml.name() == "list-style"_L1) {
            readListStyle(xml);
        } else if (xml.name() == "style"_L1) {
            const QString name = attributeOf(xml, "name"_L1);
            while (nextChild(xml)) {
                if (const QString position = attributeOf(xml, "text-position"_L1); !position.isEmpty())
                    m_scripts[name] = scriptFrom(position);
                xml.skipCurrentElement();
            }
        } else {
            xml.skipCurrentElement();
        }
    }
}

void OdtStyles::readListStyle(QXmlStreamReader &xml)
{
    std::vector<Level> &style = m_lists[attributeOf(xml, "name"_L1)];
    style.resize(levels);
    while (nextChild(xml)) {
        const size_t number = attributeOf(xml, "level"_L1).toUInt();
        if (xml.name() == "list-level-style-number"_L1 && number >= 1 && number <= levels) {
            Level &level = style[number - 1];
            level.style = styleNamed(attributeOf(xml, "num-format"_L1));
            level.prefix = attributeOf(xml, "num-prefix"_L1);
            level.suffix = attributeOf(xml, "num-suffix"_L1);
            level.start = qMax(1, attributeOf(xml, "start-value"_L1).toInt());
            level.shown = qBound(1, attributeOf(xml, "display-levels"_L1).toInt(), int(number));
        }
        xml.skipCurrentElement();
    }
}

OdtStyles::Level OdtStyles::levelOf(const QString &style, size_t level) const
{
    const auto found = m_lists.find(style);
    return found == m_lists.end() || level >= levels ? Level() : (*found)[level];
}

void OdtStyles::beginList(const QString &style, bool continues)
{
    const QString own = style.isEmpty() && !m_open.empty() ? m_open.back().style : style;
    const size_t level = m_open.size();
    const int before = levelOf(own, level).start - 1;
    m_open.push_back({own, continues ? m_ended.value(placeOf(own, level), before) : before});
}

void OdtStyles::endList()
{
    const List ended = m_open.back();
    m_open.pop_back();
    m_ended[placeOf(ended.style, m_open.size())] = ended.count;
}

QString OdtStyles::nextItem(const QString &start)
{
    bool isGiven = false;
    const int given = start.toInt(&isGiven);
    List &list = m_open.back();
    list.count = isGiven ? given : list.count + 1;
    const Level level = levelOf(list.style, m_open.size() - 1);
    if (level.style == NumberStyle::None)
        return {};
    QStringList numbers;
    for (size_t i = m_open.size() - size_t(level.shown); i < m_open.size(); ++i)
        numbers.append(numeral(m_open[i].count, levelOf(m_open[i].style, i).style));
    return level.prefix + numbers.join(u'.') + level.suffix;
}
