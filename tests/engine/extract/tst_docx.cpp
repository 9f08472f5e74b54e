// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/extract/formats.h"
#include "tests/engine/extract/packages.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TestDocx : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_path = m_folder.filePath(u"a.docx"_s);

    QString textOf(const QByteArray &body, const packages::Parts &more = {})
    {
        packages::writeDocx(m_path, body, more);
        const Extraction read = extractDocx(m_path);
        return read.error.isEmpty() ? read.pieces.join(u'|') : u"ERROR: "_s + read.error;
    }

private slots:
    void runsKeepTheSpacesBetweenThem()
    {
        QCOMPARE(textOf("<w:p><w:r><w:t xml:space='preserve'>Hello </w:t></w:r><w:r><w:rPr><w:b/></w:rPr>"
                        "<w:t>wor</w:t></w:r><w:r><w:t>ld</w:t></w:r></w:p>"),
                 u"Hello world"_s);
    }

    void aParagraphIsALineAndAnEmptyOneABlankLine()
    {
        QCOMPARE(textOf("<w:p><w:r><w:t>a</w:t></w:r></w:p><w:p><w:r><w:t>b</w:t></w:r></w:p><w:p/>"
                        "<w:p><w:r><w:t>c</w:t></w:r></w:p>"),
                 u"a\nb\n\nc"_s);
    }

    void aTableIsMarkdown()
    {
        const auto cell = [](const QByteArray &text) -> QByteArray {
            return "<w:tc><w:tcPr/><w:p><w:r><w:t>" + text + "</w:t></w:r></w:p></w:tc>";
        };
        QCOMPARE(textOf("<w:tbl><w:tblPr/><w:tr>" + cell("h1") + cell("h2") + "</w:tr><w:tr>" + cell("v1")
                        + "<w:tc><w:p><w:r><w:t>two</w:t></w:r></w:p><w:p><w:r><w:t>lines</w:t></w:r></w:p></w:tc>"
                          "</w:tr></w:tbl>"),
                 u"| h1 | h2 |\n| --- | --- |\n| v1 | two lines |"_s);
    }

    void deletedAndMovedAwayTextIsLeftOut()
    {
        QCOMPARE(
            textOf("<w:p><w:del><w:r><w:delText>old</w:delText></w:r></w:del><w:ins><w:r><w:t>new</w:t></w:r></w:ins>"
                   "<w:moveFrom><w:r><w:t>there</w:t></w:r></w:moveFrom></w:p>"),
            u"new"_s);
    }

    void fieldCodesAreLeftOut()
    {
        QCOMPARE(textOf("<w:p><w:r><w:instrText>PAGEREF x</w:instrText></w:r><w:r><w:t>12</w:t></w:r></w:p>"), u"12"_s);
    }

    void aHyperlinkKeepsItsAddress()
    {
        const QByteArray links = "<Relationships><Relationship Id='r1' Type='t/hyperlink' Target='https://example.org/'"
                                 " TargetMode='External'/></Relationships>";
        QCOMPARE(textOf("<w:p><w:hyperlink r:id='r1'><w:r><w:t>here</w:t></w:r></w:hyperlink></w:p>",
                        {{u"word/_rels/document.xml.rels"_s, links}}),
                 u"[here](https://example.org/)"_s);
    }

    void tabsBreaksAndRaisedDigitsAreCharacters()
    {
        QCOMPARE(textOf("<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>10</w:t></w:r><w:r><w:rPr><w:vertAlign "
                        "w:val='superscript'/></w:rPr><w:t>2</w:t></w:r></w:p>"),
                 u"a\tb\n10²"_s);
    }

    void aTextBoxIsReadOnceAfterItsParagraph()
    {
        const QByteArray box
            = "<wps:txbx><w:txbxContent><w:p><w:r><w:t>boxed</w:t></w:r></w:p></w:txbxContent></wps:txbx>";
        QCOMPARE(textOf("<w:p><w:r><mc:AlternateContent><mc:Choice>" + box + "</mc:Choice><mc:Fallback>" + box
                        + "</mc:Fallback></mc:AlternateContent><w:t>around</w:t></w:r></w:p>"),
                 u"around\nboxed"_s);
    }

    void numbersOfListsAndHeadingsAreCounted()
    {
        const QByteArray links = "<Relationships><Relationship Id='r1' Type='t/numbering' Target='numbering.xml'/>"
                                 "<Relationship Id='r2' Type='t/styles' Target='styles.xml'/></Relationships>";
        const QByteArray numbering
            = "<w:numbering xmlns:w='w'><w:abstractNum w:abstractNumId='0'>"
              "<w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='decimal'/><w:lvlText w:val='%1.'/></w:lvl>"
              "<w:lvl w:ilvl='1'><w:start w:val='1'/><w:numFmt w:val='lowerLetter'/><w:pStyle w:val='Sub'/>"
              "<w:lvlText w:val='%1.%2)'/></w:lvl></w:abstractNum><w:abstractNum w:abstractNumId='1'>"
              "<w:lvl w:ilvl='0'><w:numFmt w:val='bullet'/><w:lvlText w:val='o'/></w:lvl></w:abstractNum>"
              "<w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num><w:num w:numId='2'><w:abstractNumId w:val='0'/>"
              "<w:lvlOverride w:ilvl='0'><w:startOverride w:val='7'/></w:lvlOverride></w:num>"
              "<w:num w:numId='3'><w:abstractNumId w:val='1'/></w:num></w:numbering>";
        const QByteArray styles = "<w:styles xmlns:w='w'><w:style w:type='paragraph' w:styleId='Sub'><w:pPr><w:numPr>"
                                  "<w:numId w:val='1'/></w:numPr></w:pPr></w:style><w:style w:type='paragraph' "
                                  "w:styleId='SubSub'><w:basedOn w:val='Sub'/></w:style></w:styles>";
        const auto item = [](const QByteArray &properties, const QByteArray &text) -> QByteArray {
            return "<w:p><w:pPr>" + properties + "</w:pPr><w:r><w:t>" + text + "</w:t></w:r></w:p>";
        };
        const auto inList = [](const QByteArray &list) -> QByteArray {
            return "<w:numPr><w:ilvl w:val='0'/><w:numId w:val='" + list + "'/></w:numPr>";
        };
        QCOMPARE(textOf(item(inList("1"), "one") + item("<w:pStyle w:val='Sub'/>", "a")
                            + item("<w:pStyle w:val='SubSub'/>", "b") + item({}, "between") + item(inList("1"), "two")
                            + item("<w:pStyle w:val='Sub'/>", "a again") + item(inList("2"), "seven")
                            + item(inList("3"), "bullet")
                            + item("<w:pStyle w:val='Sub'/><w:numPr><w:numId w:val='0'/></w:numPr>", "in none"),
                        {{u"word/_rels/document.xml.rels"_s, links},
                         {u"word/numbering.xml"_s, numbering},
                         {u"word/styles.xml"_s, styles}}),
                 u"1. one\n1.a) a\n1.b) b\nbetween\n2. two\n2.a) a again\n7. seven\nbullet\nin none"_s);
    }

    void notesFollowTheText()
    {
        const QByteArray links = "<Relationships><Relationship Id='r1' Type='t/footnotes' Target='footnotes.xml'/>"
                                 "</Relationships>";
        const QByteArray notes = "<w:footnotes xmlns:w='w'><w:footnote w:type='separator'><w:p><w:r><w:t>-</w:t></w:r>"
                                 "</w:p></w:footnote><w:footnote><w:p><w:r><w:t>a note</w:t></w:r></w:p></w:footnote>"
                                 "</w:footnotes>";
        QCOMPARE(textOf("<w:p><w:r><w:t>text</w:t></w:r></w:p>",
                        {{u"word/_rels/document.xml.rels"_s, links}, {u"word/footnotes.xml"_s, notes}}),
                 u"text\na note"_s);
    }

    void entitiesAreRefused()
    {
        packages::write(m_path,
                        {{u"word/document.xml"_s, "<!DOCTYPE x [<!ENTITY a 'lol'><!ENTITY b '&a;&a;'>]>"
                                                  "<w:document xmlns:w='w'><w:body><w:p><w:r><w:t>&b;</w:t></w:r>"
                                                  "</w:p></w:body></w:document>"}});
        QCOMPARE(extractDocx(m_path),
                 (Extraction{{}, u"The file is refused: it declares XML entities, which is not allowed in it."_s}));
    }

    void aPartOutsideTheFileIsNotRead()
    {
        const QString secret = m_folder.filePath(u"secret.xml"_s);
        QFile file(secret);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("<w:footnotes xmlns:w='w'><w:p><w:r><w:t>secret</w:t></w:r></w:p></w:footnotes>");
        file.close();
        const QByteArray links = "<Relationships><Relationship Id='r1' Type='t/footnotes' Target='file://"
                                 + secret.toUtf8() + "'/></Relationships>";
        QCOMPARE(textOf("<w:p><w:r><w:t>text</w:t></w:r></w:p>", {{u"word/_rels/document.xml.rels"_s, links}}),
                 u"text"_s);
    }

    void brokenXmlIsDamage()
    {
        QCOMPARE(textOf("<w:p><w:r><w:t>text</w:r>"), u"ERROR: The file is damaged: its XML is broken or cut off."_s);
    }

    void anArchiveWithoutItsLastBytesIsRead()
    {
        packages::writeDocx(m_path, "<w:p><w:r><w:t>whole</w:t></w:r></w:p>");
        for (int missing = 1; missing <= 2; ++missing) {
            QFile file(m_path);
            QVERIFY(file.resize(file.size() - 1));
            QCOMPARE(extractDocx(m_path), (Extraction{{u"whole"_s}, {}}));
        }
    }

    void anArchiveThatIsCutOffIsDamage()
    {
        packages::writeDocx(m_path, "<w:p/>");
        QFile file(m_path);
        QVERIFY(file.resize(file.size() / 2));
        QCOMPARE(extractDocx(m_path),
                 (Extraction{{}, u"The file is damaged: its ZIP archive cannot be opened or is cut off."_s}));
    }

    void anotherArchiveIsNoDocument()
    {
        packages::write(m_path, {{u"readme.txt"_s, "hello"}});
        QCOMPARE(extractDocx(m_path),
                 (Extraction{{}, u"This is not a Word document: the archive holds no document."_s}));
    }

    void endlessNestingEnds()
    {
        const QByteArray nested = QByteArray("<w:sdt>").repeated(5000) + QByteArray("</w:sdt>").repeated(5000);
        QCOMPARE(textOf("<w:p><w:r><w:t>a</w:t></w:r></w:p>" + nested + "<w:p><w:r><w:t>b</w:t></w:r></w:p>"),
                 u"a\nb"_s);
    }
};

LOREDESK_TEST(tst_docx, TestDocx)
#include "tst_docx.moc"
