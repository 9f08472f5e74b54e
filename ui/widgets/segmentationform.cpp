// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/segmentationform.h"

#include "ui/viewutil.h"

#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>

using namespace Qt::Literals::StringLiterals;

SegmentationForm::SegmentationForm(const QString &prefix, const QString &lengthTitle, QWidget *parent)
    : QWidget(parent)
    , m_separator(new QLineEdit)
    , m_length(new QSpinBox)
    , m_overlap(new QSpinBox)
    , m_unit(viewutil::plainLabel({}))
{
    viewutil::name(m_separator, prefix + u"Separator"_s, tr("Separator"),
                   tr("Cut here first: \\n is a line break, \\n\\n a blank line"));
    viewutil::name(m_length, prefix + u"Length"_s, lengthTitle, tr("What is longer is cut again"));
    viewutil::name(m_overlap, prefix + u"Overlap"_s, tr("Overlap"),
                   tr("What two pieces of a part that was cut again have in common"));
    m_separator->setMaximumWidth(120);
    m_length->setMinimum(Segmentation::minTokens);

    auto *sizes = new QHBoxLayout;
    sizes->addWidget(m_length);
    sizes->addWidget(m_unit);
    sizes->addWidget(m_overlap);
    sizes->addStretch();
    auto *form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->setSpacing(4);
    auto *length = viewutil::plainLabel(lengthTitle);
    length->setBuddy(m_length);
    auto *separator = viewutil::plainLabel(tr("Separator"));
    separator->setBuddy(m_separator);
    form->addRow(separator, m_separator);
    form->addRow(length, sizes);

    connect(m_length, &QSpinBox::valueChanged, m_overlap, &QSpinBox::setMaximum);
    connect(m_length, &QSpinBox::valueChanged, this, &SegmentationForm::changed);
    connect(m_overlap, &QSpinBox::valueChanged, this, &SegmentationForm::changed);
    connect(m_separator, &QLineEdit::textChanged, this, &SegmentationForm::changed);
    setLimit(Segmentation::maxMaxTokens, tr("characters"));
    setSegmentation({});
}

Segmentation SegmentationForm::segmentation() const
{
    return {unescaped(m_separator->text()), m_length->value(), m_overlap->value()};
}

void SegmentationForm::setSegmentation(const Segmentation &segmentation)
{
    m_separator->setText(escaped(segmentation.separator));
    m_length->setValue(segmentation.maxTokens);
    m_overlap->setValue(segmentation.chunkOverlap);
}

void SegmentationForm::setLimit(int longest, const QString &unit)
{
    m_length->setMaximum(longest);
    m_unit->setText(tr("%1, overlap").arg(unit));
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
