// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/uploadsheettest.h"
#include "ui/dialogs/uploadrequests.h"
#include "ui/dialogs/uploadsheet.h"
#include "ui/widgets/segmentationform.h"

#include <QLabel>
#include <QLineEdit>
#include <QRadioButton>
#include <QSpinBox>

using namespace Qt::Literals::StringLiterals;

//! How the texts of the files are to be cut.
class TestUploadStructure : public UploadSheetTest
{
    Q_OBJECT

private slots:
    void init() { renew(); }
    void cleanup() { m_fixture.reset(); }

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

    void aSeparatorIsReadAsItIsWritten()
    {
        for (const QString &separator : {u"\n\n"_s, u"\\"_s, u"a\tb\\n"_s, u"###"_s})
            QCOMPARE(unescaped(escaped(separator)), separator);
        QCOMPARE(unescaped(u"\\n"_s), u"\n"_s);
        QCOMPARE(unescaped(u"\\x"_s), u"\\x"_s);
    }

    void whatAServerCannotDoIsNotOffered()
    {
        const StructureChoice choice = structureChoice(*serverOf(ServerAbilities(u"0.11.1"_s)), {});
        QVERIFY(!choice.forms.contains(ChunkStructure::Form::ParentChild));
        QCOMPARE(choice.whyNot, u"Parent and child: Acme runs version 0.11.1, which cannot do this."_s);
        QCOMPARE(choice.longest, 1000);
        QVERIFY(choice.countsTokens);
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

private:
    std::unique_ptr<Server> serverOf(const ServerAbilities &abilities)
    {
        auto server = std::make_unique<Server>(m_fixture->server.network, u"acme"_s, u"Acme"_s, false);
        server->setAbilities(abilities);
        return server;
    }

    ChunkStructure sentStructure()
    {
        if (!QTest::qWaitFor([this] { return startable(); }))
            return {};
        m_fixture->click(u"uploadStart"_s);
        const bool isQueued = QTest::qWaitFor([this] { return m_fixture->queue.size() == 1; });
        return isQueued ? m_fixture->queue.at(0).request.options.structure : ChunkStructure();
    }
};

LOREDESK_TEST(tst_uploadstructure, TestUploadStructure)
#include "tst_uploadstructure.moc"
