// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/extract/extractorworker.h"
#include "tests/bench/extract/measures.h"

#include <QCoreApplication>
#include <QDir>

#include <cstdio>

using namespace Qt::Literals::StringLiterals;

//! bench_extract FOLDER: measures what the folder has of formats/, encodings/ and hostile/.
int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QString argument = application.arguments().value(1);
    if (argument == "--extract"_L1)
        return runExtractorWorker();
    const QDir folder(argument);
    if (argument.isEmpty() || !folder.exists()) {
        std::fprintf(stderr, "usage: bench_extract FOLDER\n");
        return 2;
    }
    ExtractorPool pool(application.applicationFilePath());
    if (folder.exists(u"formats"_s))
        measures::formats(pool, folder.filePath(u"formats"_s));
    if (folder.exists(u"encodings"_s))
        measures::encodings(folder.filePath(u"encodings"_s));
    if (folder.exists(u"hostile"_s))
        measures::hostile(pool, folder.filePath(u"hostile"_s));
    return 0;
}
