// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/processruleform.h"

#include "ui/viewutil.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QRadioButton>
#include <QSpinBox>

using namespace Qt::Literals::StringLiterals;

ProcessRuleForm::ProcessRuleForm(QWidget *parent)
    : QWidget(parent)
    , m_automatic(new QRadioButton(tr("A&utomatic")))
    , m_custom(new QRadioButton(tr("Cu&stom")))
    , m_fields(new QWidget)
    , m_separator(new QLineEdit)
    , m_length(new QSpinBox)
    , m_overlap(new QSpinBox)
    , m_spaces(new QCheckBox(tr("Remove extra spaces and line breaks")))
    , m_urls(new QCheckBox(tr("Remove web and e-mail addresses")))
{
    setObjectName(u"processRuleForm"_s);
    viewutil::name(m_automatic, u"ruleAutomatic"_s, tr("Cut into chunks automatically"),
                   tr("Chunks of up to 500 characters, cut at paragraphs and sentences"));
    viewutil::name(m_custom, u"ruleCustom"_s, tr("Cut into chunks by these rules"),
                   tr("Choose separator, length and overlap"));
    viewutil::name(m_separator, u"ruleSeparator"_s, tr("Separator"),
                   tr("Cut here first: \\n is a line break, \\n\\n a blank line"));
    viewutil::name(m_length, u"ruleLength"_s, tr("Longest chunk"), tr("Characters of the longest chunk"));
    viewutil::name(m_overlap, u"ruleOverlap"_s, tr("Overlap"), tr("Characters that two chunks share"));
    viewutil::name(m_spaces, u"ruleSpaces"_s, m_spaces->text(), m_spaces->text());
    viewutil::name(m_urls, u"ruleUrls"_s, m_urls->text(), m_urls->text());
    m_length->setRange(50, 4000); // what servers accept
    m_overlap->setRange(0, 4000);
    m_separator->setMaximumWidth(120);

    auto *modes = new QHBoxLayout;
    modes->setSpacing(16);
    modes->addWidget(m_automatic);
    modes->addWidget(m_custom);
    modes->addStretch();
    auto *form = new QFormLayout(m_fields);
    form->setContentsMargins(24, 0, 0, 0);
    form->setSpacing(4);
    auto *sizes = new QHBoxLayout;
    sizes->addWidget(m_length);
    sizes->addWidget(viewutil::plainLabel(tr("characters, overlap")));
    sizes->addWidget(m_overlap);
    sizes->addStretch();
    form->addRow(tr("Se&parator"), m_separator);
    auto *longest = new QLabel(tr("&Longest chunk"));
    longest->setBuddy(m_length);
    form->addRow(longest, sizes);
    form->addRow(m_spaces);
    form->addRow(m_urls);
    auto *layout = new QVBoxLayout(this);
    viewutil::setTight(layout);
    layout->addLayout(modes);
    layout->addWidget(m_fields);

    connect(m_custom, &QRadioButton::toggled, m_fields, &QWidget::setVisible);
    connect(m_length, &QSpinBox::valueChanged, m_overlap, [this](int length) { m_overlap->setMaximum(length - 1); });
    setRule({});
}

ProcessRule ProcessRuleForm::rule() const
{
    ProcessRule rule;
    if (!m_custom->isChecked())
        return rule;
    rule.mode = ProcessRule::Mode::Custom;
    rule.removeExtraSpaces = m_spaces->isChecked();
    rule.removeUrlsEmails = m_urls->isChecked();
    rule.segmentation = {unescaped(m_separator->text()), m_length->value(), m_overlap->value()};
    return rule;
}

void ProcessRuleForm::setRule(const ProcessRule &rule)
{
    (rule.mode == ProcessRule::Mode::Custom ? m_custom : m_automatic)->setChecked(true);
    m_fields->setVisible(m_custom->isChecked());
    m_separator->setText(escaped(rule.segmentation.separator));
    m_length->setValue(rule.segmentation.maxTokens);
    m_overlap->setValue(rule.segmentation.chunkOverlap);
    m_spaces->setChecked(rule.removeExtraSpaces);
    m_urls->setChecked(rule.removeUrlsEmails);
}

QString escaped(QString separator)
{
    return separator.replace(u'\\', u"\\\\"_s).replace(u'\n', u"\\n"_s).replace(u'\t', u"\\t"_s);
}

QString unescaped(const QString &typed)
{
    QString separator;
    for (qsizetype i = 0; i < typed.size(); ++i) {
        const QChar next = typed[i] == u'\\' && i + 1 < typed.size() ? typed[i + 1] : QChar();
        if (next == u'n' || next == u't' || next == u'\\') {
            separator += next == u'n' ? u'\n' : next == u't' ? u'\t' : u'\\';
            ++i;
        } else {
            separator += typed[i];
        }
    }
    return separator;
}
