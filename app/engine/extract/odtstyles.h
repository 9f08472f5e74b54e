// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/engine/extract/officetext.h"

#include <QHash>

#include <vector>

class QXmlStreamReader;

//! What an OpenDocument text says in its styles that belongs to its text: raised characters and the numbers of lists.
class OdtStyles
{
public:
    //! Reads office:styles or office:automatic-styles, at whose start \a xml stands.
    void read(QXmlStreamReader &xml);

    Script scriptOf(const QString &textStyle) const { return m_scripts.value(textStyle, Script::Plain); }

    //! A list inside the one that was begun last has its \a style when it names none.
    void beginList(const QString &style, bool continues);
    void endList();
    //! "3." for an item of the list that was begun last; empty for bullets. \a start is the number it gives itself.
    QString nextItem(const QString &start);

private:
    static constexpr size_t levels = 10;

    struct Level
    {
        NumberStyle style = NumberStyle::None;
        QString prefix;
        QString suffix;
        int start = 1;
        int shown = 1; //!< Levels in its number.
    };
    struct List
    {
        QString style;
        int count = 0;
    };

    void readListStyle(QXmlStreamReader &xml);
    Level levelOf(const QString &style, size_t level) const;

    QHash<QString, Script> m_scripts;
    QHash<QString, std::vector<Level>> m_lists;
    QHash<QString, int> m_ended; //!< How far the last list of a style came, by style and level.
    std::vector<List> m_open;
};
