// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow.h"

#include "ui/appearance.h"

#include <QActionGroup>
#include <QCloseEvent>
#include <QMenu>
#include <QMenuBar>
#include <QSettings>

using namespace Qt::Literals::StringLiterals;

MainWindow::MainWindow(QSettings &settings, Appearance &appearance)
    : m_settings(settings)
    , m_appearance(appearance)
{
    setObjectName(u"mainWindow"_s);
    setWindowTitle(tr("Loredesk"));
    QMenu *view = menuBar()->addMenu(tr("&View"));
    view->addMenu(makeAppearanceMenu());
    restoreWindow();
}

QMenu *MainWindow::makeAppearanceMenu()
{
    auto *menu = new QMenu(tr("&Appearance"), this);
    auto *group = new QActionGroup(menu);
    const auto add = [&](const QString &text, Appearance::Mode mode) {
        QAction *action = menu->addAction(text, this, [this, mode] { m_appearance.setMode(mode); });
        action->setCheckable(true);
        action->setChecked(m_appearance.mode() == mode);
        group->addAction(action);
    };
    add(tr("As the &system"), Appearance::Mode::System);
    add(tr("&Light"), Appearance::Mode::Light);
    add(tr("&Dark"), Appearance::Mode::Dark);
    return menu;
}

void MainWindow::restoreWindow()
{
    resize(1200, 760);
    restoreGeometry(m_settings.value("window/geometry"_L1).toByteArray());
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_settings.setValue("window/geometry"_L1, saveGeometry());
    event->accept();
}
