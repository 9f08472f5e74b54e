// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTabWidget>

class ElidedLabel;

//! Tabs with a title before them, which gives way where there is no room for both.
class TitledTabs : public QTabWidget
{
    Q_OBJECT

public:
    //! The title is found by \a titleName.
    explicit TitledTabs(const QString &titleName, QWidget *parent = nullptr);

    void setTitle(const QString &title);

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;

private:
    void fit();

    QWidget *m_corner;
    ElidedLabel *m_title;
};
