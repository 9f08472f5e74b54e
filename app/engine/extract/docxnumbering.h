// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/engine/extract/officetext.h"

#include <QHash>
#include <QSet>

class QXmlStreamReader;
class ZipPackage;

//! The numbers of list items and headings of a Word document, which its text does not contain: they are counted from
//! the definitions in its numbering and styles parts (ECMA-376 17.9).
class DocxNumbering
{
public:
    //! What a paragraph says of itself.
    struct Place
    {
        QString style;
        QString list; //!< Empty: as its style has it. "0": in none.
        int level = -1; //!< Below zero: as its style has it.
    };

    //! \a document is the name of the main part.
    DocxNumbering(ZipPackage &package, const QString &document);

    //! "2.1.", counted on with every call; empty for bullets and paragraphs in no list.
    QString next(const Place &place);

private:
    static constexpr int levels = 9;

    struct Level
    {
        int start = 1;
        NumberStyle style = NumberStyle::Decimal;
        QString text; //!< "%1.%2)"
        bool isBullet = false;
    };
    struct Definition
    {
        Level at[levels];
        QHash<QString, int> levelOfStyle;
        int count[levels] = {};
        bool hasBegun[levels] = {};
    };
    struct List
    {
        QString definition;
        QHash<int, int> starts; //!< Where the list begins anew, by level.
    };

    void readNumbering(QXmlStreamReader &xml);
    void readDefinition(QXmlStreamReader &xml);
    void readLevel(QXmlStreamReader &xml, Definition &definition);
    void readList(QXmlStreamReader &xml);
    void readStyles(QXmlStreamReader &xml);
    void readStyle(QXmlStreamReader &xml);
    Place resolved(Place place) const;
    void count(Definition &definition, List &list, int level);

    QHash<QString, Definition> m_definitions;
    QHash<QString, List> m_lists;
    QHash<QString, Place> m_styles; //!< By id; Place::style is the one it is based on.
};

//! Reads w:numPr, at whose start \a xml stands.
void readNumberProperties(QXmlStreamReader &xml, DocxNumbering::Place &place);
