// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/extract/formats.h"
#include "app/engine/extract/xlsxvalues.h"
#include "tests/engine/extract/packages.h"
#include "tests/support/testmain.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TestXlsx : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    //! The pieces after the first, which names the sheets.
    QStringList rowsOf(const QByteArray &rows, const packages::Parts &more = {})
    {
        return read({{u"Sheet1"_s, rows}}, more).pieces.mid(1);
    }

    Extraction read(const QList<QPair<QString, QByteArray>> &sheets, const packages::Parts &more = {})
    {
        const QString path = m_folder.filePath(u"a.xlsx"_s);
        packages::writeXlsx(path, sheets, more);
        return extractXlsx(path);
    }

    static QByteArray row(const QByteArray &cells) { return "<row>" + cells + "</row>"; }
    static QByteArray text(const QByteArray &text) { return "<c t='str'><v>" + text + "</v></c>"; }

private slots:
    void aRowCarriesTheNamesOfItsColumns()
    {
        QCOMPARE(rowsOf(row(text("Name") + text("Age")) + row(text("Ann") + "<c><v>30</v></c>") + "</sheetData>"),
                 QStringList{u"\"Name\":\"Ann\";\"Age\":\"30\""_s});
    }

    void sharedAndInlineStringsAreReadWithoutTheirPhonetics()
    {
        const QByteArray strings
            = "<sst><si><t>plain</t></si><si><r><t>rich </t></r><r><t>text</t></r><rPh><t>no</t></rPh>"
              "</si></sst>";
        QCOMPARE(rowsOf(row("<c t='s'><v>1</v></c><c t='inlineStr'><is><t>inline</t></is></c><c t='s'><v>0</v></c>")
                            + "</sheetData>",
                        {{u"xl/sharedStrings.xml"_s, strings}}),
                 QStringList{u"\"rich text\";\"inline\";\"plain\""_s});
    }

    void datesAndTruthValuesAreWords()
    {
        const QByteArray styles
            = "<styleSheet><numFmts><numFmt numFmtId='200' formatCode='yyyy\\-mm'/></numFmts>"
              "<cellXfs><xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='200'/></cellXfs></styleSheet>";
        QCOMPARE(rowsOf(row("<c s='1'><v>45413.5</v></c><c s='2'><v>45413</v></c><c s='0'><v>45413</v></c>"
                            "<c t='b'><v>1</v></c><c t='e'><v>#N/A</v></c>")
                            + "</sheetData>",
                        {{u"xl/styles.xml"_s, styles}}),
                 QStringList{u"\"2024-05-01 12:00:00\";\"2024-05-01 00:00:00\";\"45413\";\"True\";\"#N/A\""_s});
    }

    void quotesAreEscapedAndEmptyCellsAreShown()
    {
        QCOMPARE(rowsOf(row(text("A") + text("B") + text("C")) + row("<c r='A2' t='str'><v>say \"x\"</v></c>")
                        + "</sheetData>"),
                 QStringList{u"\"A\":\"say \\\"x\\\"\";\"B\":\"\";\"C\":\"\""_s});
    }

    void aCellBeyondTheNamedColumnsIsKept()
    {
        QCOMPARE(rowsOf(row(text("A") + text("B")) + row("<c r='D2'><v>4</v></c>") + "</sheetData>"),
                 QStringList{u"\"A\":\"\";\"B\":\"\";\"4\""_s});
    }

    void aTitleAboveTheNamesIsAPiece()
    {
        QCOMPARE(rowsOf(row(text("Report")) + row(text("A") + text("B")) + row(text("1") + text("2")) + "</sheetData>"),
                 (QStringList{u"\"Report\""_s, u"\"A\":\"1\";\"B\":\"2\""_s}));
    }

    void rowsFarBelowTheNamesCarryThem()
    {
        QByteArray rows = row(text("A") + text("B"));
        for (int i = 0; i < 30; ++i)
            rows += row(text(QByteArray::number(i)) + text("x"));
        const QStringList pieces = rowsOf(rows + "</sheetData>");
        QCOMPARE(pieces.size(), 30);
        QCOMPARE(pieces.first(), u"\"A\":\"0\";\"B\":\"x\""_s);
        QCOMPARE(pieces.last(), u"\"A\":\"29\";\"B\":\"x\""_s);
    }

    void theFarthestCellNeedsNoGrid()
    {
        QCOMPARE(rowsOf("<row r='1048576'><c r='XFD1048576' t='str'><v>far corner</v></c></row></sheetData>"),
                 QStringList{u"\"far corner\""_s});
    }

    void allSheetsAreReadAndNamedFirst()
    {
        QCOMPARE(
            read({{u"One"_s, row(text("a")) + "</sheetData>"}, {u"Two"_s, row(text("b")) + "</sheetData>"}}).pieces,
            (QStringList{u"One; Two"_s, u"\"a\""_s, u"\"b\""_s}));
    }

    void aWorkbookWithoutCellsHasNoPieces() { QCOMPARE(read({{u"Sheet1"_s, "</sheetData>"}}), Extraction()); }

    void hyperlinksKeepTheirAddress()
    {
        const QByteArray links = "<Relationships><Relationship Id='r1' Type='t/hyperlink' Target='https://example.com'"
                                 " TargetMode='External'/></Relationships>";
        QCOMPARE(rowsOf("<row><c r='A1' t='str'><v>link</v></c></row></sheetData>"
                        "<hyperlinks><hyperlink ref='A1' r:id='r1'/></hyperlinks>",
                        {{u"xl/worksheets/_rels/sheet1.xml.rels"_s, links}}),
                 QStringList{u"\"[link](https://example.com)\""_s});
    }

    void dateFormatsAreTold_data()
    {
        QTest::addColumn<QString>("format");
        QTest::addColumn<bool>("isDate");
        QTest::newRow("iso") << u"yyyy-mm-dd"_s << true;
        QTest::newRow("locale") << u"[$-409]d\\-mmm\\-yy;@"_s << true;
        QTest::newRow("hours passed") << u"[h]:mm"_s << true;
        QTest::newRow("colour") << u"[Red]0.00"_s << false;
        QTest::newRow("quoted word") << u"0 \"days\""_s << false;
        QTest::newRow("quoted word first") << u"\"days \"0"_s << false;
        QTest::newRow("general") << u"General"_s << false;
    }

    void dateFormatsAreTold()
    {
        QFETCH(QString, format);
        QTEST(isDateFormat(format), "isDate");
    }

    void numbersAreWrittenAsPeopleDo()
    {
        QCOMPARE(numberText(u"0.98760000000000003"_s), u"0.9876"_s);
        QCOMPARE(numberText(u"9"_s), u"9"_s);
        QCOMPARE(numberText(u"12345678901234567890"_s), u"12345678901234567890"_s);
        QCOMPARE(numberText(u"1.5E+3"_s), u"1500"_s);
    }

    void theFirstDaysOfExcelAreItsOwn()
    {
        QCOMPARE(dateText(1, false), u"1900-01-01 00:00:00"_s);
        QCOMPARE(dateText(61, false), u"1900-03-01 00:00:00"_s);
        QCOMPARE(dateText(1, true), u"1904-01-02 00:00:00"_s);
        QCOMPARE(dateText(0.75, false), u"18:00:00"_s);
    }
};

LOREDESK_TEST(tst_xlsx, TestXlsx)
#include "tst_xlsx.moc"
