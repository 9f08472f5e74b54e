// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/extract/formats.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TestHtml : public QObject
{
    Q_OBJECT

    static QString textOf(const QString &html) { return extractHtml(html).pieces.join(u'|'); }

private slots:
    void blocksAreParagraphsAndInlineTagsAreNothing()
    {
        QCOMPARE(textOf(u"<div>Zero</div><p>One <b>two</b>\n  three.</p><p>Four</p>"_s),
                 u"Zero\n\nOne two three.\n\nFour"_s);
    }

    void aHeadingStaysWithWhatFollowsIt()
    {
        QCOMPARE(textOf(u"<p>Before</p><h2>Head</h2>\n<div><p>One</p></div><h3></h3><p>Two</p>"_s),
                 u"Before\n\nHead\nOne\n\nTwo"_s);
    }

    void itemsRowsAndCellsAreKeptApart()
    {
        QCOMPARE(textOf(u"<ul><li>a<li>b</ul><table><tr><td>1<td>2<tr><td>3<td>4</table>"_s),
                 u"a\nb\n\n1 | 2\n3 | 4"_s);
    }

    void whatIsNeverShownIsLeftOut()
    {
        QCOMPARE(textOf(u"<title>T</title><style>p{}</style><script>var x</script><!-- note --><p>Text</p>"_s),
                 u"T\n\nText"_s);
    }

    void aLineBreakIsALine() { QCOMPARE(textOf(u"<p>a<br>b<br> c</p>"_s), u"a\nb\nc"_s); }

    void preformattedTextKeepsItsSpaces()
    {
        QCOMPARE(textOf(u"<p>x</p><pre>if:\n    y</pre>"_s), u"x\n\nif:\n    y"_s);
    }

    void raisedAndLoweredTextStaysSo()
    {
        QCOMPARE(
            textOf(u"<p>10 m<sup>2</sup> H<sub>2</sub>O x<sup>max</sup> 1<sup>st</sup> a<sup><a>[1]</a></sup></p>"_s),
            u"10 m² H₂O x^(max) 1st a[1]"_s);
    }

    void entitiesAreCharacters() { QCOMPARE(textOf(u"a&nbsp;&amp;&#20320;&eacute;"_s), u"a &你é"_s); }

    void theWordsOfAPictureAreRead() { QCOMPARE(textOf(u"see <img src=x alt='a cat'> here"_s), u"see a cat here"_s); }

    void deepNestingIsRead() { QVERIFY(textOf(u"<div>"_s.repeated(2'000) + u"deep"_s).contains(u"deep"_s)); }

    void aPageWithoutTextHasNoPieces()
    {
        QCOMPARE(extractHtml(u"<html><body><script>x</script></body></html>"_s), Extraction());
    }
};

LOREDESK_TEST(tst_html, TestHtml)
#include "tst_html.moc"
