// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/processruleform.h"

#include "app/models/format.h"
#include "ui/viewutil.h"
#include "ui/widgets/segmentationform.h"

#include <QCheckBox>
#include <QLabel>
#include <QRadioButton>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace {

using Form = ChunkStructure::Form;

//! Radio buttons side by side, of which one is on.
QWidget *rowOf(const QList<QRadioButton *> &buttons)
{
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    viewutil::setTight(layout, 0, 16);
    for (QRadioButton *button : buttons)
        layout->addWidget(button);
    layout->addStretch();
    return row;
}

} // namespace

ProcessRuleForm::ProcessRuleForm(QWidget *parent)
    : QWidget(parent)
    , m_forms{new QRadioButton(tr("&General")), new QRadioButton(tr("&Parent and child")),
              new QRadioButton(tr("&Questions and answers"))}
    , m_automatic(new QRadioButton(tr("A&utomatic")))
    , m_custom(new QRadioButton(tr("Cu&stom")))
    , m_paragraphs(new QRadioButton(tr("Parts are &chunks")))
    , m_fullDoc(new QRadioButton(tr("The &whole text is one chunk")))
    , m_modes(rowOf({m_automatic, m_custom}))
    , m_parents(rowOf({m_paragraphs, m_fullDoc}))
    , m_fields(new QWidget)
    , m_chunks(new SegmentationForm(u"rule"_s, tr("Longest chunk")))
    , m_children(new SegmentationForm(u"ruleChild"_s, tr("Longest child chunk")))
    , m_spaces(new QCheckBox(tr("Remove extra spaces and line breaks")))
    , m_urls(new QCheckBox(tr("Remove web and e-mail addresses")))
    , m_note(viewutil::plainLabel({}, u"ruleNote"_s))
{
    setObjectName(u"processRuleForm"_s);
    nameFields();
    m_note->setWordWrap(true);
    m_note->setForegroundRole(QPalette::PlaceholderText);
    auto *fields = new QVBoxLayout(m_fields);
    viewutil::setTight(fields);
    fields->setContentsMargins(24, 0, 0, 0);
    for (QWidget *part : std::initializer_list<QWidget *>{m_chunks, m_children, m_spaces, m_urls})
        fields->addWidget(part);
    auto *layout = new QVBoxLayout(this);
    viewutil::setTight(layout);
    for (QWidget *part : {rowOf(m_forms), static_cast<QWidget *>(m_note), m_modes, m_parents, m_fields})
        layout->addWidget(part);

    for (QRadioButton *button : m_forms)
        connect(button, &QRadioButton::clicked, this, [this] { m_wanted = form(); });
    for (QRadioButton *button : m_forms + QList{m_automatic, m_custom, m_paragraphs, m_fullDoc}) {
        connect(button, &QRadioButton::toggled, this, &ProcessRuleForm::showFields);
        connect(button, &QRadioButton::toggled, this, &ProcessRuleForm::changed);
    }
    connect(m_chunks, &SegmentationForm::changed, this, &ProcessRuleForm::changed);
    connect(m_children, &SegmentationForm::changed, this, &ProcessRuleForm::changed);
    setStructure({});
    setChoice({});
}

void ProcessRuleForm::nameFields()
{
    viewutil::name(m_forms[0], u"formGeneral"_s, tr("General chunks"), tr("What is found is what is given back"));
    viewutil::name(m_forms[1], u"formParentChild"_s, tr("Chunks with child chunks"),
                   tr("Small child chunks are searched, and the chunks they belong to are given back"));
    viewutil::name(m_forms[2], u"formQuestionAnswer"_s, tr("Questions and answers"),
                   tr("Questions are searched, and given back with their answers"));
    viewutil::name(m_automatic, u"ruleAutomatic"_s, tr("Cut into chunks automatically"),
                   tr("Chunks of up to 500 characters, cut at paragraphs and sentences"));
    viewutil::name(m_custom, u"ruleCustom"_s, tr("Cut into chunks by these rules"),
                   tr("Choose separator, length and overlap"));
    viewutil::name(m_paragraphs, u"ruleParagraphs"_s, tr("The parts of the text are the chunks"),
                   tr("The text is cut into chunks, and each of them into child chunks"));
    viewutil::name(m_fullDoc, u"ruleFullDoc"_s, tr("The whole text is one chunk"),
                   tr("For short texts: every hit gives back the whole of it"));
    viewutil::name(m_spaces, u"ruleSpaces"_s, m_spaces->text(), m_spaces->text());
    viewutil::name(m_urls, u"ruleUrls"_s, m_urls->text(), m_urls->text());
}

Form ProcessRuleForm::form() const
{
    for (const auto form : {Form::ParentChild, Form::QuestionAnswer}) {
        if (m_forms[static_cast<int>(form)]->isChecked())
            return form;
    }
    return Form::General;
}

bool ProcessRuleForm::isFullDoc() const
{
    return form() == Form::ParentChild && m_fullDoc->isChecked();
}

ChunkStructure ProcessRuleForm::structure() const
{
    ProcessRule rule;
    if (form() != Form::ParentChild && m_automatic->isChecked())
        return {form(), rule};
    rule.mode = form() == Form::ParentChild ? ProcessRule::Mode::Hierarchical : ProcessRule::Mode::Custom;
    rule.removeExtraSpaces = m_spaces->isChecked();
    rule.removeUrlsEmails = m_urls->isChecked();
    // Servers want the segmentation even where the whole text is one chunk and they do not look at it.
    rule.segmentation = isFullDoc() ? Segmentation() : m_chunks->segmentation();
    rule.parentMode = isFullDoc() ? ProcessRule::ParentMode::FullDoc : ProcessRule::ParentMode::Paragraph;
    rule.subchunkSegmentation = m_children->segmentation();
    return {form(), rule};
}

void ProcessRuleForm::setStructure(const ChunkStructure &structure)
{
    const ProcessRule &rule = structure.rule();
    m_wanted = structure.form();
    (rule.mode == ProcessRule::Mode::Automatic ? m_automatic : m_custom)->setChecked(true);
    (rule.parentMode == ProcessRule::ParentMode::FullDoc ? m_fullDoc : m_paragraphs)->setChecked(true);
    m_chunks->setSegmentation(rule.segmentation);
    m_children->setSegmentation(rule.subchunkSegmentation);
    m_spaces->setChecked(rule.removeExtraSpaces);
    m_urls->setChecked(rule.removeUrlsEmails);
    setChoice(m_choice);
}

void ProcessRuleForm::setChoice(const StructureChoice &choice)
{
    m_choice = choice;
    const Form chosen = choice.forms.contains(m_wanted) ? m_wanted : choice.forms.first();
    m_forms[static_cast<int>(chosen)]->setChecked(true);
    for (qsizetype i = 0; i < m_forms.size(); ++i)
        m_forms[i]->setEnabled(choice.forms.contains(static_cast<Form>(i)));
    const QString unit = choice.countsTokens ? tr("tokens") : tr("characters");
    m_chunks->setLimit(choice.longest, unit);
    m_children->setLimit(choice.longest, unit);
    showFields();
}

void ProcessRuleForm::showFields()
{
    const bool isParentChild = form() == Form::ParentChild;
    m_modes->setVisible(!isParentChild);
    m_parents->setVisible(isParentChild);
    m_fields->setVisible(isParentChild || m_custom->isChecked());
    m_chunks->setVisible(!isFullDoc());
    m_children->setVisible(isParentChild);
    m_spaces->setVisible(!isFullDoc()); // such a text is not cleaned
    m_urls->setVisible(!isFullDoc());
    QStringList notes;
    if (form() == Form::QuestionAnswer)
        notes.append(
            tr("A language model of the server writes the questions and answers; without one there are none."));
    if (!m_choice.whyNot.isEmpty())
        notes.append(m_choice.whyNot);
    m_note->setText(notes.join(u' '));
    m_note->setVisible(!notes.isEmpty());
}

QString ProcessRuleForm::problem() const
{
    const ChunkStructure chosen = structure();
    const ProcessRule &rule = chosen.rule();
    if (rule.mode == ProcessRule::Mode::Automatic)
        return {};
    QList<Segmentation> cuts{rule.segmentation};
    if (rule.mode == ProcessRule::Mode::Hierarchical)
        cuts.append(rule.subchunkSegmentation);
    for (const Segmentation &cut : cuts) {
        switch (cut.problem(m_choice.longest)) {
        case Segmentation::Problem::None:
            break;
        case Segmentation::Problem::NoSeparator:
            return tr("The separator is empty.");
        case Segmentation::Problem::TooShort:
        case Segmentation::Problem::TooLong:
            return tr("The longest chunk has between %1 and %2 characters.")
                .arg(format::count(Segmentation::minTokens), format::count(m_choice.longest));
        case Segmentation::Problem::OverlapTooLong:
            return tr("The overlap is longer than the chunk.");
        }
    }
    return {};
}
