// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/extract/formats.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TestXml : public QObject
{
    Q_OBJECT

    static QString textOf(const QString &xml)
    {
        const Extraction read = extractXml(xml);
        return read.error.isEmpty() ? read.pieces.join(u'|') : u"ERROR: "_s + read.error;
    }

private slots:
    void anElementIsALine()
    {
        QCOMPARE(
            textOf(
                u"<?xml version='1.0' encoding='utf-16'?><a><b>one</b>\n <b>two</b><!-- no --><c><d>three</d></c></a>"_s),
            u"one\ntwo\nthree"_s);
    }

    void elementsInsideTextBreakNoLine()
    {
        QCOMPARE(textOf(u"<a><p>Hello <b>wor</b>ld &amp; all</p><p><![CDATA[<x>]]></p></a>"_s),
                 u"Hello world & all\n<x>"_s);
    }

    void whatIsOutsideTheFileIsASpace()
    {
        QCOMPARE(
            textOf(u"<!DOCTYPE x [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><r>before &x; after</r>"_s).simplified(),
            u"before after"_s);
        QCOMPARE(textOf(u"<!DOCTYPE html SYSTEM 'x.dtd'><r>a&nbsp;b</r>"_s), u"a b"_s);
    }

    void entitiesThatExplodeAreAnError()
    {
        QString entities = u"<!ENTITY e0 'lollollollol'>"_s;
        for (int i = 1; i < 12; ++i)
            entities += u"<!ENTITY e%1 '%2'>"_s.arg(i).arg(u"&e%1;"_s.arg(i - 1).repeated(10));
        const QString got = textOf(u"<!DOCTYPE x ["_s + entities + u"]><x>&e11;</x>"_s);
        QVERIFY2(got.startsWith(u"ERROR: The file is damaged"_s), qPrintable(got.left(200)));
    }

    void brokenXmlIsDamage()
    {
        QCOMPARE(textOf(u"<a>\n<b>text</a>"_s),
                 u"ERROR: The file is damaged: its XML is broken or cut off, in line 2."_s);
        QVERIFY(textOf(u"<a><b>text"_s).startsWith(u"ERROR: "_s));
    }

    void aFileWithoutTextHasNoPieces() { QCOMPARE(extractXml(u"<a b='c'/>"_s), Extraction()); }

    void deepNestingIsRead()
    {
        QCOMPARE(textOf(u"<a>"_s.repeated(50'000) + u"deep"_s + u"</a>"_s.repeated(50'000)), u"deep"_s);
    }
};

LOREDESK_TEST(tst_xml, TestXml)
#include "tst_xml.moc"
