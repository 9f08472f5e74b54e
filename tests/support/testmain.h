// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <memory>

//! The test classes linked into this executable. `tests_<room> tst_x [QtTest arguments]` runs one of them.
namespace testmain {

using Factory = std::unique_ptr<QObject> (*)();

//! Makes the class known under \a name; returns true so that it can initialise a static.
bool add(const char *name, Factory factory);

template <typename Class>
std::unique_ptr<QObject> make()
{
    return std::make_unique<Class>();
}

} // namespace testmain

//! At the end of tst_<name>.cpp: LOREDESK_TEST(tst_name, TestClass)
#define LOREDESK_TEST(name, Class) static const bool name##IsKnown = testmain::add(#name, &testmain::make<Class>);
