// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "tests/ui/windowfixture.h"
#include "ui/dialogs/uploadrequests.h"
#include "ui/dialogs/uploadsheet.h"
#include "ui/widgets/processruleform.h"
#include "ui/widgets/segmentationform.h"
#include "ui/widgets/treeview.h"

#include <QAbstractItemView>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QRadioButton>
#include <QSpinBox>

using namespace Qt::Literals::StringLiterals;

class TestUploadSheet : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_fixture = std::make_unique<WindowFixture>();
        m_dataset = m_fixture->server.addDataset(u"Handbook"_s);
        m_fixture->server.addDocument(m_dataset, u"old.md"_s);
        m_fixture->openWith(m_dataset);
        QTRY_COMPARE(m_fixture->child<TreeView>(u"documentsView"_s)->model()->rowCount(), 1);
    }

    void cleanup() { m_fixture.reset(); }

    void filesDroppedOnTheDocumentsAreSentAndFollowedUntilIndexed()
    {
        auto *view = m_fixture->child<TreeView>(u"documentsView"_s);
        WindowFixture::drop(view->viewport(), {50, 300}, {m_fixture->file(u"a.md"_s), m_fixture->file(u"b.txt"_s)});
        QTRY_VERIFY(startable());
        m_fixture->click(u"uploadStart"_s);

        QTRY_COMPARE(m_fixture->server.documents.size(), 3);
        QTRY_COMPARE(m_fixture->queue.summary().count(Transfer::State::Finished), 2);
        QTRY_COMPARE(view->model()->rowCount(), 3);
    }

    void theListsOfItsChoicesHaveNames()
    {
        m_fixture->window->addFiles({m_fixture->file(u"a.md"_s)});
        const auto boxes = m_fixture->child<QDialog>(u"uploadSheet"_s)->findChildren<QComboBox *>();
        QVERIFY(!boxes.isEmpty());
        for (const QComboBox *box : boxes)
            QVERIFY2(!box->view()->accessibleName().isEmpty(), qPrintable(box->objectName()));
    }

    void filesDroppedOnADatasetGoThere()
    {
        const QString other = m_fixture->server.addDataset(u"Recipes"_s);
        m_fixture->datasets.reload(m_fixture->servers.local().id());
        auto *tree = m_fixture->child<TreeView>(u"datasetTree"_s);
        const QModelIndex local = tree->model()->index(0, 0);
        QTRY_COMPARE(tree->model()->rowCount(local), 2);
        const QModelIndex recipes = tree->model()->index(1, 0, local);
        WindowFixture::drop(tree->viewport(), tree->visualRect(recipes).center(), {m_fixture->file(u"cake.md"_s)});

        QTRY_VERIFY(startable());
        QCOMPARE(m_fixture->child<QComboBox>(u"uploadTarget"_s)->currentText(), u"Recipes (This computer)"_s);
        m_fixture->click(u"uploadStart"_s);
        QTRY_COMPARE(m_fixture->server.documents.last()["dataset_id"_L1].toString(), other);
        QTRY_COMPARE(m_fixture->window->windowTitle(), u"Recipes – Loredesk"_s);
    }

    void whatIsLeftOutIsListedWithItsReason()
    {
        m_fixture->window->addFiles(
            {m_fixture->file(u"a.md"_s), m_fixture->file(u"empty.md"_s, {}), m_fixture->file(u"program.exe"_s)});
        auto *leftOut = m_fixture->child<TreeView>(u"uploadLeftOut"_s);
        QTRY_COMPARE(leftOut->model()->rowCount(), 2);
        for (const QString &reason : WindowFixture::rows(leftOut, 1))
            QVERIFY(!reason.isEmpty());
        QCOMPARE(m_fixture->child<TreeView>(u"uploadFiles"_s)->model()->rowCount(), 1);
    }

    void equalNamesAreSkippedUnlessAskedOtherwise()
    {
        m_fixture->window->addFiles({m_fixture->file(u"old.md"_s), m_fixture->file(u"new.md"_s)});
        QTRY_VERIFY(startable());
        QVERIFY(m_fixture->child<QComboBox>(u"uploadOnSameName"_s)->isVisible());
        m_fixture->click(u"uploadStart"_s);
        QTRY_COMPARE(m_fixture->server.documentNames(), QStringList({u"old.md"_s, u"new.md"_s}));
        QCOMPARE(m_fixture->queue.size(), 1);
    }

    void bothAreKeptWhenAsked()
    {
        m_fixture->window->addFiles({m_fixture->file(u"old.md"_s)});
        QTRY_VERIFY(m_fixture->child<QComboBox>(u"uploadOnSameName"_s)->isVisible());
        m_fixture->child<QComboBox>(u"uploadOnSameName"_s)->setCurrentIndex(2);
        QTRY_VERIFY(startable());
        m_fixture->click(u"uploadStart"_s);
        QTRY_COMPARE(m_fixture->queue.size(), 1);
        QCOMPARE(m_fixture->queue.at(0).request.onSameName, OnSameName::KeepBoth);
    }

    void replacingNamesTheDocumentsItReplaces()
    {
        m_fixture->window->addFiles({m_fixture->file(u"old.md"_s)});
        QTRY_VERIFY(m_fixture->child<QComboBox>(u"uploadOnSameName"_s)->isVisible());
        m_fixture->child<QComboBox>(u"uploadOnSameName"_s)->setCurrentIndex(1);
        QTRY_VERIFY(startable());
        m_fixture->click(u"uploadStart"_s);
        QTRY_COMPARE(m_fixture->queue.size(), 1);
        QCOMPARE(m_fixture->queue.at(0).request.onSameName, OnSameName::Replace);
        QCOMPARE(m_fixture->queue.at(0).request.existingIds.size(), 1);
    }

    void aNewKnowledgeBaseIsMadeOnTheWay()
    {
        m_fixture->window->addFiles({m_fixture->file(u"a.md"_s)});
        auto *target = m_fixture->child<QComboBox>(u"uploadTarget"_s);
        target->setCurrentIndex(target->count() - 1);
        auto *name = m_fixture->child<QLineEdit>(u"uploadNewName"_s);
        QVERIFY(name->isVisible());
        QTRY_VERIFY(m_fixture->child<TreeView>(u"uploadFiles"_s)->model()->rowCount() == 1);
        QVERIFY(!startable()); // it has no name yet
        name->setText(u"Recipes"_s);
        QTRY_VERIFY(startable());
        m_fixture->click(u"uploadStart"_s);
        QTRY_COMPARE(m_fixture->server.datasets.size(), 2);
        QTRY_COMPARE(m_fixture->server.documentNames().constLast(), u"a.md"_s);
        QTRY_COMPARE(m_fixture->window->windowTitle(), u"Recipes – Loredesk"_s);
    }

    void theRuleIsSentAndRemembered()
    {
        m_fixture->window->addFiles({m_fixture->file(u"a.md"_s)});
        m_fixture->child<QRadioButton>(u"ruleCustom"_s)->setChecked(true);
        m_fixture->child<QLineEdit>(u"ruleSeparator"_s)->setText(u"\\n##"_s);
        m_fixture->child<QSpinBox>(u"ruleLength"_s)->setValue(300);
        m_fixture->child<QSpinBox>(u"ruleOverlap"_s)->setValue(30);
        QTRY_VERIFY(startable());
        m_fixture->click(u"uploadStart"_s);
        QTRY_COMPARE(m_fixture->queue.size(), 1);
        const ProcessRule rule = m_fixture->queue.at(0).request.options.structure.rule();
        QCOMPARE(rule.segmentation, (Segmentation{u"\n##"_s, 300, 30}));

        QTRY_VERIFY(!m_fixture->child<UploadSheet>(u"uploadSheet"_s));
        m_fixture->window->addFiles({m_fixture->file(u"b.md"_s)});
        QVERIFY(m_fixture->child<QRadioButton>(u"ruleCustom"_s)->isChecked());
        QCOMPARE(m_fixture->child<QLineEdit>(u"ruleSeparator"_s)->text(), u"\\n##"_s);
    }

    void parentAndChildIsSentWithBothCuts()
    {
        m_fixture->window->addFiles({m_fixture->file(u"a.md"_s)});
        m_fixture->child<QRadioButton>(u"formParentChild"_s)->click();
        m_fixture->child<QSpinBox>(u"ruleLength"_s)->setValue(900);
        m_fixture->child<QSpinBox>(u"ruleChildLength"_s)->setValue(120);
        const ChunkStructure sent = sentStructure();
        QVERIFY(sent.form() == ChunkStructure::Form::ParentChild);
        QVERIFY(sent.rule().mode == ProcessRule::Mode::Hierarchical);
        QCOMPARE(sent.rule().segmentation.maxTokens, 900);
        QCOMPARE(sent.rule().subchunkSegmentation.maxTokens, 120);

        QTRY_VERIFY(!m_fixture->child<UploadSheet>(u"uploadSheet"_s));
        m_fixture->window->addFiles({m_fixture->file(u"b.md"_s)});
        QVERIFY(m_fixture->child<QRadioButton>(u"formParentChild"_s)->isChecked());
    }

    void theWholeTextCanBeOneParent()
    {
        m_fixture->window->addFiles({m_fixture->file(u"a.md"_s)});
        m_fixture->child<QRadioButton>(u"formParentChild"_s)->click();
        m_fixture->child<QRadioButton>(u"ruleFullDoc"_s)->click();
        QVERIFY(!m_fixture->child<QSpinBox>(u"ruleLength"_s)->isVisible());
        QVERIFY(sentStructure().rule().parentMode == ProcessRule::ParentMode::FullDoc);
    }

    void aDatasetTakesOnlyTheFormItHas()
    {
        m_fixture->server.datasets.first()[u"doc_form"_s] = u"hierarchical_model"_s;
        m_fixture->datasets.reload(m_fixture->servers.local().id());
        QTRY_COMPARE(
            m_fixture->datasets.dataset(m_fixture->datasets.datasetIndex(m_fixture->servers.local().id(), m_dataset))
                ->docForm,
            u"hierarchical_model"_s);
        m_fixture->window->addFiles({m_fixture->file(u"a.md"_s)});
        QVERIFY(m_fixture->child<QRadioButton>(u"formParentChild"_s)->isChecked());
        QVERIFY(!m_fixture->child<QRadioButton>(u"formGeneral"_s)->isEnabled());
        QVERIFY(m_fixture->child<QLabel>(u"ruleNote"_s)->isVisible());
        QVERIFY(sentStructure().rule().mode == ProcessRule::Mode::Hierarchical);
    }

    void anEmptySeparatorIsNotSent()
    {
        m_fixture->window->addFiles({m_fixture->file(u"a.md"_s)});
        m_fixture->child<QRadioButton>(u"ruleCustom"_s)->click();
        QTRY_VERIFY(startable());
        m_fixture->child<QLineEdit>(u"ruleSeparator"_s)->clear();
        QVERIFY(!startable());
        QCOMPARE(m_fixture->child<QLabel>(u"uploadWords"_s)->text(), u"The separator is empty."_s);
    }

    void whatAServerCannotDoIsNotOffered()
    {
        const StructureChoice choice = structureChoice(*serverOf(ServerAbilities(u"0.11.1"_s)), {});
        QVERIFY(!choice.forms.contains(ChunkStructure::Form::ParentChild));
        QCOMPARE(choice.whyNot, u"Parent and child: Acme runs version 0.11.1, which cannot do this."_s);
        QCOMPARE(choice.longest, 1000);
        QVERIFY(choice.countsTokens);
    }

    void aServerThatTakesNoFilesSaysSo()
    {
        m_fixture->servers.local().setAbilities(ServerAbilities(u"1.9.1"_s));
        m_fixture->window->addFiles({m_fixture->file(u"a.md"_s)});
        QTRY_COMPARE(m_fixture->child<TreeView>(u"uploadFiles"_s)->model()->rowCount(), 1);
        QVERIFY(
            m_fixture->child<QLabel>(u"uploadWords"_s)->text().startsWith(u"This does not work in version 1.9.1"_s));
        QVERIFY(!startable());
    }

    void parentAndChildIsNeverSentWithoutAModelToAServerThatNeedsOne()
    {
        const ServerAbilities dify(u"1.15.0"_s);
        Dataset economy;
        economy.technique = Dataset::Technique::Economy;
        QVERIFY(!structureChoice(*serverOf(dify), economy).forms.contains(ChunkStructure::Form::ParentChild));
        QVERIFY(structureChoice(*serverOf(ServerAbilities(u"1.15.0"_s, true)), economy)
                    .forms.contains(ChunkStructure::Form::ParentChild));
        const ChunkStructure parentChild(ChunkStructure::Form::ParentChild, {});
        QVERIFY(createOptions(parentChild, dify, {}).technique == Dataset::Technique::HighQuality);
        QVERIFY(createOptions({}, dify, {}).technique == Dataset::Technique::Economy);
    }

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

    void filesOutsideTheLimitsOfAServerAreSentAnywayByKeyboard()
    {
        chooseOnAnotherServer();
        m_fixture->window->addFiles({m_fixture->file(u"a.md"_s), m_fixture->file(u"b.org"_s)});
        QTRY_VERIFY(startable());
        auto *anyway = m_fixture->child<QCheckBox>(u"uploadAnyway"_s);
        QVERIFY(anyway->isVisible() && !anyway->isChecked());
        QVERIFY(m_fixture->child<QLabel>(u"uploadOutside"_s)->text().contains(u"500"_s));

        QTest::keyClick(m_fixture->child<UploadSheet>(u"uploadSheet"_s), Qt::Key_A, Qt::AltModifier);
        QTRY_COMPARE(m_fixture->child<TreeView>(u"uploadFiles"_s)->model()->rowCount(), 2);
        QVERIFY(anyway->isVisible() && anyway->isChecked());
        QTRY_VERIFY(startable());
        m_fixture->click(u"uploadStart"_s);
        QTRY_VERIFY(m_fixture->server.documentNames().contains(u"b.org"_s));
    }

    void withinTheLimitsNothingIsSentAnyway()
    {
        chooseOnAnotherServer();
        m_fixture->window->addFiles({m_fixture->file(u"a.md"_s), m_fixture->file(u"empty.md"_s, {})});
        QTRY_VERIFY(startable());
        QVERIFY(!m_fixture->child<QCheckBox>(u"uploadAnyway"_s)->isVisible());
    }

    void aSeparatorIsReadAsItIsWritten()
    {
        for (const QString &separator : {u"\n\n"_s, u"\\"_s, u"a\tb\\n"_s, u"###"_s})
            QCOMPARE(unescaped(escaped(separator)), separator);
        QCOMPARE(unescaped(u"\\n"_s), u"\n"_s);
        QCOMPARE(unescaped(u"\\x"_s), u"\\x"_s);
    }

    void moreFilesJoinTheOpenSheet()
    {
        m_fixture->window->addFiles({m_fixture->file(u"a.md"_s)});
        m_fixture->window->addFiles({m_fixture->file(u"b.md"_s)});
        QTRY_COMPARE(m_fixture->child<TreeView>(u"uploadFiles"_s)->model()->rowCount(), 2);
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

    std::unique_ptr<Server> serverOf(const ServerAbilities &abilities)
    {
        auto server = std::make_unique<Server>(m_fixture->server.network, u"acme"_s, u"Acme"_s, false);
        server->setAbilities(abilities);
        return server;
    }

    //! The dataset, on a server that is not this computer.
    void chooseOnAnotherServer()
    {
        const Server *added = m_fixture->servers.add(u"Acme"_s, {QUrl(u"https://acme.test/v1"_s)}, "key");
        QTRY_VERIFY(m_fixture->datasets.dataset(m_fixture->datasets.datasetIndex(added->id(), m_dataset)));
        m_fixture->window->choose(added->id(), m_dataset);
        QTRY_COMPARE(m_fixture->child<TreeView>(u"documentsView"_s)->model()->rowCount(), 1);
    }

    ChunkStructure sentStructure()
    {
        if (!QTest::qWaitFor([this] { return startable(); }))
            return {};
        m_fixture->click(u"uploadStart"_s);
        const bool isQueued = QTest::qWaitFor([this] { return m_fixture->queue.size() == 1; });
        return isQueued ? m_fixture->queue.at(0).request.options.structure : ChunkStructure();
    }

    bool startable() const
    {
        auto *button = m_fixture->child<QPushButton>(u"uploadStart"_s);
        return button && button->isEnabled();
    }

    std::unique_ptr<WindowFixture> m_fixture;
    QString m_dataset;
};

LOREDESK_TEST(tst_uploadsheet, TestUploadSheet)
#include "tst_uploadsheet.moc"
