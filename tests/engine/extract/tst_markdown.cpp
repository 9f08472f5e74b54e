// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/extract/formats.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TestMarkdown : public QObject
{
    Q_OBJECT

private slots:
    void everyHeaderBeginsAPiece()
    {
        QCOMPARE(extractMarkdown(u"Before.\n\n# One\n\nText.\n\n## Two\nMore.\n"_s).pieces,
                 (QStringList{u"Before."_s, u"\n\nOne\nText."_s, u"\n\nTwo\nMore."_s}));
    }

    void aTextWithoutHeadersIsOnePieceWithItsLines()
    {
        QCOMPARE(extractMarkdown(u"Just text.\n\nTwo paragraphs.\n"_s).pieces,
                 QStringList{u"Just text.\n\nTwo paragraphs."_s});
    }

    void aNumberSignInsideCodeIsNoHeader()
    {
        QCOMPARE(extractMarkdown(u"# A\n```sh\n# comment\n~~~\n# still\n```\n# B\n"_s).pieces,
                 (QStringList{u"\n\nA\n```sh\n# comment\n~~~\n# still\n```"_s, u"\n\nB\n"_s}));
    }

    void aNumberSignWithoutASpaceIsNoHeader()
    {
        QCOMPARE(extractMarkdown(u"#tag and text"_s).pieces, QStringList{u"#tag and text"_s});
    }

    void tagsGoAndTheirTextStays()
    {
        QCOMPARE(extractMarkdown(u"<div class=\"x\">kept</div> a < b <br/> <https://example.org>"_s).pieces,
                 QStringList{u"kept a < b  <https://example.org>"_s});
    }

    void tagsInCodeStay()
    {
        QCOMPARE(extractMarkdown(u"Use `List<String>` and ``a`<b>``.\n```\n<p>\n```"_s).pieces,
                 QStringList{u"Use `List<String>` and ``a`<b>``.\n```\n<p>\n```"_s});
    }

    void backticksThatNothingClosesHideNoTag()
    {
        QCOMPARE(extractMarkdown(u"`` one ` two <b>bold</b>"_s).pieces, QStringList{u"`` one ` two bold"_s});
    }
};

LOREDESK_TEST(tst_markdown, TestMarkdown)
#include "tst_markdown.moc"
