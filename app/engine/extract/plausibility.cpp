// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/extract/plausibility.h"

#include "app/engine/extract/charsets.h"

#include <QBitArray>
#include <QHash>

#include <cmath>

namespace {

//! The letters beyond ASCII of a language with an alphabet, in falling order of frequency.
constexpr QStringView latinLetters[] = {
    u"üäöß", // German
    u"éèàêçîôùâûëïœæ", // French
    u"óíáéñúü¿¡ºª", // Spanish
    u"ãáçéíóêõúàâôüª", // Portuguese
    u"èàùòìéóî", // Italian
    u"äåöéü", // Swedish, Finnish
    u"åøæéäö", // Danish, Norwegian
    u"íáðþéöúýóæ", // Icelandic
    u"éëïóèöü", // Dutch
    u"łęąóżśćńź", // Polish
    u"íáěéřčžýšůúťďňó", // Czech
    u"áíéčžúýšôťľňóäďŕĺ", // Slovak
    u"éáőöóüíűú", // Hungarian
    u"čšžćđ", // Croatian, Slovene
    u"ăîâșț", // Romanian
    u"ăîâşţ", // Romanian as it was typed before 2007
    u"ıüşğöçİâî", // Turkish
    u"äõüöšž", // Estonian
    u"āīēšņūļģķčž", // Latvian
    u"ėšžųįūąčę", // Lithuanian
    u"àéèíóòúçïü·", // Catalan
    u"áíéóú", // Irish
    u"ĝĉŝŭĵĥ", // Esperanto
    u"ħżġċàè", // Maltese
    u"đưôơêăâ\u0301\u0300\u0323\u0309\u0303áàảãạấầẩẫậắằẳẵặéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ", // Vietnamese
};

//! The same for languages with another alphabet than ours.
constexpr QStringView otherLetters[] = {
    u"оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё", // Russian
    u"оаниіетврсклдупмязьбгчйхжюцїєшщґф", // Ukrainian
    u"аеоинтрсвдклпзмгъбчуящцжхшюйьф", // Bulgarian
    u"аоиенрсјтукдвмпљзгбчћцњшжђхфџ", // Serbian
    u"аіенорстўлкыдпяувмьзгбчэйцжшхюфё", // Belarusian
    u"αοιετσνηυρπκμλςωδγθφβχξζψάίόέήύώϊϋΐΰ", // Greek
    u"יוהלאמרבשתנםדקחפעכגצטסזןךףץ", // Hebrew
    u"اليمونترعدبهسكفةحقأجشصطخىذزضئءثظإغآؤ،؟", // Arabic
    u"ایرندهمتسوبشکلزعفگخپقچحجآذضصطئژغءظ،؟", // Persian
    u"นารกเ่อง้มลยวทัสดตีบคิปะ็ไำขุจแชหใ์ถโูผืพึศณซธษฐภฉฟญฯๆ", // Thai
};

constexpr QStringView chineseWords
    = u"的一是不了在人有我他这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去"
      u"之过家学对可她里后小么心多天而能好都然没日于起还发成事只作当想看文无开手十用主行方又如前所本见经头面"
      u"公同三已老从动两长知民样现分将外但身些与高意进把法此实回二理美点月明其种声全工己话儿者向情部正名定女问";
constexpr QStringView traditionalWords
    = u"的一是不了在人有我他這中大來上國個到說們為子和你地出道也時年得就那要下以生會自著去"
      u"之過家學對可她裡後小麼心多天而能好都然沒日於起還發成事只作當想看文無開手十用主行方又如前所本見經頭面"
      u"公同三已老從動兩長知民樣現分將外但身些與高意進把法此實回二理美點月明其種聲全工己話兒者向情部正名定女問";
constexpr QStringView koreanWords
    = u"이다는의에을를가고하은로지한기사리도서어인시대자아나일정부라해수그있과보들으전장성제상구여주것스와조국"
      u"선만비교우동원안공소게오무방경전문적연야관면신화용까내유";
constexpr QStringView japaneseLetters = u"のいるとしたにをはがでてなれまさっかすあこもらりきくそつう";
constexpr QStringView eastPunctuation = u"，。、！？：；（）「」《》【】“”";
constexpr QStringView westPunctuation = u"\u00A0“”‘’–—…«»„‚·•°§€£©®™×½¼²³′";

constexpr double unlikely = 1e-6; // Another script's letter, a sign of maths.
constexpr double almostNever = 1e-7; // A box drawing, a control character, what is no character at all.

//! The characters that a national standard has in its rows for everyday use.
QBitArray everyday(const char16_t *charset, int firstLead, int lastLead, int firstTrail)
{
    QByteArray bytes;
    for (int lead = firstLead; lead <= lastLead; ++lead) {
        for (int trail = firstTrail; trail < 0xFF; ++trail) {
            if (trail < 0x7F || trail >= 0x80)
                bytes.append(char(lead)).append(char(trail));
        }
    }
    const QString letters = decodeAs(QString::fromUtf16(charset), bytes);
    QBitArray all(0x10000);
    for (const QChar c : letters) {
        if (c.unicode() >= 0x3400 && c.unicode() != 0xFFFD)
            all.setBit(c.unicode());
    }
    return all;
}

//! Adds \a letters with probabilities that fall as 1/(rank + 3) and sum up to \a share, the capitals with less.
void addRanked(QHash<char16_t, double> &known, QStringView letters, double share)
{
    double sum = 0;
    for (qsizetype i = 0; i < letters.size(); ++i)
        sum += 1.0 / double(i + 3);
    for (qsizetype i = 0; i < letters.size(); ++i) {
        const double p = share / sum / double(i + 3);
        known.insert(letters[i].unicode(), p);
        if (const QChar upper = letters[i].toUpper(); upper != letters[i])
            known.insert(upper.unicode(), p * 0.08);
    }
}

void addEvenly(QHash<char16_t, double> &known, QStringView characters, double share)
{
    for (const QChar c : characters)
        known.insert(c.unicode(), share / double(characters.size()));
}

enum class Script { Ascii, Latin, Han, Kana, Hangul, OtherLetter, Sign, Never };

Script scriptOf(QChar c)
{
    const char16_t u = c.unicode();
    if (u < 0x80)
        return Script::Ascii;
    if (u < 0xA0 || u == 0xFFFD || (u >= 0x2500 && u < 0x25A0) || c.category() == QChar::Other_NotAssigned)
        return Script::Never;
    if (c.category() == QChar::Other_PrivateUse || c.isNonCharacter())
        return Script::Never;
    if (u < 0x250)
        return c.isLetter() ? Script::Latin : Script::Sign;
    if ((u >= 0x3040 && u < 0x3100) || (u >= 0xFF66 && u < 0xFFA0))
        return Script::Kana;
    if ((u >= 0x3400 && u < 0xA000) || (u >= 0xF900 && u < 0xFB00) || c.isSurrogate())
        return Script::Han;
    if (u >= 0xAC00 && u < 0xD7B0)
        return Script::Hangul;
    return c.isLetter() ? Script::OtherLetter : Script::Sign;
}

struct Language
{
    QHash<char16_t, double> known;
    QBitArray everyday; //!< May be empty: then Han and Hangul are as unlikely as any foreign letter.
    double everydayEach = 0; //!< Probability of one of them that is not in \c known.
    double kanaEach = 0;
    double rareHanEach = 0;

    double probability(QChar c, Script script) const
    {
        if (const auto it = known.find(c.unicode()); it != known.end())
            return *it;
        if (script == Script::Never)
            return almostNever;
        if (script == Script::Kana && kanaEach > 0)
            return c.unicode() < 0xFF00 ? kanaEach : kanaEach / 10;
        if (!everyday.isEmpty() && everyday.testBit(c.unicode()))
            return everydayEach;
        return script == Script::Han && rareHanEach > 0 ? rareHanEach : unlikely;
    }
};

Language eastern(QStringView words, double wordShare, QBitArray everyday, double kanaEach)
{
    Language language;
    addEvenly(language.known, eastPunctuation, 0.08);
    addEvenly(language.known, westPunctuation, 0.001);
    addRanked(language.known, words, wordShare);
    language.everydayEach = (0.9 - wordShare - kanaEach * 150) / double(everyday.count(true));
    language.rareHanEach = 5e-7;
    language.everyday = std::move(everyday);
    language.kanaEach = kanaEach;
    return language;
}

QList<Language> allLanguages()
{
    QList<Language> all;
    for (const QStringView letters : latinLetters) {
        Language &language = all.emplaceBack();
        addEvenly(language.known, westPunctuation, 0.02);
        addRanked(language.known, letters, 0.1);
    }
    for (const QStringView letters : otherLetters) {
        Language &language = all.emplaceBack();
        addEvenly(language.known, westPunctuation, 0.02);
        addRanked(language.known, letters, 0.85);
    }
    all.append(eastern(chineseWords, 0.35, everyday(u"GB18030", 0xB0, 0xD7, 0xA1), 0));
    all.append(eastern(traditionalWords, 0.35, everyday(u"Big5", 0xA4, 0xC6, 0x40), 0));
    all.append(eastern(koreanWords, 0.4, everyday(u"windows-949", 0xB0, 0xC8, 0xA1), 0));
    all.append(eastern(japaneseLetters, 0.4, everyday(u"EUC-JP", 0xB0, 0xCF, 0xA1), 0.0013));
    return all;
}

//! How the neighbour before it changes the probability of a character.
double afterNeighbour(QChar before, Script scriptBefore, QChar c, Script script)
{
    if (c.isUpper() && before.isLower())
        return 0.03; // lOWER, the look of one Cyrillic encoding read as another
    const bool isLatin = script == Script::Latin;
    const auto isPlainLetter = [](QChar one, Script of) { return of == Script::Ascii && one.isLetter(); };
    if ((script == Script::OtherLetter && (scriptBefore == Script::Latin || isPlainLetter(before, scriptBefore)))
        || (scriptBefore == Script::OtherLetter && (isLatin || isPlainLetter(c, script))))
        return 0.02;
    const bool isEast = script == Script::Han || script == Script::Kana || script == Script::Hangul;
    const bool wasEast = scriptBefore == Script::Han || scriptBefore == Script::Kana || scriptBefore == Script::Hangul;
    if ((isEast && isPlainLetter(before, scriptBefore)) || (wasEast && isPlainLetter(c, script)))
        return 0.2;
    return isLatin && scriptBefore == Script::Latin ? 0.3 : 1;
}

} // namespace

double plausibility(QStringView text)
{
    static const QList<Language> languages = allLanguages();
    QHash<char16_t, int> counts;
    double common = 0; // What is the same in every language.
    QChar before = u' ';
    Script scriptBefore = Script::Ascii;
    for (const QChar c : text) {
        const Script script = scriptOf(c);
        if (script == Script::Ascii)
            common += std::log(c < u' ' && !c.isSpace() ? almostNever : 1.0 / 40);
        else
            ++counts[c.unicode()];
        common += std::log(afterNeighbour(before, scriptBefore, c, script));
        before = c;
        scriptBefore = script;
    }

    double best = -std::numeric_limits<double>::infinity();
    for (const Language &language : languages) {
        double sum = 0;
        for (auto it = counts.begin(); it != counts.end(); ++it)
            sum += *it * std::log(language.probability(QChar(it.key()), scriptOf(QChar(it.key()))));
        best = qMax(best, sum);
    }
    return common + best;
}
