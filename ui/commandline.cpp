// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commandline.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFileInfo>

#include <cstdio>

using namespace Qt::Literals::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

QString absolute(const QString &path)
{
    return path.isEmpty() ? path : QFileInfo(path).absoluteFilePath();
}

} // namespace

CommandLine CommandLine::parse(const QStringList &arguments)
{
    const QCommandLineOption data(u"data"_s, Texts::tr("Keep everything in this folder: settings, servers, documents."),
                                  Texts::tr("folder"));
    const QCommandLineOption upload(
        u"upload-and-exit"_s,
        Texts::tr("Upload FILES to This computer, print the progress, save a picture of the window and end: "
                  "0 when all are indexed, 1 when one failed. Needs no display with QT_QPA_PLATFORM=offscreen."),
        Texts::tr("picture.png"));

    QCommandLineParser parser;
    parser.setApplicationDescription(Texts::tr("A desktop for knowledge bases."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOptions({data, upload});
    parser.addPositionalArgument(u"files"_s, Texts::tr("Files and folders to add."), u"[FILES…]"_s);
    parser.process(arguments);

    CommandLine line;
    line.dataDir = absolute(parser.value(data));
    line.picture = absolute(parser.value(upload));
    for (const QString &file : parser.positionalArguments())
        line.files.append(absolute(file));
    if (!line.picture.isEmpty() && line.files.isEmpty()) {
        std::fputs("--upload-and-exit needs files\n", stderr);
        std::exit(2);
    }
    return line;
}
