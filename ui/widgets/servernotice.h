// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QBoxLayout;
class QLabel;
class QPushButton;

//! What a server has to say, below its name in the tree, with what can be done about it.
class ServerNotice : public QWidget
{
    Q_OBJECT

public:
    //! The first \a top pixels are left to the row's own line.
    explicit ServerNotice(int top, QWidget *parent = nullptr);

    //! What can be done besides trying again.
    enum class Remedy { None, ChangeKey, ShowCertificate };

    //! An empty \a retryText: there is nothing to try again.
    void setMessage(const QString &message, const QString &retryText, Remedy remedy);
    //! Pixels below the row's own line when the row is \a width wide.
    int heightBelow(int width) const;

signals:
    void retryClicked();
    void changeKeyClicked();
    void certificateClicked();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fit(int width) const;

    int m_top;
    QBoxLayout *m_buttons;
    QLabel *m_label;
    QPushButton *m_retry;
    QPushButton *m_changeKey;
    QPushButton *m_certificate;
};
