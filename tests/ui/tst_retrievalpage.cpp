// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "tests/ui/windowfixture.h"
#include "ui/widgets/placeholder.h"
#include "ui/widgets/treeview.h"

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSpinBox>

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
        QVERIFY(WindowFixture::rows(m_view, HitsModel::ScoreColumn).first().contains(u"5"_s));
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

    void aRefusalIsShownInTheServersWords()
    {
        m_fixture->server.failNext(u"POST"_s, 400, u"provider_not_initialize"_s, u"No model is configured."_s);
        search(u"travel"_s);
        QTRY_COMPARE(m_view->placeholder().sentence(), u"No model is configured."_s);
    }

private:
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
