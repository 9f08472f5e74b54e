// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/placeholder.h"

#include <QAbstractScrollArea>
#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

Placeholder::Placeholder(QAbstractScrollArea *view)
    : QWidget(view->viewport())
    , m_view(view)
    , m_label(new QLabel)
    , m_button(new QPushButton)
{
    setObjectName(view->objectName() + u"Placeholder"_s);
    m_label->setObjectName(u"placeholderLabel"_s);
    m_label->setTextFormat(Qt::PlainText);
    m_label->setAlignment(Qt::AlignCenter);
    m_label->setWordWrap(true);
    m_label->setForegroundRole(QPalette::PlaceholderText);
    m_button->setObjectName(u"placeholderButton"_s);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 8, 16, 8);
    layout->setSpacing(8);
    layout->addStretch();
    layout->addWidget(m_label);
    layout->addWidget(m_button, 0, Qt::AlignHCenter);
    layout->addStretch();

    connect(m_button, &QPushButton::clicked, this, &Placeholder::buttonClicked);
    m_view->viewport()->installEventFilter(this);
    hide();
}

void Placeholder::say(const QString &sentence, const QString &buttonText)
{
    m_label->setText(sentence);
    m_button->setText(buttonText);
    m_button->setAccessibleName(buttonText);
    m_button->setVisible(!buttonText.isEmpty());
    setVisible(!sentence.isEmpty());
    fill();
}

QString Placeholder::sentence() const
{
    return m_label->text();
}

bool Placeholder::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        fill();
    return QWidget::eventFilter(watched, event);
}

void Placeholder::fill()
{
    setGeometry(m_view->viewport()->rect());
}
