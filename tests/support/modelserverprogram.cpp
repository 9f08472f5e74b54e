// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/modelserver.h"

#include <QCoreApplication>

#include <cstdio>
#include <cstdlib>

//! A ModelServer for other programs: prints its address and ends when its standard input does.
//! test_modelserver [DIMENSIONS]
int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const ModelServer server({}, argc > 1 ? std::atoi(argv[1]) : 384);
    std::printf("%s\n", server.url().toEncoded().constData());
    std::fflush(stdout);
    while (std::getchar() != EOF) { }
    return 0;
}
