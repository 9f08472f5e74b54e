// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/extract/formats.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TestRtf : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    QString textOf(const QByteArray &body)
    {
        QFile file(m_folder.filePath(u"a.rtf"_s));
        if (!file.open(QIODevice::WriteOnly))
            qFatal("no temporary file");
        file.write("{\\rtf1\\ansi\\ansicpg1252\\deff0" + body + "}");
        file.close();
        const Extraction read = extractRtf(file.fileName());
        return read.error.isEmpty() ? read.pieces.join(u'|') : u"ERROR: "_s + read.error;
    }

private slots:
    void paragraphsAreLinesAndFormatsAreNothing()
    {
        QCOMPARE(textOf("\\pard One {\\b two}\r\n three.\\par Four\\line five\\tab six\\par"),
                 u"One two three.\nFour\nfive\tsix"_s);
    }

    void bracesAndBackslashesAreCharactersWhenEscaped() { QCOMPARE(textOf(" \\{a\\\\b\\}"), u"{a\\b}"_s); }

    void bytesAreInTheEncodingOfTheirFont()
    {
        QCOMPARE(textOf("{\\fonttbl{\\f0\\fcharset0 Arial;}{\\f1\\fcharset204 Arial;}{\\f2\\fcharset128 Gothic;}}"
                        "caf\\'e9 \\f1\\'ec\\'e8\\'f0 \\f2\\'92\\'6d\\f0 "),
                 u"café мир 知"_s);
    }

    void theDocumentsOwnEncodingIsUsedWithoutOne() { QCOMPARE(textOf("\\ansicpg1251 \\'ec\\'e8\\'f0"), u"мир"_s); }

    void unicodeCharactersReplaceWhatStandsInForThem()
    {
        QCOMPARE(textOf("\\u8216\\'93hi\\u8217\\'94 \\u945a{\\uc2\\u228\\'E8a}{\\uc0\\u8364}5\\u-10179?\\u-8704?"),
                 u"‘hi’ αä€5😀"_s);
    }

    void whatIsNoTextIsLeftOut()
    {
        QCOMPARE(textOf("{\\stylesheet{\\s0 Normal;}}{\\info{\\title T}}{\\*\\generator G;}{\\pict 0102}{\\header H}"
                        "{\\field{\\*\\fldinst HYPERLINK \"x\"}{\\fldrslt link}}{\\v hidden}{\\deleted gone} text"),
                 u"link text"_s);
    }

    void binaryDataIsSkipped() { QCOMPARE(textOf(" a{\\pict\\bin5 }}}{{}b\\bin3 \\}{c"), u"abc"_s); }

    void numbersOfListsAreText()
    {
        QCOMPARE(textOf("{\\listtext\\pard 1.\\tab}First\\par{\\listtext 2.\\tab}Second\\par"),
                 u"1.\tFirst\n2.\tSecond"_s);
    }

    void rowsAreLinesAndCellsAreKeptApart()
    {
        QCOMPARE(textOf("\\trowd a\\cell b\\cell\\row\\trowd c\\cell d\\cell\\row"), u"a | b\nc | d"_s);
    }

    void raisedAndLoweredTextStaysSo()
    {
        QCOMPARE(textOf(" 10{\\super 2} H{\\sub 2}O x{\\super max} 1{\\super st}"), u"10² H₂O x^(max) 1st"_s);
    }

    void aFootnoteIsRead() { QCOMPARE(textOf(" text{\\footnote a note}"), u"text\na note"_s); }

    void aFileThatIsCutOffIsReadAsFarAsItGoes()
    {
        for (const QByteArray end : {"\\", "\\'", "\\'e", "\\u", "{", "{\\*", "\\bin999 ", "}}}}"})
            QVERIFY2(textOf(" text" + end).startsWith(u"text"_s), end.constData());
    }

    void aFileWithoutTextHasNoPieces() { QCOMPARE(textOf("{\\info nothing}"), QString()); }

    void deepNestingIsRead()
    {
        QCOMPARE(textOf(QByteArray("{").repeated(100'000) + "deep" + QByteArray("}").repeated(100'000)), u"deep"_s);
    }
};

LOREDESK_TEST(tst_rtf, TestRtf)
#include "tst_rtf.moc"
