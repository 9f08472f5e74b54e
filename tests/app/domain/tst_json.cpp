// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/json.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TestJson : public QObject
{
    Q_OBJECT

private slots:
    void wholeNumbersAreReadFromWhateverServersSend_data()
    {
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<qint64>("expected");
        QTest::newRow("number") << QJsonValue(7) << qint64(7);
        QTest::newRow("float") << QJsonValue(1741267200.75) << qint64(1741267200);
        QTest::newRow("float as text") << QJsonValue(u"1741267200.0"_s) << qint64(1741267200);
        QTest::newRow("negative") << QJsonValue(-3) << qint64(-3);
        QTest::newRow("more than an int") << QJsonValue(qint64(1) << 60) << (qint64(1) << 60);
        QTest::newRow("more than anything") << QJsonValue(1e300) << qint64(42);
        QTest::newRow("not a number") << QJsonValue(u"nan"_s) << qint64(42);
        QTest::newRow("words") << QJsonValue(u"many"_s) << qint64(42);
        QTest::newRow("null") << QJsonValue(QJsonValue::Null) << qint64(42);
        QTest::newRow("missing") << QJsonValue(QJsonValue::Undefined) << qint64(42);
        QTest::newRow("list") << QJsonValue(QJsonArray{1}) << qint64(42);
    }
    void wholeNumbersAreReadFromWhateverServersSend()
    {
        QFETCH(QJsonValue, value);
        QFETCH(qint64, expected);
        QCOMPARE(json::toInt(value, 42), expected);
    }

    void onlyTheStringsOfAListAreRead()
    {
        QCOMPARE(json::toStrings(QJsonArray{u"a"_s, 7, QJsonValue(), u"b"_s}), (QStringList{u"a"_s, u"b"_s}));
        QCOMPARE(json::toStrings(u"abc"_s), QStringList());
    }

    void nothingIsNull()
    {
        QCOMPARE(json::orNull(QString()), QJsonValue(QJsonValue::Null));
        QCOMPARE(json::orNull(u"x"_s), QJsonValue(u"x"_s));
    }
};

LOREDESK_TEST(tst_json, TestJson)
#include "tst_json.moc"
