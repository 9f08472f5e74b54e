// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/extract/formats.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TestExtractJson : public QObject
{
    Q_OBJECT

    static QString textOf(const QString &json) { return extractJson(json).pieces.join(u'|'); }

private slots:
    void aValueIsALineWithItsName()
    {
        QCOMPARE(textOf(u"{\"b\":1.50,\"a\" : [true, null],\n\"c\":{\"d\":\"x, {y}\"}}"_s),
                 u"b: 1.50\na: \ntrue\nnull\nc: \nd: x, {y}"_s);
    }

    void theObjectsOfAListArePieces() { QCOMPARE(textOf(u"[{\"a\":1},{\"a\":{\"b\":2}}]"_s), u"a: 1|a: \nb: 2"_s); }

    void theLinesOfJsonLinesArePieces() { QCOMPARE(textOf(u"{\"a\":1}\n{\"a\":2}\n"_s), u"a: 1|a: 2"_s); }

    void escapesAreCharacters()
    {
        QCOMPARE(textOf(u"[\"\\\"\\\\\\/ \\u77e5\\ud83d\\ude00 a\\tb\\nc\"]"_s), u"\"\\/ 知😀 a\tb\nc"_s);
    }

    void aFileThatIsCutOffIsReadAsFarAsItGoes()
    {
        QCOMPARE(textOf(u"{\"a\":\"half a te"_s), u"a: half a te"_s);
        for (const QString &end : {u"\\"_s, u"\\u"_s, u"\\u00"_s, u"\\u0000"_s})
            QVERIFY(textOf(u"[\"text"_s + end).startsWith(u"text"_s));
        QCOMPARE(textOf(u"]]}} text"_s), u"text"_s);
    }

    void aFileWithoutTextHasNoPieces() { QCOMPARE(extractJson(u"[{}, []]"_s), Extraction()); }

    void deepNestingIsRead() { QCOMPARE(textOf(u"["_s.repeated(100'000) + u"1"_s + u"]"_s.repeated(100'000)), u"1"_s); }
};

LOREDESK_TEST(tst_extractjson, TestExtractJson)
#include "tst_extractjson.moc"
