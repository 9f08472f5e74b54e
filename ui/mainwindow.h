// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMainWindow>

class Appearance;
class QMenu;
class QSettings;

//! The window: the tree of datasets, the documents, their chunks, the transfers, and the menus over them.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    MainWindow(QSettings &settings, Appearance &appearance);

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void restoreWindow();
    QMenu *makeAppearanceMenu();

    QSettings &m_settings;
    Appearance &m_appearance;
};
