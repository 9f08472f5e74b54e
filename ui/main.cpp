// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/application.h"
#include "ui/commandline.h"

#include <QApplication>
#include <QFontDatabase>

#ifdef LOREDESK_FONTCONFIG
#include <fontconfig/fontconfig.h>

#include <future>
#endif

int main(int argc, char *argv[])
{
    QApplication::setApplicationName(QStringLiteral("loredesk"));
    QApplication::setApplicationVersion(QStringLiteral(LOREDESK_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("io.github.loredesk.Loredesk"));
    // --help and --version need no display; parse() answers them and ends.
    const QStringList answered{QStringLiteral("-h"), QStringLiteral("--help"), QStringLiteral("-v"),
                               QStringLiteral("--version")};
    if (argc == 2 && answered.contains(QString::fromLocal8Bit(argv[1]))) {
        const QCoreApplication core(argc, argv);
        Application::loadTranslations();
        CommandLine::parse(QCoreApplication::arguments());
    }
#ifdef LOREDESK_FONTCONFIG
    // Reading its rules takes as long as reaching the screen, and listing the fonts as long as opening what is
    // kept: each two are done side by side.
    auto fonts = std::async(std::launch::async, FcInit).share();
#endif
    QApplication qtApplication(argc, argv);
#ifdef LOREDESK_FONTCONFIG
    const auto families = std::async(std::launch::async, [fonts] {
        fonts.wait();
        QFontDatabase::hasFamily({});
    });
#endif
    Application::loadTranslations();
    return Application(CommandLine::parse(QApplication::arguments())).run();
}
