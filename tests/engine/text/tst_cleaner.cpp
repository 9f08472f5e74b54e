// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/text/cleaner.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TestCleaner : public QObject
{
    Q_OBJECT

    static QString clean(const QString &text, bool spaces, bool addresses)
    {
        ProcessRule rule;
        rule.removeExtraSpaces = spaces;
        rule.removeUrlsEmails = addresses;
        return cleaned(text, rule);
    }

private slots:
    void marksAndControlCharactersGoWithoutARule()
    {
        QCOMPARE(clean(u"<|im|> a\u0001b\u007f\ufffe\u000c\tc\nd"_s, false, false), u"<im> ab\tc\nd"_s);
    }

    void lettersThatTheRealServerDeletesStay() { QCOMPARE(clean(u"¿Qué naïve ¾"_s, true, true), u"¿Qué naïve ¾"_s); }

    void runsOfSpaceBecomeOne() { QCOMPARE(clean(u"a  b\t\tc\u00a0\u3000d e"_s, true, false), u"a b c d e"_s); }

    void singleSpacesOfAnyKindStay() { QCOMPARE(clean(u"a\tb\u3000c"_s, true, false), u"a\tb\u3000c"_s); }

    void moreThanTwoLineBreaksBecomeTwo()
    {
        QCOMPARE(clean(u"a\n\n\n\nb\n\nc\nd"_s, true, false), u"a\n\nb\n\nc\nd"_s);
    }

    void spaceStaysWithoutTheRule() { QCOMPARE(clean(u"a   b\n\n\n\nc"_s, false, false), u"a   b\n\n\n\nc"_s); }

    void addressesGo_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("rest");
        QTest::newRow("e-mail") << u"to a.b+c@d-e.co.uk now"_s << u"to  now"_s;
        QTest::newRow("e-mail at the end, with its full stop") << u"to me@example.org."_s << u"to "_s;
        QTest::newRow("two e-mails") << u"a@b.c,d@e.f"_s << u","_s;
        QTest::newRow("no e-mail: no name") << u" @home.org"_s << u" @home.org"_s;
        QTest::newRow("no e-mail: no dot") << u"a@home b@"_s << u"a@home b@"_s;
        QTest::newRow("web") << u"see http://x.y/z?a=b#c, also"_s << u"see  also"_s;
        QTest::newRow("web, with all up to the next space") << u"见https://x.y，好 吗"_s << u"见 吗"_s;
        QTest::newRow("no address without a host") << u"http:// and https"_s << u"http:// and https"_s;
        QTest::newRow("no web address") << u"ftp://a.b www.c.d"_s << u"ftp://a.b www.c.d"_s;
        QTest::newRow("link") << u"a [link](https://l.example/p) b"_s << u"a [link](https://l.example/p) b"_s;
        QTest::newRow("image") << u"![](http://l.example/p) b"_s << u"![](http://l.example/p) b"_s;
        QTest::newRow("link of an address") << u"[http://a.b](http://a.b) b"_s << u"[http://a.b](http://a.b) b"_s;
        QTest::newRow("link without an end") << u"[a](http://a.b c"_s << u"[a]( c"_s;
        QTest::newRow("between links") << u"[a](http://b) http://c [d](http://e)"_s
                                       << u"[a](http://b)  [d](http://e)"_s;
        QTest::newRow("a link that touches one goes along") << u"http://a/[b](http://c d) e"_s << u" e"_s;
    }
    void addressesGo()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, rest);
        QCOMPARE(clean(text, false, true), rest);
        QCOMPARE(clean(text, false, false), text);
    }
};

LOREDESK_TEST(tst_cleaner, TestCleaner)
#include "tst_cleaner.moc"
