// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/metadatavalueedit.h"

#include "ui/icons.h"
#include "ui/viewutil.h"

#include <QDateTimeEdit>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

MetadataValueEdit::MetadataValueEdit(const MetadataField &field, const metadatavalues::Shared &shared, QWidget *parent)
    : QWidget(parent)
    , m_field(field)
    , m_before(shared)
    , m_clear(new QToolButton)
{
    setObjectName(u"metadataEdit/"_s + field.name);
    m_clear->setIcon(icons::icon(u"cancel"_s));
    m_clear->setAutoRaise(true);
    m_clear->setFocusPolicy(Qt::TabFocus);
    viewutil::name(m_clear, u"metadataClear/"_s + field.name, tr("Take away the value of %1").arg(field.name),
                   tr("Take away the value"));
    auto *layout = new QHBoxLayout(this);
    viewutil::setTight(layout);
    if (field.type == MetadataType::Time)
        makeTimeField();
    else
        makeTextField();
    layout->addWidget(m_time ? static_cast<QWidget *>(m_time) : m_text, 1);
    layout->addWidget(m_clear);
    setFocusProxy(m_time ? static_cast<QWidget *>(m_set) : m_text);
    connect(m_clear, &QToolButton::clicked, this, &MetadataValueEdit::clear);
    onEdited();
}

void MetadataValueEdit::makeTextField()
{
    m_text = new QLineEdit(metadatavalues::text(m_before.value, m_field.type));
    viewutil::name(m_text, u"metadataText/"_s + m_field.name, m_field.name);
    m_text->setCursorPosition(0);
    connect(m_text, &QLineEdit::textEdited, this, [this] { m_isCleared = false; });
    connect(m_text, &QLineEdit::textChanged, this, &MetadataValueEdit::onEdited);
}

void MetadataValueEdit::makeTimeField()
{
    m_set = new QPushButton;
    viewutil::name(m_set, u"metadataSet/"_s + m_field.name, m_field.name, tr("Give it a time"));
    m_when = new QDateTimeEdit;
    viewutil::name(m_when, u"metadataWhen/"_s + m_field.name, m_field.name);
    m_when->setCalendarPopup(true);
    m_time = new QStackedWidget;
    m_time->addWidget(m_set);
    m_time->addWidget(m_when);
    m_time->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    if (const auto seconds = metadatavalues::secondsOf(m_before.value))
        showTime(QDateTime::fromSecsSinceEpoch(*seconds));
    connect(m_set, &QPushButton::clicked, this, [this] {
        const QDateTime now = QDateTime::currentDateTime();
        showTime(now.addSecs(-now.time().second())); // people mean minutes
        m_when->setFocus(Qt::OtherFocusReason);
        onEdited();
    });
    connect(m_when, &QDateTimeEdit::dateTimeChanged, this, &MetadataValueEdit::onEdited);
}

void MetadataValueEdit::showTime(const QDateTime &time)
{
    m_when->setDateTime(time);
    m_time->setCurrentWidget(m_when);
    setFocusProxy(m_when);
}

void MetadataValueEdit::clear()
{
    m_isCleared = true;
    if (m_text) {
        m_text->clear();
        m_text->setFocus(Qt::OtherFocusReason);
    } else {
        m_time->setCurrentWidget(m_set);
        setFocusProxy(m_set);
        m_set->setFocus(Qt::OtherFocusReason);
    }
    onEdited();
}

QString MetadataValueEdit::whenEmpty() const
{
    if (!m_before.isMixed)
        return tr("No value");
    return m_isCleared ? tr("No value any more") : tr("Different values");
}

void MetadataValueEdit::onEdited()
{
    if (m_text)
        m_text->setPlaceholderText(whenEmpty());
    else if (m_before.isMixed || m_before.value.isNull() || metadatavalues::secondsOf(m_before.value))
        m_set->setText(whenEmpty());
    else // a text that somebody's script wrote
        m_set->setText(m_isCleared ? whenEmpty() : metadatavalues::text(m_before.value, m_field.type));
    const bool isEmpty = m_text ? m_text->text().isEmpty() : m_time->currentWidget() == m_set;
    m_clear->setEnabled(!isEmpty || (m_before.isMixed && !m_isCleared)
                        || (m_time && !m_before.value.isNull() && !m_isCleared));
    emit changed();
}

bool MetadataValueEdit::isChanged() const
{
    if (m_text && !m_before.isMixed)
        return m_text->text() != metadatavalues::text(m_before.value, m_field.type);
    if (m_text)
        return m_isCleared || !m_text->text().isEmpty();
    if (m_time->currentWidget() == m_set)
        return m_isCleared && (m_before.isMixed || !m_before.value.isNull());
    return m_when->dateTime().toSecsSinceEpoch() != metadatavalues::secondsOf(m_before.value);
}

QJsonValue MetadataValueEdit::value() const
{
    if (m_time)
        return m_time->currentWidget() == m_set ? QJsonValue() : QJsonValue(m_when->dateTime().toSecsSinceEpoch());
    const QString text = m_text->text().trimmed();
    if (text.isEmpty())
        return {};
    return m_field.type == MetadataType::Number ? metadatavalues::numberFrom(text).value_or(QJsonValue())
                                                : QJsonValue(m_text->text());
}

QString MetadataValueEdit::problem() const
{
    const bool isNumber = m_field.type == MetadataType::Number;
    if (!isNumber || !isChanged() || m_text->text().trimmed().isEmpty() || metadatavalues::numberFrom(m_text->text()))
        return {};
    return tr("“%1” is not a number.").arg(m_text->text());
}
