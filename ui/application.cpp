// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/application.h"

#include "app/api/systemproxies.h"
#include "app/terminationsignals.h"
#include "ui/firstpaint.h"
#include "ui/icons.h"
#include "ui/mainwindow.h"
#include "ui/sampledataset.h"
#include "ui/singleinstance.h"
#include "ui/unattendedupload.h"
#include "ui/workplace.h"

#include <QApplication>
#include <QDir>
#include <QLibraryInfo>
#include <QNetworkAccessManager>
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

} // namespace

void Application::loadTranslations()
{
    auto *qt = new QTranslator(QCoreApplication::instance());
    if (qt->load(QLocale(), u"qtbase"_s, u"_"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(qt);
    auto *own = new QTranslator(QCoreApplication::instance());
    // English has a file as well: for its plurals.
    if (own->load(QLocale(), u"loredesk"_s, u"_"_s, u":/translations"_s)
        || own->load(u":/translations/loredesk_en.qm"_s))
        QCoreApplication::installTranslator(own);
}

Application::Application(CommandLine commandLine)
    : m_commandLine(std::move(commandLine))
{ }

int Application::run()
{
    const QString folder = dataDir(m_commandLine);
    if (!makePrivateFolder(folder)) {
        std::fprintf(stderr, "loredesk: cannot create %s\n", qPrintable(folder));
        return 1;
    }
    SingleInstance instance(folder);
    icons::skipEmptyTheme();
    QApplication::setQuitOnLastWindowClosed(false); // the server is ended first
    QNetworkAccessManager network;
    network.setProxyFactory(new SystemProxies); // it is the manager's then
    Workplace workplace(folder, settingsPath(m_commandLine), network);
    const Backend backend = workplace.backend();
    MainWindow window(backend);
    if (!instance.claim()) // before anything is shown, begun or written
        return instance.handOver(m_commandLine.files) ? 0 : 1;

    QObject::connect(&instance, &SingleInstance::filesReceived, &window, [&window](const QStringList &files) {
        window.raiseWindow();
        window.addFiles(files);
    });
    QObject::connect(&window, &MainWindow::closed, &backend.localServer, &LocalServer::stop);
    QObject::connect(&backend.localServer, &LocalServer::stopped, qApp, [] { QApplication::quit(); });
    const auto *painted = new FirstPaint(window, *window.findChild<QTreeView *>(u"datasetTree"_s));
    QObject::connect(painted, &FirstPaint::done, &window, [backend, &window] {
        QApplication::setWindowIcon(icons::application());
        backend.localModels.load();
        backend.localServer.start();
        window.complete();
        backend.servers.load();
    });
    window.show();
    return runWith(backend, window);
}

int Application::runWith(const Backend &backend, MainWindow &window)
{
    if (!m_commandLine.picture.isEmpty()) {
        UnattendedUpload upload(backend, window, m_commandLine.files, m_commandLine.picture);
        QObject::connect(&upload, &UnattendedUpload::finished, qApp, &QCoreApplication::exit, Qt::QueuedConnection);
        return QApplication::exec();
    }
    terminationsignals::watch(&window, [&window] { window.end(); });
    const SampleDataset sample(backend);
    QObject::connect(&sample, &SampleDataset::created, &window, &MainWindow::choose);
    window.addFiles(m_commandLine.files);
    return QApplication::exec();
}
