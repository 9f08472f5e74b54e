// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/extract/formats.h"
#include "tests/engine/extract/packages.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TestPptx : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_path = m_folder.filePath(u"a.pptx"_s);

    static QByteArray paragraph(const QByteArray &text) { return "<a:p><a:r><a:t>" + text + "</a:t></a:r></a:p>"; }

    static QByteArray slide(const QByteArray &shapes)
    {
        return "<p:sld xmlns:p='p' xmlns:a='a' xmlns:mc='mc'><p:cSld><p:spTree>" + shapes
               + "</p:spTree></p:cSld></p:sld>";
    }

    static QByteArray shape(const QByteArray &paragraphs)
    {
        return "<p:sp><p:txBody>" + paragraphs + "</p:txBody></p:sp>";
    }

    //! A presentation of two slides, the second part shown first.
    Extraction read(const QByteArray &first, const QByteArray &second, const packages::Parts &more = {})
    {
        const QByteArray links = "<Relationships>"
                                 "<Relationship Id='rId7' Type='t/slide' Target='slides/slide2.xml'/>"
                                 "<Relationship Id='rId8' Type='t/slide' Target='slides/slide1.xml'/></Relationships>";
        const QByteArray order = "<p:presentation xmlns:p='p' xmlns:r='r'><p:sldIdLst><p:sldId id='256' r:id='rId7'/>"
                                 "<p:sldId id='257' r:id='rId8'/></p:sldIdLst></p:presentation>";
        packages::write(m_path, packages::Parts{{u"ppt/presentation.xml"_s, order},
                                                {u"ppt/_rels/presentation.xml.rels"_s, links},
                                                {u"ppt/slides/slide2.xml"_s, first},
                                                {u"ppt/slides/slide1.xml"_s, second}}
                                    + more);
        return extractPptx(m_path);
    }

private slots:
    void aSlideIsAPieceInTheOrderOfTheShow()
    {
        const Extraction got
            = read(slide(shape(paragraph("Title") + paragraph("Point"))), slide(shape(paragraph("Next"))));
        QCOMPARE(got, (Extraction{{u"Title\nPoint"_s, u"Next"_s}, {}}));
    }

    void runsBreaksFieldsAndRaisedTextAreOneParagraph()
    {
        const QByteArray text = "<a:p><a:r><a:t>Area: 10 m</a:t></a:r><a:r><a:rPr baseline='30000'/><a:t>2</a:t></a:r>"
                                "<a:br/><a:fld type='slidenum'><a:t>7</a:t></a:fld></a:p>";
        QCOMPARE(read(slide(shape(text)), slide({})).pieces, QStringList{u"Area: 10 m²\n7"_s});
    }

    void aTableIsMarkdown()
    {
        const auto cell = [](const QByteArray &text) -> QByteArray {
            return "<a:tc><a:txBody>" + paragraph(text) + "</a:txBody></a:tc>";
        };
        const QByteArray table = "<p:graphicFrame><a:tbl><a:tblGrid/><a:tr>" + cell("h1") + cell("h2") + "</a:tr><a:tr>"
                                 + cell("v1") + cell("") + "</a:tr></a:tbl></p:graphicFrame>";
        QCOMPARE(read(slide(table), slide({})).pieces, QStringList{u"| h1 | h2 |\n| --- | --- |\n| v1 |  |"_s});
    }

    void aDrawingIsReadOnceAndGroupsAreOpened()
    {
        const QByteArray drawing = "<mc:AlternateContent><mc:Choice><p:grpSp>" + shape(paragraph("once"))
                                   + "</p:grpSp></mc:Choice><mc:Fallback>" + shape(paragraph("once"))
                                   + "</mc:Fallback></mc:AlternateContent>";
        QCOMPARE(read(slide(drawing), slide({})).pieces, QStringList{u"once"_s});
    }

    void notesAndDiagramsBelongToTheirSlide()
    {
        const QByteArray links = "<Relationships>"
                                 "<Relationship Id='r1' Type='t/notesSlide' Target='../notesSlides/notesSlide1.xml'/>"
                                 "<Relationship Id='r2' Type='t/diagramData' Target='../diagrams/data1.xml'/>"
                                 "</Relationships>";
        const Extraction got = read(slide(shape(paragraph("shown"))), slide({}),
                                    {{u"ppt/slides/_rels/slide2.xml.rels"_s, links},
                                     {u"ppt/notesSlides/notesSlide1.xml"_s, slide(shape(paragraph("said")))},
                                     {u"ppt/diagrams/data1.xml"_s, slide(shape(paragraph("drawn")))}});
        QCOMPARE(got.pieces, QStringList{u"shown\ndrawn\nsaid"_s});
    }

    void brokenXmlIsDamage()
    {
        QCOMPARE(read("<p:sld xmlns:p='p'><p:cSld>", slide({})),
                 (Extraction{{}, u"The file is damaged: its XML is broken or cut off."_s}));
    }

    void anArchiveThatIsCutOffIsDamage()
    {
        read(slide({}), slide({}));
        QFile file(m_path);
        QVERIFY(file.resize(file.size() / 2));
        QCOMPARE(extractPptx(m_path),
                 (Extraction{{}, u"The file is damaged: its ZIP archive cannot be opened or is cut off."_s}));
    }

    void anotherArchiveIsNoPresentation()
    {
        packages::write(m_path, {{u"readme.txt"_s, "hello"}});
        QCOMPARE(extractPptx(m_path),
                 (Extraction{{}, u"This is not a PowerPoint presentation: the archive holds no slides."_s}));
    }

    void slidesWithoutTextHaveNoPieces() { QCOMPARE(read(slide({}), slide({})), Extraction()); }

    void endlessNestingEnds()
    {
        const QByteArray nested = QByteArray("<p:grpSp>").repeated(5000) + QByteArray("</p:grpSp>").repeated(5000);
        QCOMPARE(read(slide(nested + shape(paragraph("after"))), slide({})).pieces, QStringList{u"after"_s});
    }
};

LOREDESK_TEST(tst_pptx, TestPptx)
#include "tst_pptx.moc"
