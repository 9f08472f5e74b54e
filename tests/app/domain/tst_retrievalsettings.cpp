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

    void rerankingSurvivesTheWire()
    {
        RetrievalSettings settings{RetrievalSettings::Method::Hybrid, 3, 0.4};
        settings.reranking = RetrievalSettings::Reranking::Model;
        settings.rerankModel = {u"org/plugin/provider"_s, u"rerank"_s};
        QCOMPARE(RetrievalSettings::fromJson(settings.toJson()), settings);

        settings.rerankModel = {};
        settings.reranking = RetrievalSettings::Reranking::Weights;
        settings.weights = {0.6, 0.4, {u"org/plugin/provider"_s, u"embedding"_s}};
        QCOMPARE(RetrievalSettings::fromJson(settings.toJson()), settings);
    }

    //! Servers report an empty model and "reranking_enable" without one (recordings 1.15.0, g038).
    void rerankingWithoutAModelIsNone()
    {
        const auto settings = RetrievalSettings::fromJson(
            {{u"reranking_enable"_s, true},
             {u"reranking_mode"_s, u"reranking_model"_s},
             {u"reranking_model"_s, QJsonObject{{u"reranking_model_name"_s, QJsonValue()}}}});

        QVERIFY(settings.reranking == RetrievalSettings::Reranking::None);
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
