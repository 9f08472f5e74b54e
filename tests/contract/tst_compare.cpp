// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/contract/compare.h"
#include "tests/support/testmain.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

QJsonObject hit(const QString &id, double score, const QJsonArray &children = {})
{
    return {{u"segment"_s, QJsonObject{{u"id"_s, id}, {u"content"_s, u"text of %1"_s.arg(id)}}},
            {u"child_chunks"_s, children},
            {u"score"_s, score}};
}

QJsonObject child(const QString &id, double score)
{
    return {{u"id"_s, id}, {u"content"_s, u"text of %1"_s.arg(id)}, {u"position"_s, 1}, {u"score"_s, score}};
}

bool isEqual(const QJsonArray &recorded, const QJsonArray &given)
{
    return differences(QJsonObject{{u"records"_s, recorded}}, QJsonObject{{u"records"_s, given}}).isEmpty();
}

} // namespace

//! What counts as the same answer of a search.
class TestCompare : public QObject
{
    Q_OBJECT

private slots:
    void hitsOfEqualScoresComeInAnyOrder()
    {
        QVERIFY(isEqual({hit(u"a"_s, .5), hit(u"b"_s, .5)}, {hit(u"b"_s, .5), hit(u"a"_s, .5)}));
        QVERIFY(isEqual({hit(u"a"_s, .5), hit(u"b"_s, .4)}, {hit(u"b"_s, .5), hit(u"a"_s, .5)}));
        QVERIFY(!isEqual({hit(u"a"_s, .5), hit(u"b"_s, .4)}, {hit(u"b"_s, .5), hit(u"a"_s, .4)}));
        QVERIFY(!isEqual({hit(u"a"_s, .5), hit(u"b"_s, .5)}, {hit(u"a"_s, .4), hit(u"b"_s, .5)}));
    }

    void whichOfEqualHitsComeWithinTheLimitIsChance()
    {
        const QJsonObject best = hit(u"a"_s, .9);
        QVERIFY(isEqual({best, hit(u"b"_s, .5)}, {best, hit(u"c"_s, .5)}));
    }

    void aHitThatIsBetterThanTheLastHasToBeThere()
    {
        const QJsonObject last = hit(u"z"_s, .1);
        QVERIFY(!isEqual({hit(u"b"_s, .5), last}, {hit(u"c"_s, .1), last}));
        QVERIFY(!isEqual({hit(u"b"_s, .1), last}, {hit(u"c"_s, .5), last}));
    }

    void thereAreAsManyAsRecorded()
    {
        QVERIFY(!isEqual({hit(u"a"_s, 0)}, {hit(u"a"_s, 0), hit(u"b"_s, 0)}));
        QVERIFY(!isEqual({hit(u"a"_s, 0), hit(u"b"_s, 0)}, {hit(u"a"_s, 0)}));
    }

    void ofParentsTheChildrenCount()
    {
        const QJsonObject both = hit(u"a"_s, .5, {child(u"a1"_s, .5), child(u"a2"_s, .5)});
        const QJsonObject one = hit(u"a"_s, .5, {child(u"a2"_s, .5)});
        const QJsonObject other = hit(u"b"_s, .5, {child(u"b1"_s, .5)});
        QVERIFY(isEqual({both}, {one, other}));
        QVERIFY(isEqual({one, other}, {other, one}));
        QVERIFY(!isEqual({both}, {one}));
        QVERIFY(!isEqual({hit(u"a"_s, .9, {child(u"a1"_s, .9), child(u"a2"_s, .5)})}, {one, other}));
    }

    void whatBothHaveFoundIsCompared()
    {
        QJsonObject longer = hit(u"a"_s, .5);
        longer[u"files"_s] = QJsonArray();
        QVERIFY(!isEqual({hit(u"a"_s, .5)}, {longer}));
        QJsonObject moved = child(u"a1"_s, .5);
        moved[u"position"_s] = 2;
        QVERIFY(!isEqual({hit(u"a"_s, .5, {child(u"a1"_s, .5)})}, {hit(u"a"_s, .5, {moved})}));
    }
};

LOREDESK_TEST(tst_compare, TestCompare)

#include "tst_compare.moc"
