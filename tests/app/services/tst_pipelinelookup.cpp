// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/pipelinelookup.h"
#include "tests/app/services/fakedataset.h"
#include "tests/support/testmain.h"

#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TestPipelineLookup : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_dataset = std::make_unique<FakeDataset>(); }

    void theSourceOfLocalFilesIsFound()
    {
        PipelineLookup lookup;
        look(lookup);
        QVERIFY(lookup.source());
        QCOMPARE(lookup.source()->nodeId, u"1752479895761"_s);
        QVERIFY(lookup.problem().isEmpty());
    }

    void anOrdinaryDatasetSaysWhyNot()
    {
        m_dataset->network.answerAsRecorded(sources, u"1.15.0/k011_listDatasourcePlugins__not_pipeline"_s);
        PipelineLookup lookup;
        look(lookup);
        QVERIFY(!lookup.source());
        QCOMPARE(lookup.problem(), u"Pipeline not found"_s);
        QCOMPARE(lookup.state(), LoadState::Failed);
    }

    void aPipelineWithoutFilesSaysSo()
    {
        answer({QJsonObject{{u"node_id"_s, u"1"_s}, {u"datasource_type"_s, u"website_crawl"_s}}});
        PipelineLookup lookup;
        look(lookup);
        QVERIFY(!lookup.source());
        QVERIFY(lookup.problem().contains(u"takes no files"_s));
    }

    void whatItAsksForIsRead()
    {
        answer({source({QJsonObject{{u"variable"_s, u"tone"_s},
                                    {u"label"_s, u"Tone"_s},
                                    {u"type"_s, u"select"_s},
                                    {u"required"_s, true},
                                    {u"options"_s, QJsonArray{u"dry"_s, u"warm"_s}},
                                    {u"default_value"_s, u"warm"_s}},
                        QJsonObject{{u"variable"_s, u"size"_s},
                                    {u"type"_s, u"number"_s},
                                    {u"unit"_s, u"tokens"_s},
                                    {u"max_length"_s, QJsonValue()}}})});
        PipelineLookup lookup;
        look(lookup);
        QVERIFY(lookup.source());
        const PipelineInput tone = lookup.source()->inputs.value(0);
        QCOMPARE(tone.label, u"Tone"_s);
        QVERIFY(tone.type == PipelineInput::Type::Select && tone.required);
        QCOMPARE(tone.options, (QStringList{u"dry"_s, u"warm"_s}));
        QCOMPARE(tone.preset, QJsonValue(u"warm"_s));
        const PipelineInput size = lookup.source()->inputs.value(1);
        QCOMPARE(size.label, u"size"_s); // it has no other
        QVERIFY(size.type == PipelineInput::Type::Number && !size.required);
        QCOMPARE(size.unit, u"tokens"_s);
    }

    void whatNobodyHereCanGiveIsRefusedWhereItIsRequired()
    {
        const QJsonObject picture{{u"variable"_s, u"p"_s}, {u"label"_s, u"Picture"_s}, {u"type"_s, u"file"_s}};
        QJsonObject required = picture;
        required[u"required"_s] = true;
        PipelineLookup lookup;
        answer({source({required})});
        look(lookup);
        QVERIFY(!lookup.source());
        QVERIFY2(lookup.problem().contains(u"“Picture”"_s), qPrintable(lookup.problem()));

        m_dataset->network.respond = [&](const FakeNetwork::Request &) { return answerOf({source({picture})}); };
        look(lookup, u"e"_s); // another dataset
        QVERIFY(lookup.source());
        QVERIFY(lookup.problem().isEmpty());
        look(lookup);
        QVERIFY(!lookup.source());
    }

    void withoutADatasetNothingIsAsked()
    {
        PipelineLookup lookup;
        lookup.open(&m_dataset->pipelines, u"d"_s);
        QSignalSpy changed(&lookup, &PipelineLookup::changed);
        lookup.open(nullptr, {});
        QCOMPARE(lookup.state(), LoadState::Idle);
        lookup.open(&m_dataset->pipelines, u"d"_s);
        QTRY_COMPARE(changed.size(), 1);
    }

private:
    void look(PipelineLookup &lookup, const QString &datasetId = u"d"_s)
    {
        QSignalSpy changed(&lookup, &PipelineLookup::changed);
        lookup.open(&m_dataset->pipelines, datasetId);
        QCOMPARE(lookup.state(), LoadState::Loading);
        QTRY_COMPARE(changed.size(), 1);
    }

    static QJsonObject source(const QJsonArray &inputs)
    {
        return {{u"node_id"_s, u"1"_s}, {u"datasource_type"_s, u"local_file"_s}, {u"user_input_variables"_s, inputs}};
    }

    static FakeNetwork::Answer answerOf(const QJsonArray &list) { return {.body = QJsonDocument(list).toJson()}; }

    void answer(const QJsonArray &list) { m_dataset->network.answer(sources, answerOf(list)); }

    const QString sources = u"GET /v1/datasets/d/pipeline/datasource-plugins"_s;
    std::unique_ptr<FakeDataset> m_dataset;
};

LOREDESK_TEST(tst_pipelinelookup, TestPipelineLookup)
#include "tst_pipelinelookup.moc"
