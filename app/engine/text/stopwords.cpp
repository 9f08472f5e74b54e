// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/text/stopwords.h"

#include <QSet>

using namespace Qt::Literals::StringLiterals;

namespace {

const QString words = uR"(
about after again all also although always among an and another any are as at be because been before being between both
but by can cannot could did do does doing done down during each either else etc even ever every few for from get had has
have having he her here hers him his how however if in into is it its itself just like made many may me might more most
much must my neither no nor not now of off often on once one only or other others our out over own per same she should
since so some still such than that the their them then there these they this those though through thus to too under
until up upon us use used using very was we well were what when where whether which while who whom whose why will with
within without would yet you your

aber alle allem allen aller alles als also am an andere anderen auch auf aus bei beim bis bist da dabei damit dann das
dass daß dein dem den denn der des dessen die dies diese diesem diesen dieser dieses doch dort du durch ein eine einem
einen einer eines er es etwas euch für gegen hab habe haben hat hatte hatten hier hin ich ihm ihn ihnen ihr ihre ihrem
ihren ihrer im in indem ins ist ja jede jedem jeden jeder jedes jener kann kein keine können könnte man manche mehr mein
mich mir mit muss nach nicht nichts noch nun nur ob oder ohne sehr sein seine seinem seinen seiner selbst sich sie sind
so solche soll sondern sonst über um und uns unser unter viel vom von vor war waren was weil welche welcher wenn wer
werden wie wieder will wir wird wo wurde wurden zu zum zur zwischen

alors au aucun aussi autre aux avec avoir avant car ce cela celle celui ces cet cette ceux chaque comme comment dans de
depuis des donc du elle elles en encore entre est et été être eux fait font il ils je jusque la le les leur leurs lui
mais même mes moi moins mon ne ni non nos notre nous on ont ou où par parce pas pendant peu peut plus pour pourquoi
quand que quel quelle qui sa sans se ses si sont sous sur ta tandis te tes toi ton tous tout toute toutes très tu un une
vers vos votre vous

al algo ante antes aquel así aun aunque cada como con contra cual cuando de del desde donde dos el ella ellas ellos en
entre era eran es esa ese eso esta estaba están este esto estos fue fueron ha había hace hacia hasta hay la las le les
lo los más me mi mientras muy nada ni no nos nosotros nuestro o otra otro otros para pero poco por porque puede pues que
qué quien se según ser si sí sido sin sobre solo son su sus también tan tanto te tiene todo todos tras tu un una uno
unos y ya yo

a alla alle altri altro anche ancora che chi ci come con contro cosa da dal dalla dei del della delle dello di dopo dove
e ed era essere fra già gli ha hanno ho i il io la le lei li lo loro lui ma me mi molto ne nei nel nella noi non nostro
o ogni per perché più poi può qua quando quella quello questa questo qui se sei senza si sia sono sotto sta stata stato
su sua sue sui sul sulla suo tra tutti tutto un una uno

ao aos aquele até com da das de dela dele depois do dos e ela ele eles em entre era essa esse esta este eu foi foram há
isso isto já lhe mais mas me mesmo meu muito na não nas nem no nos num numa o os ou para pela pelo pelos por qual quando
que quem são se seja sem ser seu seus só sua suas também te tem um uma você

aan al als bij dan dat de deze die dit doen door dus een en er ge geen had heb hebben heeft het hij hoe hun iets ik in
is je kan maar meer men met mijn moet na naar niet niets nog nu of om omdat onder ons ook op over te tegen toch toen tot
uit van veel voor waar was wat we wel werd wie worden wordt ze zeer zich zij zijn zo zonder zou

без бы был была были было быть вам вас весь во вот все всё всех вы где да даже для до его ее её если есть еще ещё же за
здесь из или им их как ко когда кто ли либо мне может мы на над надо нас не него нее нет ни них но ну об однако он она
они оно от очень по под при про с со так также такой там те тем то того тоже той только том ты у уже хотя чего чей чем
что чтобы эта эти это этого этой этот

一个 一些 一种 不是 也是 他们 以及 但是 你们 全部 其中 其他 只是 可以 各个 因为 因此 如果 就是 已经 并且 我们 所以 或者 所有 这个 这些 这样
那个 那些 没有 然后 由于 而且 虽然 还是 进行 通过 非常 一個 他們 但是 你們 其中 因為 我們 這個 這些 那個 沒有 還是 由於 所有 已經

ある いる する なる これ それ あれ この その あの ここ そこ から まで より ため こと もの よう ない です ます でした ました として について
)"_s;

} // namespace

bool isStopWord(const QString &word)
{
    static const QSet<QString> known = [] {
        const QStringList list = words.simplified().split(u' ');
        return QSet<QString>(list.cbegin(), list.cend());
    }();
    return known.contains(word);
}
