// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

//! What can be fed with anything at all and must neither crash nor hang.
using FuzzTarget = void (*)(const QByteArray &bytes);

//! By its name: json-readers, splitter, multipart, or the extension of a file format. Null for any other.
FuzzTarget fuzzTarget(const QByteArray &name);
