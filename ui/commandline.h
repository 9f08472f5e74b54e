// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

//! What the program was asked for when it was started.
struct CommandLine
{
    QString dataDir; //!< Absolute folder of --data; empty: the person's own.
    QStringList files; //!< Absolute paths of files and folders for the upload sheet.
    QString picture; //!< Absolute path of --upload-and-exit; empty: an ordinary start.

    //! Reads \a arguments (the first is the program). Prints and ends the process on --help, --version and mistakes.
    static CommandLine parse(const QStringList &arguments);
};
