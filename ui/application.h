// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/commandline.h"

class MainWindow;
struct Backend;

//! The composition root: makes every part, hands each what it needs, and runs the window.
class Application
{
public:
    //! Before the first words for people, which may be those of --help. Needs a QCoreApplication.
    static void loadTranslations();

    explicit Application(CommandLine commandLine);

    //! Returns the exit code of the process.
    int run();

private:
    int runWith(const Backend &backend, MainWindow &window);

    CommandLine m_commandLine;
};
