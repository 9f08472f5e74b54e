// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/http/payload.h"
#include "app/engine/http/python.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

using http::Need;
using http::Payload;

class TestPayload : public QObject
{
    Q_OBJECT

private slots:
    void whatIsRightIsGiven()
    {
        Payload body(
            u"M"_s,
            QJsonObject{{u"name"_s, u"n"_s}, {u"number"_s, u"3"_s}, {u"flag"_s, u"yes"_s}, {u"none"_s, QJsonValue()}});
        QCOMPARE(body.text("name"_L1, Need::Required), u"n"_s);
        QCOMPARE(body.integer("number"_L1), 3);
        QCOMPARE(body.flag("flag"_L1), true);
        QVERIFY(!body.text("none"_L1));
        QVERIFY(!body.text("missing"_L1, Need::NotNull));
        QCOMPARE(body.mistakes(), QString());
    }

    void aMistakeIsSaidAsTheRealServerSaysIt()
    {
        Payload body(u"DatasetCreatePayload"_s, QJsonObject{{u"name"_s, QString(41, u'n')}});
        body.text("name"_L1, Need::Required, {1, 40});
        QCOMPARE(body.mistakes(),
                 u"1 validation error for DatasetCreatePayload\nname\n  String should have at most 40 characters "
                 "[type=string_too_long, input_value='nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn', input_type=str]\n"
                 "    For further information visit https://errors.pydantic.dev/2.12/v/string_too_long"_s);
    }

    void allMistakesAreToldAtOnceWithTheirPlaces()
    {
        Payload body(u"M"_s, QJsonObject{{u"list"_s, QJsonArray{QJsonObject{{u"a"_s, 5}}, 7}}});
        auto list = body.objects("list"_L1, u"Item"_s, Need::Required, 1);
        QVERIFY(list);
        for (Payload &item : *list)
            item.text("a"_L1, Need::Required);
        const QString mistakes = body.mistakes();
        QVERIFY2(mistakes.startsWith("2 validation errors for M\n"_L1), qPrintable(mistakes));
        QVERIFY(mistakes.contains("\nlist.0.a\n  Input should be a valid string [type=string_type, input_value=5"_L1));
        QVERIFY(mistakes.contains("\nlist.1\n  Input should be a valid dictionary or instance of Item"_L1));
    }

    void idsAreUuidsAndAsManyAsMayBe()
    {
        const QString id = u"0ECC1CBC-c811-4725-8dcc-31129dd8edae"_s;
        Payload good(u"M"_s, QJsonObject{{u"ids"_s, QJsonArray{id}}});
        QCOMPARE(good.ids("ids"_L1, 1, 1), QStringList{id.toLower()});
        QCOMPARE(good.mistakes(), QString());

        Payload bad(u"M"_s, QJsonObject{{u"ids"_s, QJsonArray{u"abc"_s}}});
        bad.ids("ids"_L1);
        QVERIFY(bad.mistakes().contains("ids.0\n  Input should be a valid UUID, invalid length"_L1));
        Payload many(u"M"_s, QJsonObject{{u"ids"_s, QJsonArray{id, id}}});
        many.ids("ids"_L1, 1, 1);
        QVERIFY(many.mistakes().contains("List should have at most 1 item after validation, not 2"_L1));
    }

    void aValueThatIsNoneOfItsTypesIsWrongInEach()
    {
        Payload body(u"M"_s, QJsonObject{{u"list"_s, QJsonArray{u"a"_s}}, {u"mixed"_s, QJsonArray{u"a"_s, 1}}});
        QCOMPARE(body.scalarOrTexts("list"_L1), QJsonValue(QJsonArray{u"a"_s}));
        QCOMPARE(body.scalar("missing"_L1), QJsonValue());
        QCOMPARE(body.mistakes(), QString());
        body.scalar("list"_L1);
        QVERIFY(body.mistakes().startsWith("3 validation errors for M\nlist.str\n"_L1));
        body.scalarOrTexts("mixed"_L1);
        QVERIFY(body.mistakes().contains("[Sequence],function-wrap[sequence_validator()]]].1\n"_L1));
    }

    void charactersOutsideTheFirstPlaneCountOnce()
    {
        Payload body(u"M"_s, QJsonObject{{u"name"_s, u"😀"_s.repeated(40)}});
        QVERIFY(body.text("name"_L1, Need::Required, {1, 40}));
    }

    void valuesAreShownAsPythonShowsThem()
    {
        const QJsonObject value{{u"a"_s, QJsonArray{1, 2.5, true, QJsonValue()}}, {u"b"_s, u"it's\n"_s}};
        QCOMPARE(python::representation(value), u"{'a': [1, 2.5, True, None], 'b': \"it's\\n\"}"_s);
    }

    void longValuesAreCutInTheirMiddle()
    {
        QCOMPARE(python::shortened(u'\'' + QString(401, u'd') + u'\''),
                 u"'dddddddddddddddddddddddd...ddddddddddddddddddddddd'"_s);
        QVERIFY(!python::shortened(QString(100, u'大')).contains(QChar::ReplacementCharacter));
    }
};

LOREDESK_TEST(tst_payload, TestPayload)

#include "tst_payload.moc"
