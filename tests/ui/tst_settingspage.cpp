// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "tests/ui/windowfixture.h"
#include "ui/widgets/treeview.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QSignalSpy>
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

    void cleanup()
    {
        m_closed.reset();
        m_fixture.reset();
    }

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

    void aNameIsNotLongerThanServersTakeIt()
    {
        open();
        QTest::keyClicks(child<QLineEdit>(u"settingsName"_s), QString(50, u'x'));
        QCOMPARE(child<QLineEdit>(u"settingsName"_s)->text().size(), Dataset::maxNameLength);
    }

    void whatIsSelectedStaysSoWhenTheServerTellsOfIt()
    {
        open();
        auto *name = child<QLineEdit>(u"settingsName"_s);
        name->selectAll();
        change({{u"document_count"_s, 7}});
        m_fixture->datasets.reload(m_fixture->servers.local().id());
        const auto count = [this] {
            const QModelIndex index = m_fixture->datasets.datasetIndex(m_fixture->servers.local().id(), m_dataset);
            return index.data(DatasetsModel::DocumentCountRole).toInt();
        };
        QTRY_COMPARE(count(), 7);
        QCOMPARE(name->selectedText(), u"Handbook"_s);
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

    void membersThatAreNotToldCannotBeChosen()
    {
        open();
        QVERIFY(!item(u"settingsPermission"_s, 2)->isEnabled());
        QVERIFY(!item(u"settingsPermission"_s, 2)->toolTip().isEmpty());
        QVERIFY(!child<QLabel>(u"settingsPermissionNote"_s)->isVisible());
    }

    void whoIsMemberStaysWhenSomethingElseIsSaved()
    {
        change({{u"permission"_s, u"partial_members"_s}, {u"partial_member_list"_s, QJsonArray{u"m1"_s, u"m2"_s}}});
        open();
        const auto *note = child<QLabel>(u"settingsPermissionNote"_s);
        QTRY_VERIFY(note->text().contains(u"2"_s));
        QCOMPARE(child<QComboBox>(u"settingsPermission"_s)->currentIndex(), 2);
        child<QLineEdit>(u"settingsName"_s)->setText(u"Manual"_s);
        save()->click();
        QTRY_COMPARE(sent().size(), 1);
        QCOMPARE(sent().first(), QJsonObject({{u"name"_s, u"Manual"_s}}));
        QTRY_COMPARE(m_fixture->window->windowTitle(), u"Manual – Loredesk"_s);
        QVERIFY(note->text().contains(u"2"_s));
    }

    void thatMembersAreForgottenIsSaidBefore()
    {
        change({{u"permission"_s, u"partial_members"_s}});
        open();
        auto *permission = child<QComboBox>(u"settingsPermission"_s);
        permission->setCurrentIndex(0);
        QVERIFY(child<QLabel>(u"settingsPermissionNote"_s)->text().contains(u"forgets"_s));
        QVERIFY(item(u"settingsPermission"_s, 2)->isEnabled());
        permission->setCurrentIndex(2);
        QVERIFY(!save()->isEnabled());
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

    void whereNothingIsIndexedAnotherQualityIsNotAskedAbout()
    {
        m_fixture->server.embeddingModels = {u"bge-m3"_s};
        open();
        QTRY_VERIFY(item(u"settingsTechnique"_s, 1)->isEnabled());
        child<QComboBox>(u"settingsTechnique"_s)->setCurrentIndex(1);
        save()->click();
        QVERIFY(!child<QMessageBox>(u"question"_s));
        QTRY_COMPARE(sent().size(), 1);
        QCOMPARE(sent().constFirst()["indexing_technique"_L1].toString(), u"high_quality"_s);
    }

    void aRefusalIsSaidAndNothingIsLost()
    {
        open();
        m_fixture->server.failNext(u"PATCH"_s, 400, u"invalid_param"_s, u"Dataset name already exists"_s);
        child<QLineEdit>(u"settingsName"_s)->setText(u"Taken"_s);
        save()->click();
        auto *message = child<QLabel>(u"settingsMessageLabel"_s);
        QTRY_COMPARE(message->text(), u"Dataset name already exists. Choose another name."_s);
        QCOMPARE(child<QLineEdit>(u"settingsName"_s)->text(), u"Taken"_s);
        QVERIFY(save()->isEnabled());
        m_fixture->click(u"settingsRevert"_s);
        QCOMPARE(child<QLineEdit>(u"settingsName"_s)->text(), u"Handbook"_s);
    }

    void whatIsNotSavedIsThereAgainWhenTheDatasetIs()
    {
        change({{u"indexing_technique"_s, u"high_quality"_s},
                {u"embedding_model"_s, u"bge-m3"_s},
                {u"embedding_model_provider"_s, u"fake"_s}});
        const QString other = m_fixture->server.addDataset(u"Recipes"_s);
        m_fixture->server.embeddingModels = {u"bge-m3"_s, u"other"_s};
        open();
        child<QPlainTextEdit>(u"settingsDescription"_s)->setPlainText(u"All about it"_s);
        child<QComboBox>(u"settingsPermission"_s)->setCurrentIndex(1);
        auto *model = child<QComboBox>(u"settingsEmbeddingModel"_s);
        QTRY_COMPARE(model->count(), 2);
        model->setCurrentIndex(1);
        const QString chosen = model->currentText();
        child<QSpinBox>(u"settingsTopK"_s)->setValue(9);
        choose(other);
        QCOMPARE(child<QPlainTextEdit>(u"settingsDescription"_s)->toPlainText(), QString());
        QVERIFY(!save()->isEnabled());

        choose(m_dataset);
        QCOMPARE(child<QPlainTextEdit>(u"settingsDescription"_s)->toPlainText(), u"All about it"_s);
        QCOMPARE(child<QComboBox>(u"settingsPermission"_s)->currentIndex(), 1);
        QTRY_COMPARE(model->currentText(), chosen);
        QCOMPARE(child<QSpinBox>(u"settingsTopK"_s)->value(), 9);
        QVERIFY(save()->isEnabled());
        QVERIFY(sent().isEmpty());
    }

    void aRefusalIsSaidWhereAnotherDatasetIsShown()
    {
        const QString other = m_fixture->server.addDataset(u"Recipes"_s);
        open();
        child<QLineEdit>(u"settingsName"_s)->setText(u"Taken"_s);
        m_fixture->server.failNext(u"PATCH"_s, 400, u"invalid_param"_s, u"Dataset name already exists"_s);
        save()->click();
        choose(other);
        QTRY_VERIFY(child<QLabel>(u"windowMessageLabel"_s)->text().contains(u"Dataset name already exists"_s));
        choose(m_dataset);
        QCOMPARE(child<QLineEdit>(u"settingsName"_s)->text(), u"Taken"_s);
    }

    void quittingAsksAndSaves()
    {
        QSignalSpy *closed = openChanged();
        m_fixture->window->close();
        answer(QMessageBox::Save);
        QTRY_COMPARE(closed->size(), 1);
        QCOMPARE(sent().size(), 1);
    }

    void quittingAsksAndDiscards()
    {
        QSignalSpy *closed = openChanged();
        m_fixture->window->close();
        answer(QMessageBox::Discard);
        QTRY_COMPARE(closed->size(), 1);
        QVERIFY(sent().isEmpty());
    }

    void quittingAsksAndTheWindowStays()
    {
        QSignalSpy *closed = openChanged();
        const QString other = m_fixture->server.addDataset(u"Recipes"_s);
        m_fixture->datasets.reload(m_fixture->servers.local().id());
        choose(other);
        m_fixture->action(u"goDocuments"_s)->trigger();
        m_fixture->window->close();
        answer(QMessageBox::Cancel);
        QTRY_COMPARE(m_fixture->documents.datasetId(), m_dataset);
        QVERIFY(child<QWidget>(u"settingsPage"_s)->isVisible());
        QVERIFY(closed->isEmpty());
    }

    void quittingIsOffWhenTheServerRefuses()
    {
        QSignalSpy *closed = openChanged();
        m_fixture->server.failNext(u"PATCH"_s, 400, u"invalid_param"_s, u"No"_s);
        m_fixture->window->close();
        answer(QMessageBox::Save);
        QTRY_COMPARE(child<QLabel>(u"settingsMessageLabel"_s)->text(), u"No"_s);
        QVERIFY(closed->isEmpty());
        QVERIFY(save()->isEnabled());
    }

    void removingAServerTellsWhatIsLost()
    {
        open();
        Server *acme = m_fixture->servers.add(u"Acme"_s, {QUrl(u"http://127.0.0.1:2/v1"_s)}, "key");
        Dataset dataset;
        dataset.id = u"x"_s;
        dataset.name = u"Law"_s;
        m_fixture->drafts.keep({acme->id(), dataset, {.name = u"Laws"_s}});
        auto *tree = child<TreeView>(u"datasetTree"_s);
        tree->setCurrentIndex(tree->model()->index(1, 0));
        m_fixture->action(u"removeServer"_s)->trigger();
        QVERIFY(child<QMessageBox>(u"question"_s)->informativeText().contains(u"“Law”"_s));
    }

    void aDeletedDatasetIsNotAskedAbout()
    {
        QSignalSpy *closed = openChanged();
        m_fixture->action(u"deleteDataset"_s)->trigger();
        m_fixture->click(u"questionYes"_s);
        QTRY_VERIFY(m_fixture->drafts.all().isEmpty());
        m_fixture->window->close();
        QCOMPARE(closed->size(), 1);
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

    //! The settings are changed and not saved. Returns who counts that the window was closed.
    QSignalSpy *openChanged()
    {
        open();
        child<QLineEdit>(u"settingsName"_s)->setText(u"Manual"_s);
        m_closed = std::make_unique<QSignalSpy>(m_fixture->window.get(), &MainWindow::closed);
        return m_closed.get();
    }

    void choose(const QString &datasetId)
    {
        m_fixture->window->choose(m_fixture->servers.local().id(), datasetId);
        QTRY_COMPARE(m_fixture->documents.datasetId(), datasetId);
    }

    void answer(QMessageBox::StandardButton button)
    {
        auto *question = child<QMessageBox>(u"unsavedQuestion"_s);
        QVERIFY(question);
        QVERIFY(question->text().contains(u"“Handbook”"_s));
        question->button(button)->click();
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
    std::unique_ptr<QSignalSpy> m_closed;
    QString m_dataset;
};

LOREDESK_TEST(tst_settingspage, TestSettingsPage)
#include "tst_settingspage.moc"
