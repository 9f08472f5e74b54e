// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/application.h"

#include "ui/appearance.h"
#include "ui/icons.h"
#include "ui/mainwindow.h"
#include "ui/singleinstance.h"

#include <QApplication>
#include <QDir>
#include <QLibraryInfo>
#include <QSettings>
#include <QStandardPaths>
#include <QTranslator>

#include <cstdio>

using namespace Qt::Literals::StringLiterals;

namespace {

QString settingsPath(const CommandLine &line)
{
    const QString folder
        = line.dataDir.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) : line.dataDir;
    return folder + u"/loredesk.ini"_s;
}

QString dataDir(const CommandLine &line)
{
    return line.dataDir.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) : line.dataDir;
}

//! Only its owner may look into a new data folder.
bool makePrivateFolder(const QString &path)
{
    if (QDir(path).exists())
        return true;
    return QDir().mkpath(path) && QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

void loadTranslations()
{
    const auto load = [](const QString &name, const QString &folder) {
        auto *translator = new QTranslator(qApp);
        if (translator->load(QLocale(), name, u"_"_s, folder))
            QCoreApplication::installTranslator(translator);
    };
    load(u"qtbase"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    load(u"loredesk"_s, u":/translations"_s);
}

} // namespace

Application::Application(CommandLine commandLine)
    : m_commandLine(std::move(commandLine))
{ }

int Application::run()
{
    loadTranslations();
    const QString folder = dataDir(m_commandLine);
    if (!makePrivateFolder(folder)) {
        std::fprintf(stderr, "loredesk: cannot create %s\n", qPrintable(folder));
        return 1;
    }
    SingleInstance instance(folder);
    if (!instance.claim())
        return instance.handOver(m_commandLine.files) ? 0 : 1;

    QSettings settings(settingsPath(m_commandLine), QSettings::IniFormat);
    QApplication::setWindowIcon(icons::application());
    SystemColorScheme colorScheme(QDBusConnection::sessionBus());
    Appearance appearance(colorScheme, settings);
    MainWindow window(settings, appearance);
    window.show();
    return QApplication::exec();
}
