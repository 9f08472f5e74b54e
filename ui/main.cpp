// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/application.h"
#include "ui/commandline.h"

#include <QApplication>

int main(int argc, char *argv[])
{
    QApplication::setApplicationName(QStringLiteral("loredesk"));
    QApplication::setApplicationVersion(QStringLiteral(LOREDESK_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("io.github.loredesk.Loredesk"));
    QApplication qtApplication(argc, argv);
    return Application(CommandLine::parse(QApplication::arguments())).run();
}
