// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "tests/ui/windowfixture.h"
#include "ui/widgets/placeholder.h"
#include "ui/widgets/treeview.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSlider>
#include <QSpinBox>
#include <QStandardItemModel>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

class TestRetrievalPage : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_fixture = std::make_unique<WindowFixture>();
        const QString dataset = m_fixture->server.addDataset(u"Handbook"_s);
        const QString document = m_fixture->server.addDocument(dataset, u"a.pdf"_s);
        m_fixture->server.addChunk(document, u"Leave is requested in writing."_s);
        m_fixture->server.addChunk(document, u"Travel is paid."_s);
        m_fixture->openWith(dataset);
        QTRY_COMPARE(m_fixture->child<TreeView>(u"documentsView"_s)->model()->rowCount(), 1);
        m_fixture->action(u"goRetrieval"_s)->trigger();
        m_view = m_fixture->child<TreeView>(u"hitsView"_s);
    }

    void cleanup() { m_fixture.reset(); }

    void enterSearchesAndHitsShowScoreAndDocument()
    {
        search(u"travel"_s);
        QTRY_COMPARE(m_view->model()->rowCount(), 1);
        QCOMPARE(WindowFixture::rows(m_view, HitsModel::DocumentColumn), QStringList{u"a.pdf"_s});
        QCOMPARE(WindowFixture::rows(m_view, HitsModel::ScoreColumn), QStringList{u"0.500"_s});
    }

    void theSettingsAreSent()
    {
        m_fixture->child<QSpinBox>(u"retrievalTopK"_s)->setValue(7);
        m_fixture->child<QCheckBox>(u"retrievalUseThreshold"_s)->setChecked(true);
        m_fixture->child<QDoubleSpinBox>(u"retrievalThreshold"_s)->setValue(0.4);
        search(u"travel"_s);
        QTRY_COMPARE(m_fixture->server.count(u"POST"_s), 1);
        const QJsonObject model = m_fixture->server.network.requests.last().json()["retrieval_model"_L1].toObject();
        QCOMPARE(model["top_k"_L1].toInt(), 7);
        QCOMPARE(model["score_threshold"_L1].toDouble(), 0.4);
        QCOMPARE(model["score_threshold_enabled"_L1].toBool(), true);
        QCOMPARE(model["search_method"_L1].toString(), u"keyword_search"_s);
    }

    void anEconomicalDatasetOffersNoMeaning()
    {
        const auto *method = m_fixture->child<QComboBox>(u"retrievalMethod"_s);
        const auto *items = qobject_cast<QStandardItemModel *>(method->model());
        for (int row = 0; row < method->count(); ++row) {
            const bool byWords = row <= 1;
            QCOMPARE(items->item(row)->isEnabled(), byWords);
            QCOMPARE(items->item(row)->toolTip().isEmpty(), byWords);
        }
    }

    void hybridSearchIsWeighedOrRankedByAModel()
    {
        m_fixture->server.rerankModels = {u"ranker"_s};
        const QString dataset = m_fixture->server.addDataset(u"Meanings"_s);
        m_fixture->server.datasets.last()[u"indexing_technique"_s] = u"high_quality"_s;
        m_fixture->datasets.reload(m_fixture->servers.local().id());
        m_fixture->window->choose(m_fixture->servers.local().id(), dataset);
        QTRY_COMPARE(m_fixture->documents.datasetId(), dataset);
        auto *method = m_fixture->child<QComboBox>(u"retrievalMethod"_s);
        method->setCurrentIndex(3);
        emit method->activated(3);
        QVERIFY(m_fixture->child<QSlider>(u"retrievalWeight"_s)->isVisible());
        m_fixture->child<QSlider>(u"retrievalWeight"_s)->setValue(25);
        QCOMPARE(sentModel()["weights"_L1]["keyword_setting"_L1]["keyword_weight"_L1].toDouble(), 0.75);

        auto *ranking = m_fixture->child<QComboBox>(u"retrievalRanking"_s);
        QTRY_VERIFY(qobject_cast<QStandardItemModel *>(ranking->model())->item(1)->isEnabled());
        ranking->setCurrentIndex(1);
        QVERIFY(!m_fixture->child<QSlider>(u"retrievalWeight"_s)->isVisible());
        QCOMPARE(sentModel()["reranking_model"_L1]["reranking_model_name"_L1].toString(), u"ranker"_s);
    }

    void onlyDocumentsWithCertainMetadataAreSearched()
    {
        m_fixture->server.metadataFields = {{{u"id"_s, u"1"_s}, {u"name"_s, u"city"_s}, {u"type"_s, u"string"_s}},
                                            {{u"id"_s, u"2"_s}, {u"name"_s, u"year"_s}, {u"type"_s, u"number"_s}}};
        QVERIFY(!sentModel().contains("metadata_filtering_conditions"_L1));
        m_fixture->click(u"retrievalUseFilter"_s);
        QTRY_VERIFY(m_fixture->child<QLineEdit>(u"conditionValue"_s));
        QVERIFY(!sentModel().contains("metadata_filtering_conditions"_L1)); // the value is missing
        m_fixture->child<QLineEdit>(u"conditionValue"_s)->setText(u"Berlin"_s);
        QCOMPARE(m_fixture->child<QToolButton>(u"retrievalUseFilter"_s)->text(), u"Filter (1)"_s);
        const QJsonObject filter = sentModel()["metadata_filtering_conditions"_L1].toObject();
        QCOMPARE(filter["conditions"_L1].toArray(),
                 (QJsonArray{QJsonObject{
                     {u"name"_s, u"city"_s}, {u"comparison_operator"_s, u"is"_s}, {u"value"_s, u"Berlin"_s}}}));

        m_fixture->child<QComboBox>(u"conditionField"_s)->setCurrentIndex(1);
        m_fixture->child<QLineEdit>(u"conditionValue"_s)->setText(u"many"_s);
        QVERIFY(!sentModel().contains("metadata_filtering_conditions"_L1));
        m_fixture->child<QLineEdit>(u"conditionValue"_s)->setText(u"2024"_s);
        QCOMPARE(sentModel()["metadata_filtering_conditions"_L1]["conditions"_L1][0]["value"_L1].toDouble(), 2024);
        m_fixture->click(u"conditionRemove"_s);
        QVERIFY(!sentModel().contains("metadata_filtering_conditions"_L1));
    }

    void aHitOpensItsChunk()
    {
        search(u"travel"_s);
        QTRY_COMPARE(m_view->model()->rowCount(), 1);
        const QRect row = m_view->visualRect(m_view->model()->index(0, 0));
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, row.center());

        QTRY_COMPARE(m_fixture->child<QPlainTextEdit>(u"chunkText"_s)->toPlainText(), u"Travel is paid."_s);
    }

    void nothingFoundIsSaid()
    {
        search(u"unicorns"_s);
        QTRY_COMPARE(m_view->placeholder().sentence(), u"Nothing was found."_s);
    }

    void aRefusalIsShownInTheServersWordsWithAdvice()
    {
        m_fixture->server.failNext(u"POST"_s, 400, u"provider_not_initialize"_s, u"No model is configured."_s);
        search(u"travel"_s);
        QTRY_COMPARE(m_view->placeholder().sentence(),
                     u"No model is configured. Set the model up, with its key, in the server's model settings."_s);
    }

private:
    //! What a search sends now.
    QJsonObject sentModel()
    {
        const int before = m_fixture->server.count(u"POST"_s);
        search(u"travel"_s);
        [&] { QTRY_COMPARE(m_fixture->server.count(u"POST"_s), before + 1); }();
        // Others may have asked since.
        const auto &requests = m_fixture->server.network.requests;
        const auto sent = std::find_if(requests.crbegin(), requests.crend(),
                                       [](const auto &request) { return request.name.startsWith("POST"_L1); });
        return sent->json()["retrieval_model"_L1].toObject();
    }

    void search(const QString &query)
    {
        auto *field = m_fixture->child<QLineEdit>(u"retrievalQuery"_s);
        field->setText(query);
        QTest::keyClick(field, Qt::Key_Return);
    }

    std::unique_ptr<WindowFixture> m_fixture;
    TreeView *m_view = nullptr;
};

LOREDESK_TEST(tst_retrievalpage, TestRetrievalPage)
#include "tst_retrievalpage.moc"
