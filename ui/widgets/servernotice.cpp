// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/servernotice.h"

#include "ui/viewutil.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

ServerNotice::ServerNotice(int top, QWidget *parent)
    : QWidget(parent)
    , m_top(top)
    , m_buttons(new QHBoxLayout)
    , m_label(viewutil::plainLabel({}, u"serverMessage"_s))
    , m_retry(new QPushButton)
    , m_changeKey(new QPushButton(tr("Change key…")))
    , m_certificate(new QPushButton(tr("Certificate…")))
{
    m_label->setWordWrap(true);
    m_label->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    // A click on the words chooses the row below them.
    m_label->setAttribute(Qt::WA_TransparentForMouseEvents);
    viewutil::name(m_retry, u"serverRetry"_s, tr("Retry"), tr("Try to reach the server again"));
    viewutil::name(m_changeKey, u"serverChangeKey"_s, tr("Change key"), tr("Give another key for this server"));
    viewutil::name(m_certificate, u"serverCertificate"_s, tr("Certificate"),
                   tr("Look at the certificate that the server shows"));

    m_buttons->setSpacing(4);
    for (QPushButton *button : {m_retry, m_changeKey, m_certificate})
        m_buttons->addWidget(button);
    m_buttons->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(4, m_top, 4, 4);
    layout->setSpacing(4);
    layout->addWidget(m_label);
    layout->addLayout(m_buttons);
    layout->addStretch();
    connect(m_retry, &QPushButton::clicked, this, &ServerNotice::retryClicked);
    connect(m_changeKey, &QPushButton::clicked, this, &ServerNotice::changeKeyClicked);
    connect(m_certificate, &QPushButton::clicked, this, &ServerNotice::certificateClicked);
}

void ServerNotice::setMessage(const QString &message, const QString &retryText, Remedy remedy)
{
    m_label->setText(message);
    m_retry->setText(retryText);
    m_retry->setAccessibleName(retryText);
    m_retry->setVisible(!retryText.isEmpty());
    m_changeKey->setVisible(remedy == Remedy::ChangeKey);
    m_certificate->setVisible(remedy == Remedy::ShowCertificate);
}

int ServerNotice::heightBelow(int width) const
{
    fit(width);
    return std::max(0, layout()->totalHeightForWidth(width) - m_top);
}

void ServerNotice::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit(width());
}

//! Buttons that would be cut beside each other stand below each other.
void ServerNotice::fit(int width) const
{
    int wanted = layout()->contentsMargins().left() + layout()->contentsMargins().right();
    for (const QPushButton *button : {m_retry, m_changeKey, m_certificate})
        wanted += button->isVisibleTo(this) ? button->sizeHint().width() + m_buttons->spacing() : 0;
    m_buttons->setDirection(wanted > width ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}
