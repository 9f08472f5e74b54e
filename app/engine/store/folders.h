// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace folders {

//! Makes the folder, if need be, and lets nobody but its owner into it. Throws StoreError Io.
void makePrivate(const QString &path);

} // namespace folders
