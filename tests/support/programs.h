// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QStandardPaths>

//! The path of a program that was built with the tests and lies beside them. Found when it is wanted and not compiled
//! in, so that the compiler's cache serves every clone.
inline QString programOfTests(const QString &name)
{
    const QString folder = QCoreApplication::applicationDirPath();
    return QStandardPaths::findExecutable(
        name, {folder, folder + QStringLiteral("/%1.app/Contents/MacOS").arg(name)}); // the second: a bundle of macOS
}
