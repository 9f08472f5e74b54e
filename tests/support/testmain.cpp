// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"

#include <QTest>

#include LOREDESK_TEST_APPLICATION_HEADER

#include <cstdio>
#include <map>
#include <string>

namespace {

std::map<std::string, testmain::Factory> &classes()
{
    static std::map<std::string, testmain::Factory> all;
    return all;
}

} // namespace

bool testmain::add(const char *name, Factory factory)
{
    return classes().emplace(name, factory).second;
}

int main(int argc, char *argv[])
{
    const auto wanted = argc > 1 ? classes().find(argv[1]) : classes().end();
    if (wanted == classes().end()) {
        std::fprintf(stderr, "usage: %s CLASS [QtTest arguments], CLASS one of:\n", argv[0]);
        for (const auto &[name, factory] : classes())
            std::fprintf(stderr, "  %s\n", name.c_str());
        return 2;
    }
    argv[1] = argv[0];
    LOREDESK_TEST_APPLICATION application(argc, argv);
    application.setApplicationName(QString::fromStdString(wanted->first));
    const auto test = wanted->second();
    return QTest::qExec(test.get(), argc - 1, argv + 1);
}
