// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/metadataconditionrow.h"

#include "ui/icons.h"
#include "ui/viewutil.h"

#include <QComboBox>
#include <QDateTimeEdit>
#include <QHBoxLayout>
#include <QJsonArray>
#include <QLineEdit>
#include <QLocale>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

using Operator = MetadataCondition::Operator;

namespace {

QList<std::pair<Operator, QString>> comparisonsOf(MetadataType type)
{
    const QList<std::pair<Operator, QString>> both{{Operator::Empty, MetadataConditionRow::tr("is empty")},
                                                   {Operator::NotEmpty, MetadataConditionRow::tr("is not empty")}};
    switch (type) {
    case MetadataType::Text:
        return QList<std::pair<Operator, QString>>{
                   {Operator::Is, MetadataConditionRow::tr("is")},
                   {Operator::IsNot, MetadataConditionRow::tr("is not")},
                   {Operator::Contains, MetadataConditionRow::tr("contains")},
                   {Operator::NotContains, MetadataConditionRow::tr("does not contain")},
                   {Operator::StartsWith, MetadataConditionRow::tr("begins with")},
                   {Operator::EndsWith, MetadataConditionRow::tr("ends with")},
                   {Operator::In, MetadataConditionRow::tr("is one of")},
                   {Operator::NotIn, MetadataConditionRow::tr("is none of")}}
               + both;
    case MetadataType::Number:
        return QList<std::pair<Operator, QString>>{{Operator::Equal, u"="_s},   {Operator::NotEqual, u"≠"_s},
                                                   {Operator::Greater, u">"_s}, {Operator::Less, u"<"_s},
                                                   {Operator::AtLeast, u"≥"_s}, {Operator::AtMost, u"≤"_s}}
               + both;
    case MetadataType::Time:
        return QList<std::pair<Operator, QString>>{{Operator::Before, MetadataConditionRow::tr("is before")},
                                                   {Operator::After, MetadataConditionRow::tr("is after")}}
               + both;
    }
    Q_UNREACHABLE();
}

bool isList(Operator comparison)
{
    return comparison == Operator::In || comparison == Operator::NotIn;
}

//! Texts between commas.
QJsonArray textsIn(const QString &typed)
{
    QJsonArray texts;
    for (const QString &text : typed.split(u',')) {
        if (!text.trimmed().isEmpty())
            texts.append(text.trimmed());
    }
    return texts;
}

} // namespace

MetadataConditionRow::MetadataConditionRow(const QList<MetadataField> &fields, QWidget *parent)
    : QWidget(parent)
    , m_fields(fields)
    , m_field(new QComboBox)
    , m_comparison(new QComboBox)
    , m_text(new QLineEdit)
    , m_time(new QDateTimeEdit(QDateTime::currentDateTime()))
{
    for (const MetadataField &field : fields)
        m_field->addItem(field.name);
    viewutil::name(m_field, u"conditionField"_s, tr("Field"), tr("The metadata field that is looked at"));
    viewutil::name(m_comparison, u"conditionComparison"_s, tr("Comparison"));
    viewutil::name(m_text, u"conditionValue"_s, tr("Value"));
    viewutil::name(m_time, u"conditionTime"_s, tr("Time"));
    m_time->setCalendarPopup(true);
    for (QComboBox *box : {m_field, m_comparison}) {
        box->setMinimumWidth(88);
        box->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    }
    auto *remove = new QToolButton;
    remove->setIcon(icons::icon(u"cancel"_s, u"list-remove"_s));
    remove->setAutoRaise(true);
    viewutil::name(remove, u"conditionRemove"_s, tr("Remove the condition"), tr("Remove the condition"));
    auto *layout = new QHBoxLayout(this);
    viewutil::setTight(layout);
    for (QWidget *value : std::initializer_list<QWidget *>{m_text, m_time})
        value->setMinimumWidth(96);
    layout->addWidget(m_field);
    layout->addWidget(m_comparison);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_time, 1);
    layout->addStretch();
    layout->addWidget(remove);

    connect(m_field, &QComboBox::currentIndexChanged, this, &MetadataConditionRow::fillComparisons);
    connect(m_comparison, &QComboBox::currentIndexChanged, this, &MetadataConditionRow::showValue);
    connect(m_text, &QLineEdit::textChanged, this, &MetadataConditionRow::changed);
    connect(m_time, &QDateTimeEdit::dateTimeChanged, this, &MetadataConditionRow::changed);
    connect(remove, &QToolButton::clicked, this, &MetadataConditionRow::removeClicked);
    fillComparisons();
}

void MetadataConditionRow::fillComparisons()
{
    m_comparison->clear();
    for (const auto &[comparison, text] : comparisonsOf(type()))
        m_comparison->addItem(text, static_cast<int>(comparison));
    showValue();
}

void MetadataConditionRow::showValue()
{
    const bool hasValue = takesValue(comparison());
    const bool isTime = type() == MetadataType::Time;
    m_text->setVisible(hasValue && !isTime);
    m_time->setVisible(hasValue && isTime);
    m_text->setPlaceholderText(isList(comparison())             ? tr("Values, separated by commas")
                               : type() == MetadataType::Number ? tr("A number")
                                                                : QString());
    emit changed();
}

std::optional<MetadataCondition> MetadataConditionRow::condition() const
{
    MetadataCondition condition{
        .name = m_fields.at(m_field->currentIndex()).name, .comparison = comparison(), .value = {}};
    if (!takesValue(condition.comparison))
        return condition;
    const QString typed = m_text->text().trimmed();
    bool isRight = !typed.isEmpty();
    if (type() == MetadataType::Time) {
        condition.value = m_time->dateTime().toSecsSinceEpoch();
        isRight = true;
    } else if (type() == MetadataType::Number) {
        condition.value = QLocale().toDouble(typed, &isRight);
    } else if (isList(condition.comparison)) {
        condition.value = textsIn(typed);
    } else {
        condition.value = typed;
    }
    return isRight ? std::optional(condition) : std::nullopt;
}

MetadataType MetadataConditionRow::type() const
{
    return m_fields.at(m_field->currentIndex()).type;
}

Operator MetadataConditionRow::comparison() const
{
    return static_cast<Operator>(m_comparison->currentData().toInt());
}
