// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/metadatafilterform.h"

#include "ui/viewutil.h"
#include "ui/widgets/metadataconditionrow.h"

#include <QComboBox>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

MetadataFilterForm::MetadataFilterForm(QWidget *parent)
    : QWidget(parent)
    , m_logic(new QComboBox)
    , m_words(viewutil::plainLabel({}, u"filterWords"_s))
    , m_add(new QToolButton)
    , m_conditions(new QVBoxLayout)
{
    setObjectName(u"metadataFilter"_s);
    m_logic->addItem(tr("All conditions hold"), static_cast<int>(MetadataFilter::Logic::All));
    m_logic->addItem(tr("Any condition holds"), static_cast<int>(MetadataFilter::Logic::Any));
    viewutil::name(m_logic, u"filterLogic"_s, tr("How many conditions have to hold"));
    m_add->setText(tr("Add condition"));
    m_add->setAutoRaise(true);
    m_add->setFocusPolicy(Qt::TabFocus);
    viewutil::name(m_add, u"filterAdd"_s, tr("Add condition"), tr("Only documents whose metadata are so are searched"));
    m_words->setForegroundRole(QPalette::PlaceholderText);
    m_words->setWordWrap(true);
    viewutil::setTight(m_conditions);
    auto *last = new QHBoxLayout;
    last->setSpacing(4);
    last->addWidget(m_logic);
    last->addWidget(m_add);
    last->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(4, 0, 4, 4);
    layout->setSpacing(4);
    layout->addWidget(m_words);
    layout->addLayout(m_conditions);
    layout->addLayout(last);
    connect(m_add, &QToolButton::clicked, this, &MetadataFilterForm::add);
    connect(m_logic, &QComboBox::currentIndexChanged, this, &MetadataFilterForm::changed);
    clear();
}

void MetadataFilterForm::clear(const QString &words)
{
    qDeleteAll(std::exchange(m_rows, {}));
    m_fields.clear();
    m_words->setText(words);
    showFields();
    emit changed();
}

void MetadataFilterForm::setFields(const QList<MetadataField> &fields)
{
    clear(fields.isEmpty() ? tr("The documents of this knowledge base have no metadata fields.") : QString());
    m_fields = fields;
    if (hasFields())
        add();
    showFields();
}

void MetadataFilterForm::add()
{
    auto *row = new MetadataConditionRow(m_fields);
    connect(row, &MetadataConditionRow::changed, this, &MetadataFilterForm::changed);
    connect(row, &MetadataConditionRow::removeClicked, this, [this, row] { remove(row); });
    m_rows.append(row);
    m_conditions->addWidget(row);
    showFields();
    emit changed();
}

void MetadataFilterForm::remove(MetadataConditionRow *row)
{
    m_rows.removeOne(row);
    row->hide();
    row->deleteLater(); // it is the sender
    showFields();
    emit changed();
}

void MetadataFilterForm::showFields()
{
    m_words->setVisible(!m_words->text().isEmpty());
    m_add->setVisible(hasFields());
    m_logic->setVisible(m_rows.size() > 1);
}

MetadataFilter MetadataFilterForm::filter() const
{
    MetadataFilter filter{.logic = static_cast<MetadataFilter::Logic>(m_logic->currentData().toInt()),
                          .conditions = {}};
    for (const MetadataConditionRow *row : m_rows) {
        if (const auto condition = row->condition())
            filter.conditions.append(*condition);
    }
    return filter;
}
