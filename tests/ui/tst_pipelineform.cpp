// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "ui/widgets/pipelineform.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

using Type = PipelineInput::Type;

class TestPipelineForm : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_form = std::make_unique<PipelineForm>(); }

    void eachTypeHasItsField()
    {
        m_form->setInputs({{.name = u"title"_s, .label = u"Title"_s, .type = Type::Text},
                           {.name = u"about"_s, .label = u"About"_s, .type = Type::Paragraph},
                           {.name = u"size"_s, .label = u"Size"_s, .type = Type::Number},
                           {.name = u"tone"_s, .label = u"Tone"_s, .type = Type::Select, .options = {u"dry"_s}},
                           {.name = u"clean"_s, .label = u"Clean"_s, .type = Type::Checkbox}},
                          {});
        QCOMPARE(m_form->values(), (QJsonObject{{u"clean"_s, false}}));
        QSignalSpy changed(m_form.get(), &PipelineForm::changed);
        field<QLineEdit>(u"title"_s)->setText(u"7"_s);
        field<QPlainTextEdit>(u"about"_s)->setPlainText(u"one\ntwo"_s);
        field<QLineEdit>(u"size"_s)->setText(u"7.5"_s);
        field<QComboBox>(u"tone"_s)->setCurrentText(u"dry"_s);
        field<QCheckBox>(u"clean"_s)->setChecked(true);
        QCOMPARE(changed.size(), 5);
        QCOMPARE(m_form->values(), (QJsonObject{{u"title"_s, u"7"_s},
                                                {u"about"_s, u"one\ntwo"_s},
                                                {u"size"_s, 7.5},
                                                {u"tone"_s, u"dry"_s},
                                                {u"clean"_s, true}}));
        QCOMPARE(m_form->problem(), QString());
    }

    void whatIsRequiredIsAskedFor()
    {
        m_form->setInputs({{.name = u"title"_s, .label = u"Title"_s, .type = Type::Text, .required = true}}, {});
        QCOMPARE(m_form->problem(), u"The pipeline asks for “Title”."_s);
        field<QLineEdit>(u"title"_s)->setText(u"  "_s);
        QCOMPARE(m_form->problem(), u"The pipeline asks for “Title”."_s);
        field<QLineEdit>(u"title"_s)->setText(u"x"_s);
        QCOMPARE(m_form->problem(), QString());
    }

    void whatIsWrongIsSaid()
    {
        m_form->setInputs({{.name = u"size"_s, .label = u"Size"_s, .type = Type::Number},
                           {.name = u"about"_s, .label = u"About"_s, .type = Type::Paragraph, .maxLength = 3}},
                          {});
        field<QLineEdit>(u"size"_s)->setText(u"many"_s);
        QCOMPARE(m_form->problem(), u"“many” is not a number."_s);
        field<QLineEdit>(u"size"_s)->setText(u"7"_s);
        field<QPlainTextEdit>(u"about"_s)->setPlainText(u"four"_s);
        QCOMPARE(m_form->problem(), u"“About” has more than 3 characters."_s);
    }

    void presetsAndEarlierAnswersAreShown()
    {
        m_form->setInputs({{.name = u"title"_s, .label = u"Title"_s, .type = Type::Text, .preset = u"preset"_s},
                           {.name = u"size"_s, .label = u"Size"_s, .type = Type::Number, .preset = 3}},
                          {{u"title"_s, u"answered"_s}, {u"delimiter"_s, u"\n\n"_s}});
        QCOMPARE(field<QLineEdit>(u"title"_s)->text(), u"answered"_s);
        QCOMPARE(field<QLineEdit>(u"size"_s)->text(), u"3"_s);
        QCOMPARE(more()->toPlainText(), u"delimiter = \\n\\n"_s);
    }

    void anotherPipelineHasOtherFields()
    {
        m_form->setInputs({{.name = u"title"_s, .label = u"Title"_s, .type = Type::Text, .required = true}}, {});
        m_form->setInputs({{.name = u"size"_s, .label = u"Size"_s, .type = Type::Number}}, {});
        QVERIFY(!field<QLineEdit>(u"title"_s));
        QCOMPARE(m_form->problem(), QString());
    }

    void whatNobodyHereCanGiveHasNoField()
    {
        m_form->setInputs({{.name = u"picture"_s, .label = u"Picture"_s, .type = Type::Other}}, {});
        QVERIFY(!field<QWidget>(u"picture"_s));
        QCOMPARE(m_form->problem(), QString());
    }

    void linesAreRead()
    {
        more()->setPlainText(u"delimiter = \\n\\n\n\n max = 500\nspaces=true\nquoted = \"true\"\na = b = c\nempty ="_s);
        QCOMPARE(m_form->values(), (QJsonObject{{u"delimiter"_s, u"\n\n"_s},
                                                {u"max"_s, 500},
                                                {u"spaces"_s, true},
                                                {u"quoted"_s, u"true"_s},
                                                {u"a"_s, u"b = c"_s},
                                                {u"empty"_s, QString()}}));
        more()->setPlainText(u"max = 1\nnonsense"_s);
        QCOMPARE(m_form->problem(), u"“nonsense” is no input. Write: name = value"_s);
    }

    void whatIsWrittenIsReadAgain()
    {
        const QJsonObject inputs{{u"a"_s, u"\n\n"_s}, {u"b"_s, u"true"_s}, {u"c"_s, true},       {u"d"_s, u"7"_s},
                                 {u"e"_s, 7},         {u"f"_s, u" x "_s},  {u"g"_s, u"\"q\""_s}, {u"h"_s, QString()}};
        QCOMPARE(inputsFromText(inputsToText(inputs)).value_or(QJsonObject()), inputs);
    }

private:
    template <typename T>
    T *field(const QString &name) const
    {
        return m_form->findChild<T *>(u"pipelineInput_"_s + name);
    }

    QPlainTextEdit *more() const { return m_form->findChild<QPlainTextEdit *>(u"pipelineMore"_s); }

    std::unique_ptr<PipelineForm> m_form;
};

LOREDESK_TEST(tst_pipelineform, TestPipelineForm)
#include "tst_pipelineform.moc"
