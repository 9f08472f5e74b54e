// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/extract/formats.h"
#include "tests/engine/extract/packages.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TestOdt : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_path = m_folder.filePath(u"a.odt"_s);

    QString textOf(const QByteArray &body, const QByteArray &styles = {})
    {
        packages::write(
            m_path,
            {{u"content.xml"_s, "<office:document-content xmlns:office='o' xmlns:text='t' xmlns:table='b' "
                                "xmlns:style='s' xmlns:draw='d' xmlns:xlink='x' xmlns:fo='f'><office:automatic-styles>"
                                    + styles + "</office:automatic-styles><office:body><office:text>" + body
                                    + "</office:text></office:body></office:document-content>"}});
        const Extraction read = extractOdt(m_path);
        return read.error.isEmpty() ? read.pieces.join(u'|') : u"ERROR: "_s + read.error;
    }

private slots:
    void paragraphsAndHeadingsAreLinesAndWhiteSpaceIsOneSpace()
    {
        QCOMPARE(textOf("<text:h>Head</text:h><text:p>Two\n  <text:span>words</text:span> and<text:s text:c='2'/>"
                        "spaces<text:tab/>tab<text:line-break/>line</text:p><text:p/><text:p>last</text:p>"),
                 u"Head\nTwo words and  spaces\ttab\nline\n\nlast"_s);
    }

    void listItemsCarryTheirNumbers()
    {
        const QByteArray styles
            = "<text:list-style style:name='L'>"
              "<text:list-level-style-number text:level='1' style:num-format='1' style:num-suffix='.'/>"
              "<text:list-level-style-number text:level='2' style:num-format='a' style:num-suffix=')' "
              "text:display-levels='2'/></text:list-style>"
              "<text:list-style style:name='B'><text:list-level-style-bullet text:level='1'/></text:list-style>";
        const QByteArray inner = "<text:list><text:list-item><text:p>deep</text:p></text:list-item></text:list>";
        QCOMPARE(
            textOf("<text:list text:style-name='L'><text:list-item><text:p>one</text:p><text:p>more</text:p>"
                   "</text:list-item><text:list-item><text:p>two</text:p>"
                       + inner + "</text:list-item></text:list><text:p>between</text:p>"
                       + "<text:list text:style-name='L' text:continue-numbering='true'><text:list-item>"
                         "<text:p>three</text:p></text:list-item></text:list>"
                         "<text:list text:style-name='L'><text:list-item text:start-value='7'><text:p>seven</text:p>"
                         "</text:list-item></text:list>"
                         "<text:list text:style-name='B'><text:list-item><text:p>dot</text:p></text:list-item>"
                         "</text:list>",
                   styles),
            u"1. one\nmore\n2. two\n2.a) deep\nbetween\n3. three\n7. seven\ndot"_s);
    }

    void aTableIsMarkdown()
    {
        QCOMPARE(textOf("<table:table><table:table-column/><table:table-header-rows><table:table-row><table:table-cell>"
                        "<text:p>h1</text:p></table:table-cell><table:table-cell><text:p>h2</text:p></table:table-cell>"
                        "</table:table-row></table:table-header-rows><table:table-row><table:table-cell><text:p>two"
                        "</text:p><text:p>lines</text:p></table:table-cell></table:table-row></table:table>"),
                 u"| h1 | h2 |\n| --- | --- |\n| two lines |  |"_s);
    }

    void deletedTextAndCommentsAreLeftOut()
    {
        QCOMPARE(textOf("<text:tracked-changes><text:changed-region><text:deletion><text:p>old</text:p></text:deletion>"
                        "</text:changed-region></text:tracked-changes><text:p>new<office:annotation><text:p>remark"
                        "</text:p></office:annotation></text:p>"),
                 u"new"_s);
    }

    void notesAndBoxesFollowTheirParagraph()
    {
        QCOMPARE(
            textOf("<text:p>text<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>a note"
                   "</text:p></text:note-body></text:note><draw:frame><draw:text-box><text:p>boxed</text:p>"
                   "</draw:text-box></draw:frame> goes on</text:p><text:p>next</text:p>"),
            u"text goes on\na note\nboxed\nnext"_s);
    }

    void raisedAndLoweredTextStaysSo()
    {
        const QByteArray styles
            = "<style:style style:name='T1'><style:text-properties style:text-position='super 58%'/>"
              "</style:style><style:style style:name='T2'><style:text-properties "
              "style:text-position='-33% 58%'/></style:style>";
        QCOMPARE(textOf("<text:p>10<text:span text:style-name='T1'>2</text:span> H<text:span text:style-name='T2'>2"
                        "</text:span>O x<text:span text:style-name='T1'>max</text:span></text:p>",
                        styles),
                 u"10² H₂O x^(max)"_s);
    }

    void aLinkKeepsItsAddress()
    {
        QCOMPARE(textOf("<text:p><text:a xlink:href='https://example.org/'>here</text:a></text:p>"),
                 u"[here](https://example.org/)"_s);
    }

    void aFileBehindAPasswordSaysSo()
    {
        packages::write(m_path, {{u"META-INF/manifest.xml"_s, "<m:manifest><m:encryption-data/></m:manifest>"},
                                 {u"content.xml"_s, "\x01\x02\x03"}});
        QCOMPARE(extractOdt(m_path), (Extraction{{}, u"The file is password-protected."_s}));
    }

    void brokenXmlIsDamage()
    {
        QCOMPARE(textOf("<text:p>text</text:h>"), u"ERROR: The file is damaged: its XML is broken or cut off."_s);
    }

    void entitiesAreRefused()
    {
        packages::write(m_path,
                        {{u"content.xml"_s, "<!DOCTYPE x [<!ENTITY a 'lol'>]><o xmlns:t='t'><t:p>&a;</t:p></o>"}});
        QCOMPARE(extractOdt(m_path),
                 (Extraction{{}, u"The file is refused: it declares XML entities, which is not allowed in it."_s}));
    }

    void anotherArchiveIsNoText()
    {
        packages::write(m_path, {{u"readme.txt"_s, "hello"}});
        QCOMPARE(extractOdt(m_path),
                 (Extraction{{}, u"This is not an OpenDocument text: the archive holds no text."_s}));
    }

    void aFileWithoutTextHasNoPieces() { QCOMPARE(textOf("<text:p/>"), QString()); }

    void endlessNestingEnds()
    {
        const QByteArray lists = QByteArray("<text:list><text:list-item>").repeated(5000)
                                 + QByteArray("</text:list-item></text:list>").repeated(5000);
        const QByteArray spans = QByteArray("<text:span>").repeated(5000) + QByteArray("</text:span>").repeated(5000);
        QCOMPARE(textOf("<text:p>a" + spans + "</text:p>" + lists + "<text:p>b</text:p>"), u"a\nb"_s);
    }
};

LOREDESK_TEST(tst_odt, TestOdt)
#include "tst_odt.moc"
