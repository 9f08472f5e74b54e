// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/metadatafilter.h"
#include "app/domain/retrievalsettings.h"
#include "tests/support/testmain.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TestMetadataFilter : public QObject
{
    Q_OBJECT

private slots:
    void everyOperatorSurvivesTheWire_data()
    {
        QTest::addColumn<QString>("name");
        for (const auto &name : {u"contains"_s, u"not contains"_s, u"start with"_s, u"end with"_s, u"is"_s, u"is not"_s,
                                 u"empty"_s, u"not empty"_s, u"in"_s, u"not in"_s, u"="_s, u"≠"_s, u">"_s, u"<"_s,
                                 u"≥"_s, u"≤"_s, u"before"_s, u"after"_s})
            QTest::newRow(qPrintable(name)) << name;
    }
    void everyOperatorSurvivesTheWire()
    {
        QFETCH(QString, name);
        const auto comparison = metadataOperatorFromString(name);
        QVERIFY(comparison);
        const QJsonValue value = takesValue(*comparison) ? QJsonValue(u"x"_s) : QJsonValue();
        const MetadataFilter filter{MetadataFilter::Logic::Any, {{u"field"_s, *comparison, value}}};

        QCOMPARE(filter.toJson()["conditions"_L1].toArray().first()["comparison_operator"_L1].toString(), name);
        QVERIFY(MetadataFilter::fromJson(filter.toJson()) == filter);
    }

    void anOperatorOfTheFutureIsLeftOut()
    {
        const QJsonObject condition{{u"name"_s, u"n"_s}, {u"comparison_operator"_s, u"smells like"_s}};

        QVERIFY(MetadataFilter::fromJson({{u"conditions"_s, QJsonArray{condition}}}).conditions.isEmpty());
    }

    //! Real servers fail on a filter without conditions (recordings 1.15.0, g092).
    void aFilterWithoutConditionsIsNotSent()
    {
        QVERIFY(!RetrievalSettings().toJson().contains("metadata_filtering_conditions"_L1));
    }
};

LOREDESK_TEST(tst_metadatafilter, TestMetadataFilter)
#include "tst_metadatafilter.moc"
