// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/downloadbar.h"

#include "app/models/format.h"
#include "app/services/download.h"
#include "ui/icons.h"
#include "ui/viewutil.h"
#include "ui/widgets/elidedlabel.h"

#include <QDesktopServices>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

DownloadBar::DownloadBar(QWidget *parent)
    : QWidget(parent)
    , m_label(new ElidedLabel(u"downloadText"_s))
    , m_progress(new QProgressBar)
    , m_stop(new QPushButton(tr("Stop")))
    , m_open(new QPushButton(tr("Open folder")))
    , m_close(new QToolButton)
{
    setObjectName(u"downloadBar"_s);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::AlternateBase);
    viewutil::name(m_progress, u"downloadProgress"_s, tr("Saved so far"));
    viewutil::name(m_stop, u"downloadStop"_s, tr("Stop saving"), tr("Stop saving; nothing half is left"));
    viewutil::name(m_open, u"downloadOpen"_s, tr("Open folder"), tr("Open the folder it was saved in"));
    viewutil::name(m_close, u"downloadClose"_s, tr("Close"), tr("Close"));
    m_close->setIcon(icons::icon(u"cancel"_s, u"window-close"_s));
    m_close->setAutoRaise(true);
    m_close->setFocusPolicy(Qt::TabFocus);
    m_progress->setMaximumWidth(160);
    m_progress->setRange(0, 1000);
    m_progress->setTextVisible(false);
    auto *layout = new QHBoxLayout(this);
    viewutil::setTight(layout, 4, 8);
    layout->addWidget(m_label, 1);
    for (QWidget *part : std::initializer_list<QWidget *>{m_progress, m_stop, m_open, m_close})
        layout->addWidget(part);
    connect(m_stop, &QPushButton::clicked, this, [this] { stop(); });
    connect(m_close, &QToolButton::clicked, this, &QWidget::hide);
    connect(m_open, &QPushButton::clicked, this, [this] { QDesktopServices::openUrl(m_folder); });
    hide();
}

void DownloadBar::follow(Download *download, const QString &what)
{
    m_download = download;
    m_what = what;
    download->setParent(this);
    connect(download, &Download::progressed, this, &DownloadBar::showProgress);
    connect(download, &Download::failed, this, [this](const QString &reason) { end(tr("Not saved: %1").arg(reason)); });
    connect(download, &Download::finished, this, [this] {
        const QFileInfo first(m_download->saved().constFirst());
        m_folder = QUrl::fromLocalFile(first.absolutePath());
        end(tr("%1 saved in %2").arg(m_what, first.absolutePath()));
        m_open->show();
    });
    m_open->hide();
    m_close->hide();
    m_progress->show();
    m_stop->show();
    show();
    showProgress();
    emit busyChanged();
}

void DownloadBar::stop(const QString &reason)
{
    if (!m_download)
        return;
    end(reason);
    setVisible(!reason.isEmpty());
}

void DownloadBar::showProgress()
{
    if (!m_download)
        return;
    m_progress->setValue(static_cast<int>(m_download->fraction() * 1000));
    m_label->setText(m_download->bytes() > 0 ? tr("Saving %1: %2").arg(m_what, format::bytes(m_download->bytes()))
                                             : tr("Saving %1…").arg(m_what));
}

void DownloadBar::end(const QString &text)
{
    if (m_download) {
        m_download->disconnect(this);
        m_download->deleteLater(); // it may be the one that called
    }
    m_download = nullptr;
    m_label->setText(text);
    m_progress->hide();
    m_stop->hide();
    m_close->show();
    emit busyChanged();
}
