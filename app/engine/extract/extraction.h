// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

//! What is left of a file when its form is taken away.
struct Extraction
{
    //! Each is cleaned and split on its own: a page, a row, a section, or the whole text (reference/wire.md §4.7).
    //! Lines end in LF; none holds U+FEFF at its start or U+0000. Empty for a file that is valid but has no text.
    QStringList pieces;
    //! A sentence for a person that names the cause; then there are no pieces.
    QString error;

    bool operator==(const Extraction &) const = default;
};

//! Lower-case extensions without the dot, in the order in which a file dialog should name them.
QStringList supportedExtensions();

//! \a extension with or without capitals, without the dot.
bool isSupported(const QString &extension);

//! Formats whose reading cannot hang, crash or grow beyond a few times the file's size.
bool isPlainText(const QString &extension);

//! Reads the file here and now, without limits of time or memory. Thread-safe; never throws.
Extraction extractFile(const QString &path, const QString &extension);
