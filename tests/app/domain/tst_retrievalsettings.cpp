// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/retrievalsettings.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TestRetrievalSettings : public QObject
{
    Q_OBJECT

private slots:
    void settingsSurviveTheWire_data()
    {
        QTest::addColumn<QString>("method");
        for (const auto &method :
             {u"keyword_search"_s, u"full_text_search"_s, u"semantic_search"_s, u"hybrid_search"_s})
            QTest::newRow(qPrintable(method)) << method;
    }
    void settingsSurviveTheWire()
    {
        QFETCH(QString, method);
        const RetrievalSettings settings{*retrievalMethodFromString(method), 12, 0.5};

        QCOMPARE(settings.toJson()["search_method"_L1], method);
        QCOMPARE(RetrievalSettings::fromJson(settings.toJson()), settings);
    }

    void theFourKeysServersNeedAreAlwaysSent()
    {
        const QJsonObject sent = RetrievalSettings().toJson();

        for (const auto &key : {u"search_method"_s, u"reranking_enable"_s, u"top_k"_s, u"score_threshold_enabled"_s})
            QVERIFY2(sent.contains(key), qPrintable(key));
    }

    void aThresholdThatIsOffIsNone()
    {
        const auto settings
            = RetrievalSettings::fromJson({{u"score_threshold"_s, 0.5}, {u"score_threshold_enabled"_s, false}});

        QVERIFY(!settings.scoreThreshold);
    }

    void anUnknownMethodIsNotGuessed() { QVERIFY(!retrievalMethodFromString(u"telepathy"_s)); }
};

LOREDESK_TEST(tst_retrievalsettings, TestRetrievalSettings)
#include "tst_retrievalsettings.moc"
