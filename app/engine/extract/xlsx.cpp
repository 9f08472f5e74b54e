// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/extract/formats.h"

#include "app/engine/extract/xlsxvalues.h"
#include "app/engine/extract/xmlparts.h"
#include "app/engine/extract/zippackage.h"

#include <QMap>

using namespace Qt::Literals::StringLiterals;

namespace {

using Row = QMap<int, QString>; //!< By column; only cells with text, since a sheet has room for 17 billion.

struct Workbook
{
    QStringList names; //!< Of the sheets, as people see them.
    QStringList sheets; //!< Names of their parts.
    QStringList strings;
    QList<bool> isDate; //!< By cell style.
    bool from1904 = false;
};

//! "XFD1048576" → 16383.
int columnOf(QStringView reference)
{
    int column = 0;
    for (const QChar c : reference) {
        if (c < u'A' || c > u'Z' || column > 20'000)
            break;
        column = column * 26 + (c.unicode() - u'A' + 1);
    }
    return column - 1;
}

QString quoted(QString text)
{
    return u'"' + text.replace(u'"', u"\\\""_s) + u'"';
}

constexpr qsizetype searchedRows = 10;

//! The row that names the columns: the first with two texts or more, else the fullest.
qsizetype headerOf(const QList<Row> &rows)
{
    qsizetype fullest = 0;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        if (rows[i].size() >= 2)
            return i;
        if (rows[i].size() > rows[fullest].size())
            fullest = i;
    }
    return fullest;
}

//! A cell under a named column carries its name, any other stands alone.
QString rowText(const Row &header, const Row &row)
{
    QStringList cells;
    for (auto column = header.begin(); column != header.end(); ++column)
        cells.append(quoted(*column) + u':' + quoted(row.value(column.key())));
    for (auto cell = row.begin(); cell != row.end(); ++cell) {
        if (!header.contains(cell.key()))
            cells.append(quoted(*cell));
    }
    return cells.join(u';');
}

//! Makes pieces of rows as they come: a sheet can have a million of them.
class SheetPieces
{
public:
    void add(const Row &row)
    {
        if (row.isEmpty())
            return;
        if (m_isHeaderKnown)
            m_pieces.append(rowText(m_header, row));
        else
            m_first.append(row);
        if (m_first.size() == searchedRows)
            findHeader();
    }

    QStringList take()
    {
        if (!m_isHeaderKnown && !m_first.isEmpty())
            findHeader();
        return std::move(m_pieces);
    }

private:
    void findHeader()
    {
        const qsizetype header = headerOf(m_first);
        for (qsizetype i = 0; i < m_first.size(); ++i) {
            if (i > header)
                m_pieces.append(rowText(m_first[header], m_first[i]));
            else if (i < header || m_first.size() == header + 1) // A title, or a row that names nothing.
                m_pieces.append(rowText({}, m_first[i]));
        }
        m_header = m_first[header];
        m_first.clear();
        m_isHeaderKnown = true;
    }

    QList<Row> m_first;
    Row m_header;
    QStringList m_pieces;
    bool m_isHeaderKnown = false;
};

class SheetReader
{
public:
    SheetReader(ZipPackage &package, const Workbook &book, const QString &part)
        : m_package(package)
        , m_book(book)
        , m_part(part)
    {
        readLinks();
    }

    QStringList pieces()
    {
        const auto device = m_package.open(m_part);
        if (!device)
            return {};
        SheetPieces all;
        Row row;
        QXmlStreamReader xml(device.get());
        while (nextToken(xml)) {
            if (xml.isStartElement() && xml.name() == "row"_L1)
                m_column = -1;
            else if (xml.isStartElement() && xml.name() == "c"_L1)
                readCell(xml, row);
            else if (xml.isEndElement() && xml.name() == "row"_L1)
                all.add(std::exchange(row, {}));
        }
        m_error = xmlError(xml);
        return all.take();
    }

    QString error() const { return m_error; }

private:
    //! The links stand behind the cells, so a sheet that has any is read twice.
    void readLinks()
    {
        const auto relationships = m_package.relationships(m_part);
        const auto device = relationships.isEmpty() ? nullptr : m_package.open(m_part);
        if (!device)
            return;
        QXmlStreamReader xml(device.get());
        while (nextElement(xml)) {
            if (xml.name() != "hyperlink"_L1)
                continue;
            const auto target = relationships.value(attributeOf(xml, "id"_L1));
            if (target.isExternal)
                m_links.insert(attributeOf(xml, "ref"_L1), target.target);
        }
    }

    void readCell(QXmlStreamReader &xml, Row &row)
    {
        const QXmlStreamAttributes attributes = xml.attributes();
        const QString reference = attributes.value("r"_L1).toString();
        const QString type = attributes.value("t"_L1).toString();
        const int style = attributes.value("s"_L1).toInt();
        m_column = reference.isEmpty() ? m_column + 1 : columnOf(reference);
        QString text;
        for (int depth = 1; depth > 0 && nextToken(xml);) {
            if (xml.isEndElement())
                --depth;
            else if (xml.isStartElement() && xml.name() == "is"_L1)
                text = richText(xml);
            else if (xml.isStartElement() && xml.name() == "v"_L1)
                text = valueText(xml.readElementText(QXmlStreamReader::SkipChildElements), type, style);
            else if (xml.isStartElement())
                ++depth;
        }
        text = text.trimmed();
        if (text.isEmpty())
            return;
        const QString link = m_links.value(reference);
        row.insert(m_column, link.isEmpty() ? text : u"[%1](%2)"_s.arg(text, link));
    }

    QString valueText(const QString &stored, const QString &type, int style) const
    {
        if (type == "s"_L1)
            return m_book.strings.value(stored.toInt());
        if (type == "b"_L1)
            return stored.trimmed() == "1"_L1 ? u"True"_s : u"False"_s;
        if (type == "d"_L1)
            return QString(stored).replace(u'T', u' ');
        if (type == "str"_L1 || type == "e"_L1)
            return stored;
        bool isNumber = false;
        const double value = stored.toDouble(&isNumber);
        constexpr double latestDay = 2'958'466; // 9999-12-31
        const bool isDate = isNumber && m_book.isDate.value(style) && value >= 0 && value < latestDay;
        return isDate ? dateText(value, m_book.from1904) : numberText(stored);
    }

    ZipPackage &m_package;
    const Workbook &m_book;
    QString m_part;
    QString m_error;
    QHash<QString, QString> m_links;
    int m_column = -1;
};

Workbook readWorkbook(ZipPackage &package, const QString &part)
{
    Workbook book;
    const auto relationships = package.relationships(part);
    const auto device = package.open(part);
    if (!device)
        return book;
    QXmlStreamReader xml(device.get());
    while (nextElement(xml)) {
        if (xml.name() == "workbookPr"_L1) {
            const QString epoch = attributeOf(xml, "date1904"_L1);
            book.from1904 = epoch == "1"_L1 || epoch == "true"_L1;
        } else if (xml.name() == "sheet"_L1) {
            const auto sheet = relationships.value(attributeOf(xml, "id"_L1));
            if (sheet.type != "worksheet"_L1)
                continue;
            book.names.append(attributeOf(xml, "name"_L1));
            book.sheets.append(sheet.target);
        }
    }
    book.strings = sharedStrings(package, package.related(part, "sharedStrings"_L1, u"xl/sharedStrings.xml"_s));
    book.isDate = dateStyles(package, package.related(part, "styles"_L1, u"xl/styles.xml"_s));
    return book;
}

} // namespace

Extraction extractXlsx(const QString &path)
{
    ZipPackage package(path);
    const QString part = package.related({}, "officeDocument"_L1, u"xl/workbook.xml"_s);
    if (package.error().isEmpty() && !package.contains(part))
        return {{}, u"This is not an Excel workbook: the archive holds no workbook."_s};

    const Workbook book = readWorkbook(package, part);
    Extraction out;
    for (const QString &sheet : book.sheets) {
        SheetReader reader(package, book, sheet);
        out.pieces.append(reader.pieces());
        if (out.error.isEmpty())
            out.error = reader.error();
    }
    if (!out.pieces.isEmpty())
        out.pieces.prepend(book.names.join(u"; "_s));
    if (!package.error().isEmpty())
        out.error = package.error();
    return out.error.isEmpty() ? out : Extraction{{}, out.error};
}
