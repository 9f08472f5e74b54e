// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QUrl>
#include <QWidget>

class Download;
class QLabel;
class QProgressBar;
class QPushButton;
class QToolButton;

//! How far a download has come, with a button to stop it; afterwards where it is, or why it is not. Hidden without one.
class DownloadBar : public QWidget
{
    Q_OBJECT

public:
    explicit DownloadBar(QWidget *parent = nullptr);

    //! Follows \a download, which is deleted when it is over or stopped. \a what: "a.pdf", "3 originals".
    void follow(Download *download, const QString &what);
    bool isBusy() const { return !m_download.isNull(); }
    //! Ends what is under way; \a reason is said.
    void stop(const QString &reason = {});

signals:
    void busyChanged();

private:
    void showProgress();
    void end(const QString &text);

    QPointer<Download> m_download;
    QString m_what;
    QUrl m_folder; //!< Of what was saved.
    QLabel *m_label;
    QProgressBar *m_progress;
    QPushButton *m_stop;
    QPushButton *m_open;
    QToolButton *m_close;
};
