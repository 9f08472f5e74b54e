// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/messagebar.h"

#include "ui/icons.h"
#include "ui/viewutil.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

MessageBar::MessageBar(const QString &objectName, QWidget *parent)
    : QWidget(parent)
    , m_icon(new QLabel)
    , m_label(viewutil::plainLabel({}, objectName + u"Label"_s))
    , m_button(new QPushButton)
{
    setObjectName(objectName);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::AlternateBase);
    m_label->setWordWrap(true);
    m_label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    viewutil::name(m_button, objectName + u"Button"_s, tr("What can be done"));
    auto *close = new QToolButton;
    close->setIcon(icons::icon(u"cancel"_s, u"window-close"_s));
    close->setAutoRaise(true);
    viewutil::name(close, objectName + u"Close"_s, tr("Close the message"), tr("Close the message"));

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 4, 4, 4);
    layout->setSpacing(8);
    layout->addWidget(m_icon, 0, Qt::AlignTop);
    layout->addWidget(m_label, 1);
    layout->addWidget(m_button);
    layout->addWidget(close, 0, Qt::AlignTop);
    connect(m_button, &QPushButton::clicked, this, &MessageBar::buttonClicked);
    connect(close, &QToolButton::clicked, this, &QWidget::hide);
    hide();
}

void MessageBar::say(const QString &text, const QString &buttonText)
{
    if (m_icon->pixmap().isNull() && !text.isEmpty())
        m_icon->setPixmap(icons::icon(u"warning"_s, u"dialog-warning"_s).pixmap(16, 16));
    m_label->setText(text);
    m_button->setText(buttonText);
    m_button->setVisible(!buttonText.isEmpty());
    setVisible(!text.isEmpty());
}

QString MessageBar::text() const
{
    return isHidden() ? QString() : m_label->text();
}
