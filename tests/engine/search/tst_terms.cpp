// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/search/terms.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TestTerms : public QObject
{
    Q_OBJECT

private:
    static QString tokens(const QString &text, TokensFor purpose = TokensFor::Query)
    {
        QStringList all;
        forEachToken(text, purpose, [&all](const Token &token) { all.append(token.text); });
        return all.join(u'|');
    }

private slots:
    void wordsAreFoldedAndFreedOfPunctuation()
    {
        QCOMPARE(tokens(u"The QUICK (brown) fox, 2.5 kg."_s), u"the|quick|brown|fox|2|5|kg"_s);
    }

    void fullWidthAndComposedFormsAreTheSameWord() { QCOMPARE(tokens(u"Ｌｏｒｅ cafe\u0301"_s), u"lore|café"_s); }

    void theShortSideOfAnApostropheIsNoWord() { QCOMPARE(tokens(u"it's l'eau rock’n’roll"_s), u"it|eau|rock|roll"_s); }

    void symbolsThatBelongToANameAreKeptBesideIt() { QCOMPARE(tokens(u"C++ and C#"_s), u"c|c++|and|c|c#"_s); }

    void invisibleCharactersDoNotHideAWord()
    {
        QCOMPARE(tokens(u"k\u00ADn\u200Bo\u200Cw\u200Dl\u2060e\uFEFFd\u0640ge"_s), u"knowledge"_s);
    }

    void aQueryOfChineseTakesPairs() { QCOMPARE(tokens(u"知识库 desk"_s), u"知识|识库|desk"_s); }

    void theIndexTakesSingleCharactersOfChineseToo() { QCOMPARE(tokens(u"知识"_s, TokensFor::Index), u"知|识|知识"_s); }

    void thaiIsAskedByThrees()
    {
        QCOMPARE(tokens(u"ภาษา"_s), u"ภาษ|าษา"_s);
        QCOMPARE(tokens(u"ภา"_s), u"ภา"_s);
    }

    void charactersBeyondTheFirstPlaneStayWhole() { QCOMPARE(tokens(u"𠮷野"_s), u"𠮷野"_s); }

    void wordsWithAccentsHaveAPlainForm()
    {
        QStringList folded;
        forEachToken(u"Café naïve שָׁלוֹם plain हिन्दी"_s, TokensFor::Index,
                     [&folded](const Token &token) { folded.append(token.folded); });
        QCOMPARE(folded, (QStringList{u"cafe"_s, u"naive"_s, u"שלום"_s, {}, {}}));
    }

    void aWordWithADigitIsNotStemmed()
    {
        QList<Token::Kind> kinds;
        forEachToken(u"v1s"_s, TokensFor::Index, [&kinds](const Token &token) { kinds.append(token.kind); });
        QCOMPARE(kinds, QList{Token::Kind::Verbatim});
    }
};

LOREDESK_TEST(tst_terms, TestTerms)
#include "tst_terms.moc"
