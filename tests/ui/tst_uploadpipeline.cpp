// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/uploadsheettest.h"
#include "ui/dialogs/uploadrequests.h"
#include "ui/dialogs/uploadsheet.h"
#include "ui/widgets/processruleform.h"

#include <QAbstractItemModel>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>

using namespace Qt::Literals::StringLiterals;

//! Files for a dataset that has a pipeline.
class TestUploadPipeline : public UploadSheetTest
{
    Q_OBJECT

private slots:
    void init() { renew(); }
    void cleanup() { m_fixture.reset(); }

    void filesGoThroughAPipelineWithWhatItAsksFor()
    {
        makePipeline({QJsonObject{
            {u"variable"_s, u"tone"_s}, {u"label"_s, u"Tone"_s}, {u"type"_s, u"text-input"_s}, {u"required"_s, true}}});
        m_fixture->window->addFiles({m_fixture->file(u"a.md"_s)});
        QTRY_VERIFY(m_fixture->child<QLineEdit>(u"pipelineInput_tone"_s));
        QVERIFY(!m_fixture->child<ProcessRuleForm>(u"processRuleForm"_s)->isVisible());
        QTRY_COMPARE(m_fixture->child<QLabel>(u"uploadWords"_s)->text(), u"The pipeline asks for “Tone”."_s);
        QVERIFY(!startable());
        auto *tone = m_fixture->child<QLineEdit>(u"pipelineInput_tone"_s);
        QTest::keyClicks(tone, u"dry"_s);
        QTest::keyClick(tone, Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget()->objectName(), u"pipelineMore"_s);
        QTRY_VERIFY(startable());
        m_fixture->click(u"uploadStart"_s);

        QTRY_COMPARE(m_fixture->queue.summary().count(Transfer::State::Finished), 1);
        QCOMPARE(m_fixture->server.count(u"POST /v1/datasets/dataset1/document"_s), 0);
        const QJsonObject inputs = sentInputs();
        QCOMPARE(inputs["tone"_L1].toString(), u"dry"_s);
        QCOMPARE(inputs["delimiter"_L1].toString(), u"\n\n"_s); // which Dify's own pipeline requires

        QTRY_VERIFY(!m_fixture->child<UploadSheet>(u"uploadSheet"_s));
        m_fixture->window->addFiles({m_fixture->file(u"b.md"_s)});
        QTRY_VERIFY(m_fixture->child<QLineEdit>(u"pipelineInput_tone"_s));
        QCOMPARE(m_fixture->child<QLineEdit>(u"pipelineInput_tone"_s)->text(), u"dry"_s);
    }

    void aPipelineReplacesNothing()
    {
        keep(SameNameChoice::Replace, m_fixture->settings);
        makePipeline({});
        m_fixture->window->addFiles({m_fixture->file(u"old.md"_s), m_fixture->file(u"a.md"_s)});
        auto *same = m_fixture->child<QComboBox>(u"uploadOnSameName"_s);
        QTRY_VERIFY(same->isVisible());
        QCOMPARE(same->currentIndex(), static_cast<int>(SameNameChoice::Skip));
        const QModelIndex replace = same->model()->index(static_cast<int>(SameNameChoice::Replace), 0);
        QVERIFY(!replace.flags().testFlag(Qt::ItemIsEnabled));
        QVERIFY(!replace.data(Qt::ToolTipRole).toString().isEmpty());
    }

    void aPipelineThatIsNotPublishedSaysSo()
    {
        makePipeline({}, false);
        m_fixture->window->addFiles({m_fixture->file(u"a.md"_s)});
        QTRY_COMPARE(m_fixture->child<TreeView>(u"uploadFiles"_s)->model()->rowCount(), 1);
        QVERIFY(m_fixture->child<QLabel>(u"uploadWords"_s)->text().contains(u"not published"_s));
        QVERIFY(!startable());
        QCOMPARE(m_fixture->server.count(u"GET /v1/datasets/dataset1/pipeline"_s), 0);
    }

    void aPipelineWithoutFilesSaysSo()
    {
        makePipeline({});
        m_fixture->server.pipelineSources = {};
        m_fixture->window->addFiles({m_fixture->file(u"a.md"_s)});
        QTRY_VERIFY(m_fixture->child<QLabel>(u"uploadWords"_s)->text().contains(u"takes no files"_s));
        QVERIFY(!startable());
    }

private:
    void makePipeline(const QJsonArray &inputs, bool isPublished = true)
    {
        m_fixture->server.datasets.first()[u"runtime_mode"_s] = u"rag_pipeline"_s;
        m_fixture->server.datasets.first()[u"is_published"_s] = isPublished;
        m_fixture->server.pipelineSources = {QJsonObject{
            {u"node_id"_s, u"1"_s}, {u"datasource_type"_s, u"local_file"_s}, {u"user_input_variables"_s, inputs}}};
        const QString local = m_fixture->servers.local().id();
        m_fixture->datasets.reload(local);
        QTRY_VERIFY(m_fixture->datasets.dataset(m_fixture->datasets.datasetIndex(local, m_dataset))->isPipeline);
    }

    QJsonObject sentInputs() const
    {
        const auto &requests = m_fixture->server.network.requests;
        const auto run = std::find_if(requests.begin(), requests.end(),
                                      [](const auto &request) { return request.name.endsWith("/pipeline/run"_L1); });
        return run == requests.end() ? QJsonObject() : run->json()["inputs"_L1].toObject();
    }
};

LOREDESK_TEST(tst_uploadpipeline, TestUploadPipeline)
#include "tst_uploadpipeline.moc"
