// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "tests/ui/windowfixture.h"
#include "ui/widgets/treeview.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QSlider>
#include <QSpinBox>
#include <QStandardItemModel>

using namespace Qt::Literals::StringLiterals;

class TestSettingsPage : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_fixture = std::make_unique<WindowFixture>();
        m_dataset = m_fixture->server.addDataset(u"Handbook"_s);
        change({{u"permission"_s, u"only_me"_s}, {u"indexing_technique"_s, u"economy"_s}});
    }

    void cleanup() { m_fixture.reset(); }

    void onlyWhatWasChangedIsSent()
    {
        open();
        QVERIFY(!save()->isEnabled());
        child<QLineEdit>(u"settingsName"_s)->setText(u"Manual"_s);
        child<QComboBox>(u"settingsPermission"_s)->setCurrentIndex(1);
        save()->click();
        QTRY_COMPARE(sent().size(), 1);
        QCOMPARE(sent().constFirst(),
                 QJsonObject({{u"name"_s, u"Manual"_s}, {u"permission"_s, u"all_team_members"_s}}));
        QTRY_COMPARE(m_fixture->window->windowTitle(), u"Manual – Loredesk"_s);
        QVERIFY(!save()->isEnabled());
    }

    void theRetrievalSettingsAreSentWhole()
    {
        change({{u"indexing_technique"_s, u"high_quality"_s},
                {u"embedding_model"_s, u"bge-m3"_s},
                {u"embedding_model_provider"_s, u"fake"_s}});
        open();
        auto *method = child<QComboBox>(u"settingsMethod"_s);
        method->setCurrentIndex(method->findText(u"Hybrid"_s));
        emit method->activated(method->currentIndex());
        child<QSlider>(u"settingsWeight"_s)->setValue(60);
        child<QSpinBox>(u"settingsTopK"_s)->setValue(9);
        save()->click();
        QTRY_COMPARE(sent().size(), 1);
        const QJsonObject model = sent().constFirst()["retrieval_model"_L1].toObject();
        QCOMPARE(model["search_method"_L1].toString(), u"hybrid_search"_s);
        QCOMPARE(model["top_k"_L1].toInt(), 9);
        const QJsonObject vector = model["weights"_L1]["vector_setting"_L1].toObject();
        QCOMPARE(vector["vector_weight"_L1].toDouble(), 0.6);
        QCOMPARE(vector["embedding_model_name"_L1].toString(), u"bge-m3"_s);
    }

    void meaningNeedsAModel()
    {
        open();
        QVERIFY(!item(u"settingsTechnique"_s, 1)->isEnabled());
        QVERIFY(!item(u"settingsTechnique"_s, 1)->toolTip().isEmpty());
        QVERIFY(child<QLabel>(u"settingsModelNote"_s)->text().contains(u"Models on this computer"_s));
        QVERIFY(!item(u"settingsMethod"_s, 2)->isEnabled());
    }

    void anotherQualityIsAskedAboutAndSentWithItsModel()
    {
        m_fixture->server.embeddingModels = {u"bge-m3"_s, u"other"_s};
        m_fixture->server.addDocument(m_dataset, u"a.pdf"_s);
        open();
        QTRY_VERIFY(item(u"settingsTechnique"_s, 1)->isEnabled());
        child<QComboBox>(u"settingsTechnique"_s)->setCurrentIndex(1);
        QVERIFY(child<QComboBox>(u"settingsEmbeddingModel"_s)->isEnabled());
        save()->click();
        const auto *question = child<QMessageBox>(u"question"_s);
        QVERIFY(question && question->informativeText().contains(u"1"_s));
        QVERIFY(sent().isEmpty());
        m_fixture->click(u"questionYes"_s);
        QTRY_COMPARE(sent().size(), 1);
        QCOMPARE(sent().constFirst()["indexing_technique"_L1].toString(), u"high_quality"_s);
        QCOMPARE(sent().constFirst()["embedding_model"_L1].toString(), u"bge-m3"_s);
        QCOMPARE(sent().constFirst()["embedding_model_provider"_L1].toString(), u"fake"_s);
    }

    void aRefusalIsSaidAndNothingIsLost()
    {
        open();
        m_fixture->server.failNext(u"PATCH"_s, 400, u"invalid_param"_s, u"Dataset name already exists"_s);
        child<QLineEdit>(u"settingsName"_s)->setText(u"Taken"_s);
        save()->click();
        auto *message = child<QLabel>(u"settingsMessageLabel"_s);
        QTRY_COMPARE(message->text(), u"Dataset name already exists"_s);
        QCOMPARE(child<QLineEdit>(u"settingsName"_s)->text(), u"Taken"_s);
        QVERIFY(save()->isEnabled());
        m_fixture->click(u"settingsRevert"_s);
        QCOMPARE(child<QLineEdit>(u"settingsName"_s)->text(), u"Handbook"_s);
    }

    void whatIsNotSavedIsNotDroppedInSilence()
    {
        const QString other = m_fixture->server.addDataset(u"Recipes"_s);
        open();
        child<QPlainTextEdit>(u"settingsDescription"_s)->setPlainText(u"All about it"_s);
        m_fixture->window->choose(m_fixture->servers.local().id(), other);
        QTRY_VERIFY(child<QLabel>(u"windowMessageLabel"_s)->text().contains(u"Handbook"_s));
        QVERIFY(sent().isEmpty());
    }

private:
    void change(const QJsonObject &fields)
    {
        for (QJsonObject &object : m_fixture->server.datasets) {
            for (auto field = fields.begin(); field != fields.end(); ++field)
                object[field.key()] = field.value();
        }
    }

    void open()
    {
        m_fixture->openWith(m_dataset);
        QTRY_COMPARE(m_fixture->documents.datasetId(), m_dataset);
        m_fixture->action(u"goSettings"_s)->trigger();
        QVERIFY(child<QWidget>(u"settingsPage"_s)->isVisible());
    }

    template <typename T>
    T *child(const QString &name) const
    {
        return m_fixture->child<T>(name);
    }

    QPushButton *save() const { return child<QPushButton>(u"settingsSave"_s); }

    QStandardItem *item(const QString &box, int index) const
    {
        return qobject_cast<QStandardItemModel *>(child<QComboBox>(box)->model())->item(index);
    }

    QList<QJsonObject> sent() const
    {
        QList<QJsonObject> bodies;
        for (const auto &request : m_fixture->server.network.requests) {
            if (request.name.startsWith("PATCH"_L1))
                bodies.append(request.json());
        }
        return bodies;
    }

    std::unique_ptr<WindowFixture> m_fixture;
    QString m_dataset;
};

LOREDESK_TEST(tst_settingspage, TestSettingsPage)
#include "tst_settingspage.moc"
